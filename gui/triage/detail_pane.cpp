// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/triage/detail_pane.h"

#include "gui/models/item_text.h"
#include "gui/theme/theme.h"
#include "gui/triage/class_colour.h"
#include "gui/widgets/code_view.h"
#include "gui/widgets/fold.h"
#include "gui/widgets/plain_label.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace paydown::gui {

namespace {

QString introductionOf(const ItemView& view, Date today) {
    if (!view.item->introduced) return DetailPane::tr("in no commit yet");
    const CommitRef& commit = *view.item->introduced;
    const QString day = dayText(dateOf(commit.date), today);
    if (commit.boundary) return DetailPane::tr("introduced on or before %1").arg(day);
    return DetailPane::tr("%1, %2 (%3 ago)").arg(lineOf(commit.author.name), day, ageOf(view, today));
}

// "reckless · TODO · @kai · due 30 Sep · 4h · planned", without what is not known.
QString valuesOf(const ItemView& view, Date today) {
    QStringList parts{view.verdict == Verdict::None ? wordFor(view.debtClass) : wordFor(view.verdict)};
    parts << lineOf(view.item->annotation.tag);
    parts << (view.owner.empty() ? DetailPane::tr("nobody owns it") : ownerOf(view));
    if (view.due) parts << DetailPane::tr("due %1").arg(dayText(*view.due, today));
    parts << effortOf(view) << lineOf(view.ticket) << wordFor(view.state);
    if (view.slips > 0)
        parts << counted(view.slips, DetailPane::tr("slipped once"), DetailPane::tr("slipped %1 times"));
    if (view.item->onBranchOnly) parts << DetailPane::tr("on this branch only");
    const DebtClass stated = view.item->annotation.stated.debtClass;
    if (stated != DebtClass::Unclassified && stated != view.debtClass)
        parts << DetailPane::tr("code says %1").arg(wordFor(stated));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

QString rankText(const ItemView& view, const DeskState& state) {
    if (view.score.rank == 0) return DetailPane::tr("not ranked");
    return DetailPane::tr("%1 of %2, score %3")
        .arg(view.score.rank)
        .arg(state.worklist->byRank.size())
        .arg(view.score.shown, 0, 'f', 1);
}

QString lifeText(const QVector<LifeEntry>& life) {
    QStringList lines;
    for (const LifeEntry& entry : life)
        lines << QStringLiteral("%1  %2  %3  %4%5")
                     .arg(entry.date, entry.commit, entry.what, entry.author,
                          entry.summary.isEmpty() ? QString() : QStringLiteral("  “%1”").arg(entry.summary));
    return lines.join(QLatin1Char('\n'));
}

QString decisionLine(const QString& field, const DecidedValue& value) {
    QString line = DetailPane::tr("%1  %2: %3  (%4)")
                       .arg(lineOf(formatDate(dateOf(value.at))), field, lineOf(value.value), lineOf(value.by.name));
    if (!value.note.empty()) line += QStringLiteral("  ") + lineOf(value.note);
    return line;
}

} // namespace

DetailPane::DetailPane(QWidget* verdicts, QWidget* parent)
    : QWidget(parent),
      m_title(new PlainLabel({}, "title")),
      m_place(new PlainLabel({}, "muted")),
      m_values(new PlainLabel),
      m_body(new PlainLabel),
      m_facts(new PlainLabel({}, "facts")),
      m_code(new CodeView),
      m_rank(new Fold(tr("Why this rank"), QStringLiteral("foldRank"))),
      m_life(new Fold(tr("Life"), QStringLiteral("foldLife"))),
      m_decisions(new Fold(tr("Decisions"), QStringLiteral("foldDecisions"))) {
    setObjectName(QStringLiteral("detailPane"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(640);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(layout);
    layout->addWidget(m_code, 1);
    layout->addWidget(verdicts);
    buildFolds(layout);
}

void DetailPane::buildHead(QVBoxLayout* layout) {
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_facts->setObjectName(QStringLiteral("detailFacts"));
    m_values->setObjectName(QStringLiteral("detailValues"));
    m_place->setObjectName(QStringLiteral("detailPlace"));
    auto* head = new QVBoxLayout;
    head->setContentsMargins(18, 14, 18, 12);
    head->setSpacing(5);
    for (PlainLabel* label : {m_title, m_place, m_values, m_body, m_facts}) {
        label->setProse();
        head->addWidget(label);
    }
    layout->addLayout(head);
}

void DetailPane::buildFolds(QVBoxLayout* layout) {
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("pane"));
    auto* folds = new QVBoxLayout(content);
    folds->setContentsMargins(12, 4, 12, 8);
    folds->setSpacing(0);
    for (Fold* fold : {m_rank, m_life, m_decisions}) folds->addWidget(fold);
    folds->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumHeight(104);
    scroll->setMaximumHeight(260);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    layout->addWidget(scroll);
}

void DetailPane::showItem(const ItemView& view, const DeskState& state) {
    const ItemKey key = keyOf(view);
    const Date today = state.worklist->today;
    m_title->setText(titleOf(view));
    m_values->setText(valuesOf(view, today));
    m_values->setStyleSheet(QStringLiteral("color: %1").arg(colour(roleFor(view)).name()));
    m_body->setText(linesOf(view.item->annotation.body));
    m_body->setVisible(!view.item->annotation.body.empty());
    m_rank->setSummary(rankText(view, state));
    showDecisions(view, state);
    m_facts->setText(factsOf(view));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_rank->setText(reasonsOf(view));
    if (key != m_key) {
        m_shortId.clear();
        m_life->setText({});
        m_life->setSummary({});
        m_code->clearCode();
    }
    m_key = key;
    showPlace(view, today);
    setEnabled(true);
}

void DetailPane::showPlace(const ItemView& view, Date today) {
    QStringList parts{m_shortId, whereOf(view), lineOf(view.item->annotation.symbol), introductionOf(view, today)};
    parts.removeAll(QString());
    m_place->setText(parts.join(QStringLiteral("   ")));
}

void DetailPane::showDetail(const ItemDetail& detail, const ItemView& view, const DeskState& state) {
    if (detail.key != m_key) return; // somebody moved on meanwhile
    m_shortId = detail.shortId;
    showPlace(view, state.worklist->today);
    m_life->setText(lifeText(detail.life));
    m_life->setSummary(counted(detail.life.size(), tr("1 event"), tr("%1 events")));
    m_code->show(detail.code);
}

void DetailPane::showDecisions(const ItemView& view, const DeskState&) {
    QStringList lines;
    if (view.decided != nullptr) {
        for (const auto& [field, value] : view.decided->fields) lines << decisionLine(lineOf(field), value);
        for (const DecidedValue& note : view.decided->notes) lines << decisionLine(tr("note"), note);
    }
    m_decisions->setSummary(lines.isEmpty() ? tr("nobody decided yet")
                                            : counted(lines.size(), tr("1 value"), tr("%1 values")));
    m_decisions->setText(lines.join(QLatin1Char('\n')));
}

void DetailPane::showNothing() {
    m_key.clear();
    for (PlainLabel* label : {m_title, m_place, m_values, m_body, m_facts}) label->clear();
    m_code->clearCode();
    for (Fold* fold : {m_rank, m_life, m_decisions}) {
        fold->setText({});
        fold->setSummary({});
    }
    setEnabled(false);
}

} // namespace paydown::gui
