// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/welcome/welcome_page.h"

#include "gui/app/recent_repositories.h"
#include "gui/backend/desk_backend.h"
#include "gui/models/item_text.h"
#include "gui/widgets/plain_label.h"

#include <QDir>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

constexpr int kColumnWidth = 560;

} // namespace

WelcomePage::WelcomePage(DeskBackend* backend, QWidget* parent)
    : QWidget(parent),
      m_backend(backend),
      m_heading(new PlainLabel(tr("Which code carries the debt?"), "hero")),
      m_text(
          new PlainLabel(tr("Choose a folder. The repositories in it and below it are found; nothing is written into "
                            "their files."),
                         "muted")),
      m_problem(new PlainLabel({}, "amber")),
      m_live(new PlainLabel),
      m_choose(new QPushButton(tr("Choose a folder…"))),
      m_start(new QPushButton(tr("Start"))),
      m_found(new QListWidget),
      m_recentHeading(new PlainLabel(tr("Recent"), "heading")),
      m_recent(new QListWidget) {
    setObjectName(QStringLiteral("welcomePage"));
    setAttribute(Qt::WA_StyledBackground);
    m_problem->setObjectName(QStringLiteral("welcomeProblem"));
    m_live->setObjectName(QStringLiteral("welcomeLive"));
    m_choose->setObjectName(QStringLiteral("chooseFolder"));
    m_start->setObjectName(QStringLiteral("start"));
    m_found->setObjectName(QStringLiteral("foundRepositories"));
    m_found->setAccessibleName(tr("Repositories that were found"));
    m_recent->setObjectName(QStringLiteral("recentRepositories"));
    m_recent->setAccessibleName(tr("Recent repositories"));
    layOut();
    connect(m_choose, &QPushButton::clicked, this, &WelcomePage::chooseAsked);
    connect(m_start, &QPushButton::clicked, this, &WelcomePage::start);
    connect(m_found, &QListWidget::itemChanged, this, &WelcomePage::showLiveLine);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { emit started(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { emit started(item->data(Qt::UserRole).toString()); });
    connect(backend, &DeskBackend::repositoriesFound, this, &WelcomePage::showFound);
}

void WelcomePage::layOut() {
    auto* column = new QWidget;
    column->setFixedWidth(kColumnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(12);
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_live->setWordWrap(true);
    m_live->hide();
    m_found->hide();
    m_start->hide();
    m_choose->setProperty("look", QStringLiteral("big"));
    m_start->setProperty("look", QStringLiteral("big"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_choose);
    buttons->addStretch(1);
    layout->addStretch(2);
    layout->addWidget(m_heading);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addWidget(m_found);
    layout->addWidget(m_live);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addSpacing(20);
    layout->addWidget(m_recentHeading);
    layout->addWidget(m_recent);
    layout->addStretch(3);
    auto* centre = new QHBoxLayout(this);
    centre->addStretch(1);
    centre->addWidget(column);
    centre->addStretch(1);
}

void WelcomePage::setRecent(const QStringList& paths) {
    m_recent->clear();
    for (const QString& path : paths) {
        auto* item = new QListWidgetItem(QStringLiteral("%1    %2").arg(QDir(path).dirName(), path), m_recent);
        item->setData(Qt::UserRole, path);
    }
    const int rows = std::min<int>(m_recent->count(), 6);
    m_recent->setFixedHeight(rows * std::max(22, m_recent->sizeHintForRow(0)) + 4);
    m_recent->setVisible(rows > 0);
    m_recentHeading->setVisible(rows > 0);
    if (m_found->isHidden()) m_live->hide();
}

void WelcomePage::showFound(const QVector<FoundRepository>& repositories) {
    m_problem->hide();
    const QSignalBlocker quiet(m_found);
    m_found->clear();
    for (const FoundRepository& repository : repositories) {
        const QString state = repository.indexed ? tr("   indexed already") : QString();
        auto* item =
            new QListWidgetItem(QStringLiteral("%1    %2%3").arg(repository.name, repository.path, state), m_found);
        item->setData(Qt::UserRole, repository.path);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    if (repositories.isEmpty()) {
        m_problem->setText(tr("There is no git repository in this folder, nor below it. Choose another one."));
        m_problem->show();
    }
    m_found->setVisible(!repositories.isEmpty());
    m_start->setVisible(!repositories.isEmpty());
    m_choose->setProperty("look", repositories.isEmpty() ? QStringLiteral("big") : QString());
    m_choose->setText(repositories.isEmpty() ? tr("Choose a folder…") : tr("Another folder…"));
    if (!repositories.isEmpty()) m_found->setCurrentRow(0);
    showLiveLine();
    if (!repositories.isEmpty()) m_start->setFocus();
}

void WelcomePage::showLiveLine() {
    int ticked = 0;
    for (int row = 0; row < m_found->count(); ++row) ticked += m_found->item(row)->checkState() == Qt::Checked ? 1 : 0;
    m_live->setText(counted(ticked, tr("1 repository."), tr("%1 repositories.")) +
                    tr(" Items appear within seconds; names, dates and lives fill in while history is read. You can "
                       "decide meanwhile."));
    m_live->setVisible(m_found->count() > 0);
    m_start->setEnabled(ticked > 0);
}

void WelcomePage::start() {
    QString first;
    for (int row = m_found->count() - 1; row >= 0; --row) {
        const QListWidgetItem* item = m_found->item(row);
        if (item->checkState() != Qt::Checked) continue;
        first = item->data(Qt::UserRole).toString();
        addRecentRepository(first);
    }
    if (!first.isEmpty()) emit started(first);
}

void WelcomePage::showOpening(const QString& path) {
    m_problem->hide();
    m_live->setText(tr("Opening %1 …").arg(path));
    m_live->show();
}

void WelcomePage::showFailure(const DeskFailure& failure) {
    m_live->hide();
    m_problem->setText(failure.remedy.isEmpty() ? failure.what : tr("%1\n%2").arg(failure.what, failure.remedy));
    m_problem->show();
}

} // namespace paydown::gui
