// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/shots.h"

#include "gui/app/main_window.h"
#include "gui/backend/desk_backend.h"
#include "gui/plan/plan_page.h"
#include "gui/theme/theme.h"
#include "gui/triage/triage_page.h"
#include "gui/welcome/welcome_page.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>
#include <array>
#include <cstdio>

namespace paydown::gui {

namespace {

constexpr int kSettleMs = 350; // jobs answer and layouts settle well within it
constexpr int kGiveUpMs = 10 * 60 * 1000;

struct Round {
    ThemeChoice theme;
    const char* word;
    int width;
    int height;
};
constexpr std::array kRounds{
    Round{ThemeChoice::Light, "light", 1280, 800},
    Round{ThemeChoice::Light, "light", 1600, 1000},
    Round{ThemeChoice::Dark, "dark", 1280, 800},
    Round{ThemeChoice::Dark, "dark", 1600, 1000},
};

} // namespace

Shots::Shots(MainWindow* window, DeskBackend* backend, QString folder, QObject* parent)
    : QObject(parent), m_window(window), m_backend(backend), m_folder(std::move(folder)) {}

void Shots::start(const QString& repository) {
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "paydown-desk: cannot make the folder %s\n", qPrintable(m_folder));
        QMetaObject::invokeMethod(
            this, [this] { emit done(2); }, Qt::QueuedConnection);
        return;
    }
    m_window->resize(kRounds[0].width, kRounds[0].height);
    m_window->show();
    planSteps(!repository.isEmpty());
    if (repository.isEmpty()) {
        begin();
        return;
    }
    connect(m_backend, &DeskBackend::refreshEnded, this, &Shots::begin);
    connect(m_backend, &DeskBackend::failed, this, [this](const DeskFailure& failure) {
        std::fprintf(stderr, "paydown-desk: %s\n", qPrintable(failure.what));
        if (failure.fatal) begin();
    });
    QTimer::singleShot(kGiveUpMs, this, &Shots::begin);
    m_window->openRepository(repository);
}

void Shots::begin() {
    if (m_begun) return;
    m_begun = true;
    m_next = 0;
    QTimer::singleShot(kSettleMs, this, &Shots::runNext);
}

void Shots::trigger(const char* action) {
    if (QAction* found = m_window->actionSet()->find(action)) found->trigger();
}

void Shots::pressEscape() {
    if (QWidget* target = m_window->focusWidget())
        QApplication::postEvent(target, new QKeyEvent(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier));
}

void Shots::planSteps(bool withRepository) {
    if (withRepository) {
        addTriageSteps();
        addPlanSteps();
    }
    m_steps.push_back({QStringLiteral("welcome"), [this] { trigger("firstRun"); }});
}

void Shots::addTriageSteps() {
    TriagePage* triage = m_window->triage();
    auto* search = m_window->findChild<QLineEdit*>(QStringLiteral("searchField"));
    m_steps.push_back({QString(), [this, triage] {
                           m_window->showPage(PageId::Triage);
                           triage->enterQueue(Queue::Open);
                       }});
    m_steps.push_back({QStringLiteral("triage"), [triage] { triage->enterQueue(Queue::Review); }});
    m_steps.push_back({QStringLiteral("triage-reckless"), [this] { trigger("reckless"); }});
    m_steps.push_back({QStringLiteral("triage-prudent"), [this] {
                           pressEscape();
                           QTimer::singleShot(50, this, [this] { trigger("prudent"); });
                       }});
    m_steps.push_back({QString(), [this] { pressEscape(); }});
    m_steps.push_back({QStringLiteral("triage-owner"), [this] { trigger("setOwner"); }});
    m_steps.push_back({QString(), [this] { pressEscape(); }});
    m_steps.push_back({QStringLiteral("triage-search"), [this, triage, search] {
                           triage->enterQueue(Queue::Open);
                           trigger("search");
                           search->setText(QStringLiteral("state:"));
                       }});
    m_steps.push_back(
        {QStringLiteral("triage-search-wrong"), [search] { search->setText(QStringLiteral("class:recless")); }});
    m_steps.push_back({QString(), [search, triage] {
                           search->clear();
                           triage->focusList();
                       }});
    m_steps.push_back({QStringLiteral("triage-wide"), [this] { trigger("wideTable"); }});
    m_steps.push_back({QString(), [this] { trigger("wideTable"); }});
    m_steps.push_back({QStringLiteral("triage-empty"), [triage] { triage->enterQueue(Queue::Answer); }});
    m_steps.push_back({QStringLiteral("commands"), [this] { trigger("commands"); }});
    m_steps.push_back({QString(), [this] { pressEscape(); }});
    m_steps.push_back({QStringLiteral("keys"), [this] { trigger("keys"); }});
    m_steps.push_back({QString(), [this] {
                           if (auto* keys = m_window->findChild<QDialog*>(QStringLiteral("keySheet"))) keys->close();
                       }});
}

void Shots::addPlanSteps() {
    m_steps.push_back({QStringLiteral("plan"), [this] { m_window->showPage(PageId::Plan); }});
    m_steps.push_back({QStringLiteral("plan-proposed"), [this] { trigger("propose"); }});
    m_steps.push_back({QString(), [this] { trigger("discardPlan"); }});
    m_steps.push_back({QString(), [this] { trigger("closePeriod"); }});
    m_steps.push_back({QString(), [this] {
                           auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("closingDialog"));
                           if (dialog == nullptr) return;
                           grab(QStringLiteral("plan-closing"));
                           dialog->reject();
                       }});
}

void Shots::runNext() {
    const Round& round = kRounds[m_round];
    if (m_next == 0) {
        Theme::apply(*qApp, round.theme);
        m_window->resize(round.width, round.height);
    }
    if (m_next == m_steps.size()) {
        m_next = 0;
        if (++m_round == kRounds.size()) {
            emit done(m_failed ? 1 : 0);
            return;
        }
        runNext();
        return;
    }
    const Step& step = m_steps[m_next++];
    step.act();
    QTimer::singleShot(kSettleMs, this, [this, name = step.name] {
        if (!name.isEmpty()) grab(name);
        runNext();
    });
}

// Dialogs are windows of their own: they are painted over the middle of the main window, as a desktop would.
void Shots::grab(const QString& name) {
    const Round& round = kRounds[m_round];
    QPixmap picture = m_window->grab();
    QPainter painter(&picture);
    for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
        if (!dialog->isVisible()) continue;
        const QPixmap over = dialog->grab();
        const QPoint at((picture.width() - over.width()) / 2, (picture.height() - over.height()) / 2);
        painter.drawPixmap(at, over);
        painter.setPen(colour(Role::Muted));
        painter.drawRect(QRect(at, over.size()));
    }
    painter.end();
    const QString file = QStringLiteral("%1/%2-%3-%4x%5.png")
                             .arg(m_folder, name, QLatin1String(round.word))
                             .arg(round.width)
                             .arg(round.height);
    if (!picture.save(file)) {
        m_failed = true;
        std::fprintf(stderr, "paydown-desk: cannot write %s\n", qPrintable(file));
    }
}

} // namespace paydown::gui
