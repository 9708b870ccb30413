// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/progress_strip.h"

#include "gui/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace paydown::gui {

namespace {

// Before that a rate is a guess, and a time that jumps about is worse than none.
constexpr qint64 kPaceAfterMs = 1500;

QString number(quint64 value) { return QLocale(QLocale::English).toString(value); }

} // namespace

QString timeLeftText(qint64 seconds) {
    if (seconds >= 3600) return ProgressStrip::tr("%1 h %2 min left").arg(seconds / 3600).arg(seconds % 3600 / 60);
    return ProgressStrip::tr("%1:%2 left").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent),
      m_text(new PlainLabel({}, "muted")),
      m_pace(new PlainLabel({}, "muted")),
      m_bar(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))) {
    setObjectName(QStringLiteral("progressStrip"));
    m_text->setObjectName(QStringLiteral("progressText"));
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setAccessibleName(tr("Progress of reading the repository"));
    m_cancel->setObjectName(QStringLiteral("cancelRefreshButton"));
    m_cancel->setProperty("look", QStringLiteral("flat"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(10);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_pace);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelled();
    });
    hide();
}

void ProgressStrip::show(const DeskProgress& progress) {
    if (isHidden() || progress.phase != m_phase) {
        m_phase = progress.phase;
        m_since.start();
        m_first = progress.done;
        if (isHidden()) m_cancel->setEnabled(true);
    }
    QString text = progress.phase;
    if (progress.total > 0) {
        text += QStringLiteral("  %1 / %2").arg(number(progress.done), number(progress.total));
    } else if (progress.done > 0) {
        text += QStringLiteral("  %1").arg(number(progress.done));
    }
    m_text->setText(text);
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0) m_bar->setValue(static_cast<int>(progress.done * 1000 / progress.total));
    m_pace->setText(pace(progress));
    QWidget::show();
}

QString ProgressStrip::pace(const DeskProgress& progress) {
    const qint64 ms = m_since.elapsed();
    if (ms < kPaceAfterMs || progress.done <= m_first) return {};
    const double perSecond = static_cast<double>(progress.done - m_first) * 1000 / static_cast<double>(ms);
    QString text = tr("%1/s").arg(number(static_cast<quint64>(perSecond)));
    if (progress.total > progress.done && perSecond > 0)
        text += QStringLiteral("  ") +
                timeLeftText(static_cast<qint64>(static_cast<double>(progress.total - progress.done) / perSecond));
    return text;
}

void ProgressStrip::finish() {
    m_phase.clear();
    hide();
}

QString ProgressStrip::text() const { return m_text->text(); }

} // namespace paydown::gui
