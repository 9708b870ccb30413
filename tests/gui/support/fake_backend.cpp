// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/fake_backend.h"

#include "core/model/decision.h"
#include "core/model/names.h"
#include "core/schedule/plan.h"
#include "core/triage/assess.h"
#include "gui/models/item_text.h"
#include "tests/gui/support/sample_snapshot.h"

#include <algorithm>
#include <set>

namespace paydown::gui {

namespace {

SourceExcerpt codeAround(const ItemView& view) {
    SourceExcerpt code;
    const int at = static_cast<int>(view.item->place.line);
    code.firstLine = std::max(1, at - 25);
    for (int line = code.firstLine; line < at; ++line)
        code.lines << QStringLiteral("    if (account.balance(%1) < limit) return Error::refused; // %1").arg(line);
    code.lines << QStringLiteral("    // %1: %2").arg(lineOf(view.item->annotation.tag), titleOf(view));
    for (int line = at + 1; line < at + 26; ++line)
        code.lines << QStringLiteral(
                          "    for (int attempt = 0; attempt < %1; ++attempt) bank.charge(account, \"retry\");")
                          .arg(line);
    code.litFrom = code.litTo = at;
    for (int line = 0; line < code.lines.size(); ++line) {
        const QString& text = code.lines[line];
        const auto ink = [&](const QString& word, Ink kind) {
            if (const auto column = text.indexOf(word); column >= 0)
                code.spans.append({line, static_cast<int>(column), static_cast<int>(word.size()), kind});
        };
        ink(QStringLiteral("if"), Ink::Keyword);
        ink(QStringLiteral("return"), Ink::Keyword);
        ink(QStringLiteral("for"), Ink::Keyword);
        ink(QStringLiteral("\"retry\""), Ink::String);
        if (const auto comment = text.indexOf(QStringLiteral("//")); comment >= 0)
            code.spans.append({line, static_cast<int>(comment), static_cast<int>(text.size() - comment), Ink::Comment});
    }
    return code;
}

} // namespace

FakeBackend::FakeBackend(std::uint32_t items, QObject* parent)
    : FakeBackend(makeSampleSnapshot(items), sampleConfig(), parent) {}

FakeBackend::FakeBackend(Snapshot snapshot, Config config, QObject* parent)
    : DeskBackend(parent),
      m_snapshot(std::move(snapshot)),
      m_config(std::make_shared<const Config>(std::move(config))) {}

void FakeBackend::open(const QString& path) {
    if (refusesOpening) {
        const DeskFailure failure{QStringLiteral("%1 is not a git repository").arg(path),
                                  QStringLiteral("choose another folder"), true};
        QMetaObject::invokeMethod(
            this, [this, failure] { emit failed(failure); }, Qt::QueuedConnection);
        return;
    }
    publish();
    QMetaObject::invokeMethod(
        this, [this] { emit refreshEnded(true); }, Qt::QueuedConnection);
}

Snapshot FakeBackend::folded() const {
    Snapshot snapshot = m_snapshot;
    for (const Record& record : m_log) {
        DecidedItem& decided = snapshot.decided[ItemId{record.item}];
        DecidedValue value{record.value, {"Kai Berg", "kai@corp.example"}, snapshot.asOf, {}, {}};
        if (record.field == field::kNote) {
            decided.notes.push_back(value);
        } else if (record.field == field::kSlip) {
            ++decided.slips;
        } else if (record.field == field::kAnswer) {
            decided.slips = 0;
        } else {
            decided.set(record.field, value);
        }
    }
    snapshot.closedPeriods = m_closed;
    return snapshot;
}

std::shared_ptr<DeskState> FakeBackend::makeState() const {
    auto snapshot = std::make_shared<const Snapshot>(folded());
    auto state =
        makeDeskState(assess(snapshot, *m_config, sampleToday(), {"Kai Berg", "kai@corp.example", {"@kai"}}), m_config);
    state->notice = notice;
    state->me = "@kai";
    return state;
}

void FakeBackend::publish() {
    m_last = makeState();
    QMetaObject::invokeMethod(
        this, [this, state = m_last] { emit stateReady(state); }, Qt::QueuedConnection);
}

void FakeBackend::put(const ItemKey& key, const std::string& field, const std::string& value) {
    m_log.push_back({key, field, value, ++m_batch});
}

void FakeBackend::decide(const DecisionRequest& request) {
    decisions.push_back(request);
    ++m_batch;
    for (const ItemKey& item : request.items) {
        for (const auto& [field, value] : request.values) m_log.push_back({item, field, value, m_batch});
    }
    const int count = static_cast<int>(request.items.size());
    QMetaObject::invokeMethod(
        this, [this, count] { emit decided(count); }, Qt::QueuedConnection);
    publish();
}

void FakeBackend::undo() {
    std::set<std::string> items;
    while (!m_log.empty() && m_log.back().batch == m_batch) {
        items.insert(m_log.back().item);
        m_log.pop_back();
    }
    m_batch = m_log.empty() ? 0 : m_log.back().batch;
    const int count = static_cast<int>(items.size());
    QMetaObject::invokeMethod(
        this, [this, count] { emit undone(count); }, Qt::QueuedConnection);
    publish();
}

void FakeBackend::requestDetail(const ItemKey& key) {
    const auto item = m_last ? m_last->find(key) : std::nullopt;
    if (!item) return;
    const ItemView& view = m_last->item(*item);
    auto detail = std::make_shared<ItemDetail>();
    detail->key = key;
    detail->shortId = QStringLiteral("D-") + QString::fromStdString(key).left(4);
    detail->code = codeAround(view);
    if (view.item->introduced)
        detail->life.append(
            {QStringLiteral("introduced"), QStringLiteral("1f0c2ab"), lineOf(view.item->introduced->author.name),
             lineOf(formatDate(dateOf(view.item->introduced->date))), QStringLiteral("pay: Charge through the bank")});
    QMetaObject::invokeMethod(
        this, [this, detail] { emit detailReady(detail); }, Qt::QueuedConnection);
}

void FakeBackend::propose() {
    const std::array<WorklistPtr, 1> lists{m_last->worklist};
    PlanRequest request;
    request.worklists = lists;
    request.people = teamOf(lists, *m_config);
    request.otherwise = {m_config->plan.hours, m_config->plan.itemsPerPerson};
    request.today = sampleToday();
    auto proposal = std::make_shared<const Proposal>(paydown::propose(request, *m_config));
    QMetaObject::invokeMethod(
        this, [this, proposal] { emit proposalReady(proposal); }, Qt::QueuedConnection);
}

void FakeBackend::apply(const std::vector<FieldChange>& changes) {
    ++m_batch;
    for (const FieldChange& change : changes) {
        if (change.field == field::kClosed) {
            m_closed.push_back(*parseDate(change.value));
        } else {
            m_log.push_back({change.what.id.value, change.field, change.value, m_batch});
        }
    }
    publish();
}

void FakeBackend::accept(const Proposal& proposal) { apply(changesOf(proposal)); }

void FakeBackend::draftClosing() {
    const std::array<WorklistPtr, 1> lists{m_last->worklist};
    const auto period = periodToClose(lists, *m_config, sampleToday());
    if (!period) return;
    auto draft = std::make_shared<const ClosingDraft>(paydown::draftClosing(lists, *m_config, *period, sampleToday()));
    QMetaObject::invokeMethod(
        this, [this, draft] { emit closingReady(draft); }, Qt::QueuedConnection);
}

void FakeBackend::closePeriod(const ClosingDraft& draft) { apply(changesOf(draft)); }

void FakeBackend::findRepositories(const QString&) {
    QMetaObject::invokeMethod(
        this, [this] { emit repositoriesFound(repositories); }, Qt::QueuedConnection);
}

} // namespace paydown::gui
