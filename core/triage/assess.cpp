// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/assess.h"

#include "core/priority/priority.h"
#include "core/triage/values_in_force.h"
#include "core/triage/waking.h"

#include <algorithm>
#include <numeric>

namespace paydown {

namespace {

class Assessment {
public:
    Assessment(SnapshotPtr snapshot, const Config& config, Date today, const Me& me, const AssessSources& sources)
        : m_snapshot(*snapshot),
          m_config(config),
          m_sources(sources),
          m_values(config, today, me, sources.ownerOfPath),
          m_waking(today, sources.tags),
          m_thisPeriod(Calendar(config.plan).periodOf(today)),
          m_worklist(std::make_shared<Worklist>()) {
        m_worklist->snapshot = std::move(snapshot);
        m_worklist->today = today;
    }

    WorklistPtr run() {
        auto& views = m_worklist->items;
        views.resize(m_snapshot.items.size());
        for (std::size_t i = 0; i < views.size(); ++i) {
            views[i].item = &m_snapshot.items[i];
            const auto decided = m_snapshot.decided.find(views[i].item->id);
            const bool pending = views[i].item->id.isPending();
            if (decided != m_snapshot.decided.end() && !pending) views[i].decided = &decided->second;
            m_values.fill(views[i]);
            fillState(views[i]);
        }
        countAlike();
        measureInterest();
        rank();
        return m_worklist;
    }

private:
    bool isLookedAt(const ItemView& view) const {
        return view.decided != nullptr && (!view.decided->fields.empty() || !view.decided->notes.empty());
    }

    // On this side of the line. What is in no commit yet is as new as can be.
    bool isAfterLine(const Item& item) const {
        if (!m_snapshot.head) return false; // Without git there is no line.
        if (!item.introduced) return item.id.isPending() && m_snapshot.historyComplete;
        if (item.introduced->boundary) return false; // Came at the boundary of a shallow clone or before.
        if (m_sources.line.inherited != nullptr) return !m_sources.line.inherited->contains(item.introduced->commit);
        const Date day = dateOf(item.introduced->date);
        if (m_sources.line.since) return day >= *m_sources.line.since;
        return day + kNewWithoutLine > m_worklist->today;
    }

    void fillState(ItemView& view) const {
        const Item& item = *view.item;
        const bool byCondition = view.decided != nullptr && m_waking.wokenByCondition(item, *view.decided);
        const auto touchedOn = m_waking.wokenByTouch(item);
        view.sleeping = m_waking.isAsleep(item);
        view.woke = byCondition || (touchedOn && !decidedSince(view, *touchedOn));
        view.state = stateOf(view, byCondition);
        view.isNew = view.state == State::New;
    }

    static bool decidedSince(const ItemView& view, Date day) {
        if (view.decided == nullptr) return false;
        const auto& fields = view.decided->fields;
        return std::any_of(fields.begin(), fields.end(),
                           [&](const auto& entry) { return dateOf(entry.second.at) >= day; });
    }

    // The first that holds (decisions, section 2).
    State stateOf(const ItemView& view, bool wokenByCondition) const {
        const bool isDebt = view.verdict != Verdict::NotDebt && view.verdict != Verdict::Obsolete;
        if (view.item->ended) return State::Ended;
        if (view.verdict == Verdict::LiveWith && !wokenByCondition) return State::LivingWith;
        if (isDebt && view.slips >= m_config.plan.answerAfter) return State::NeedsAnswer;
        if (isDebt && view.period && *view.period >= m_thisPeriod.start) return State::Planned;
        if (view.sleeping) return State::Sleeping;
        if (isLookedAt(view) || view.verdict != Verdict::None) return State::Open;
        return isAfterLine(*view.item) ? State::New : State::Inherited;
    }

    static bool isRanked(const ItemView& view) {
        return isOpenDebt(view) && view.state != State::LivingWith && view.state != State::Sleeping;
    }

    void countAlike() {
        std::unordered_map<std::string, std::vector<std::uint32_t>> byTitle;
        auto& views = m_worklist->items;
        byTitle.reserve(views.size());
        for (std::uint32_t i = 0; i < views.size(); ++i) {
            if (!isOpenDebt(views[i])) continue;
            std::string folded = foldTitle(views[i].item->annotation.title);
            if (!folded.empty()) byTitle[std::move(folded)].push_back(i);
        }
        for (const auto& [title, items] : byTitle) {
            for (const std::uint32_t i : items) views[i].alike = static_cast<std::uint32_t>(items.size());
        }
    }

    void measureInterest() {
        auto& views = m_worklist->items;
        std::vector<std::uint32_t> order(views.size());
        std::iota(order.begin(), order.end(), 0U);
        // Items that share their touches one after the other: each list is summed up once.
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::less<>()(views[a].item->touches.get(), views[b].item->touches.get());
        });
        InterestMeter meter(m_config.priority, m_worklist->today, m_snapshot.people.size());
        for (const std::uint32_t i : order) {
            ItemView& view = views[i];
            if (view.item->touches != nullptr && !view.item->ended) {
                std::optional<Date> since;
                if (view.item->introduced) since = dateOf(view.item->introduced->date);
                view.interest = meter.measure(*view.item->touches, since);
            }
            const ScoreFacts facts{view.debtClass, view.urgency, view.due, view.slips, view.effort};
            view.score.raw = rawScore(view.interest, facts, m_config.priority, m_worklist->today);
            view.score.shown = shownScore(view.score.raw);
        }
    }

    void rank() {
        auto& views = m_worklist->items;
        auto& byRank = m_worklist->byRank;
        for (std::uint32_t i = 0; i < views.size(); ++i) {
            if (isRanked(views[i])) byRank.push_back(i);
        }
        std::sort(byRank.begin(), byRank.end(), [&](std::uint32_t a, std::uint32_t b) {
            if (views[a].score.raw != views[b].score.raw) return views[a].score.raw > views[b].score.raw;
            if (views[a].item->id != views[b].item->id) return views[a].item->id < views[b].item->id;
            return a < b; // Pending items have no id yet.
        });
        const FactTeller teller(m_snapshot, m_config, m_worklist->today);
        for (std::uint32_t i = 0; i < byRank.size(); ++i) views[byRank[i]].score.rank = i + 1;
        for (ItemView& view : views) {
            if (view.score.rank != 0) view.score.reasons = teller.tell(view);
        }
    }

    const Snapshot& m_snapshot;
    const Config& m_config;
    const AssessSources& m_sources;
    ValuesInForce m_values;
    Waking m_waking;
    Period m_thisPeriod;
    std::shared_ptr<Worklist> m_worklist;
};

} // namespace

WorklistPtr assess(SnapshotPtr snapshot, const Config& config, Date today, const Me& me, const AssessSources& sources) {
    return Assessment(std::move(snapshot), config, today, me, sources).run();
}

bool isOpenDebt(const ItemView& view) {
    return view.state != State::Ended && !view.item->annotation.mention && view.verdict != Verdict::NotDebt &&
           view.verdict != Verdict::Obsolete;
}

std::vector<Touch> touchesSinceIntroduction(const Item& item) {
    if (item.touches == nullptr) return {};
    auto end = item.touches->end();
    if (item.introduced) {
        const Date day = dateOf(item.introduced->date);
        end = std::partition_point(item.touches->begin(), end, [&](const Touch& touch) { return touch.day >= day; });
    }
    return {item.touches->begin(), end};
}

} // namespace paydown
