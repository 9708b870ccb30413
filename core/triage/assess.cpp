// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/assess.h"

#include "core/base/parallel.h"
#include "core/priority/priority.h"
#include "core/triage/values_in_force.h"
#include "core/triage/waking.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <span>

namespace paydown {

namespace {

// Items by the hash of their folded title.
using TitleHashes = std::vector<std::pair<std::size_t, std::uint32_t>>;

class Assessment {
public:
    Assessment(SnapshotPtr snapshot, const Config& config, Date today, const Me& me, const AssessSources& sources)
        : m_snapshot(*snapshot),
          m_config(config),
          m_sources(sources),
          m_presence(*snapshot, config),
          m_values(config, today, me, sources.ownerOfPath, m_presence),
          m_waking(today, sources.tags),
          m_meter(config.priority, today, snapshot->people.size()),
          m_thisPeriod(Calendar(config.plan).periodOf(today)),
          m_worklist(std::make_shared<Worklist>()) {
        m_worklist->snapshot = std::move(snapshot);
        m_worklist->today = today;
        m_worklist->savedFilters = config.filters;
    }

    WorklistPtr run() {
        m_worklist->items.resize(m_snapshot.items.size());
        TitleHashes titles = assessEach();
        if (m_sources.extent == Extent::Whole) {
            countAlike(std::move(titles));
            rank();
        } else {
            for (ItemView& view : m_worklist->items) view.alike = 0;
        }
        tellReasons();
        return m_worklist;
    }

private:
    static constexpr std::size_t kWorthAThread = 4096; ///< Items.

    /// One walk over the items for all that looks at one alone: they are large, and memory is what it costs. By several
    /// threads, since each item is assessed by itself.
    /// @returns the hashes of open ones in the order of the items.
    TitleHashes assessEach() {
        std::map<std::size_t, TitleHashes> parts; // By the first item.
        std::mutex mutex;
        forRanges(m_worklist->items.size(), kWorthAThread, [&](std::size_t from, std::size_t to) {
            InterestMeter meter = m_meter;
            TitleHashes titles;
            titles.reserve(to - from);
            for (std::size_t i = from; i < to; ++i) assessOne(static_cast<std::uint32_t>(i), meter, titles);
            const std::lock_guard lock(mutex);
            parts.emplace(from, std::move(titles));
        });
        TitleHashes all;
        for (const auto& [from, titles] : parts) all.insert(all.end(), titles.begin(), titles.end());
        return all;
    }

    void assessOne(std::uint32_t number, InterestMeter& meter, TitleHashes& titles) {
        ItemView& view = m_worklist->items[number];
        view.item = &m_snapshot.items[number];
        view.decided = decidedAbout(*view.item);
        m_values.fill(view);
        fillState(view);
        fillScore(view, meter);
        if (!isOpenDebt(view)) return;
        const std::string folded = foldTitle(view.item->annotation.title);
        if (!folded.empty()) titles.emplace_back(std::hash<std::string>()(folded), number);
    }

    const DecidedItem* decidedAbout(const Item& item) const {
        if (m_snapshot.decided.empty() || item.id.isPending()) return nullptr;
        const auto decided = m_snapshot.decided.find(item.id);
        return decided == m_snapshot.decided.end() ? nullptr : &decided->second;
    }

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
        view.sleeping = m_waking.isAsleep(item) && !byCondition; // who asked to be woken is not left asleep
        view.woke = byCondition || (touchedOn && !decidedSince(view, *touchedOn));
        view.state = stateOf(view, byCondition);
        view.isNew = view.state == State::New;
    }

    static bool decidedSince(const ItemView& view, Date day) {
        if (view.decided == nullptr) return false;
        const auto& fields = view.decided->fields;
        return std::any_of(fields.begin(), fields.end(),
                           [&](const auto& entry) { return dateOf(entry.value.at) >= day; });
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

    void countAlike(TitleHashes byHash) {
        std::sort(byHash.begin(), byHash.end());
        for (auto first = byHash.begin(); first != byHash.end();) {
            const auto last =
                std::find_if(first, byHash.end(), [&](const auto& one) { return one.first != first->first; });
            if (last - first > 1) countAlikeAmong({first, last});
            first = last;
        }
    }

    // Equal hashes are equal titles but for chance, which is ruled out here.
    void countAlikeAmong(std::span<const TitleHashes::value_type> candidates) {
        std::map<std::string, std::vector<std::uint32_t>> byTitle;
        auto& views = m_worklist->items;
        for (const auto& [hash, item] : candidates)
            byTitle[foldTitle(views[item].item->annotation.title)].push_back(item);
        for (const auto& [title, items] : byTitle) {
            for (const std::uint32_t item : items) views[item].alike = static_cast<std::uint32_t>(items.size());
        }
    }

    void fillScore(ItemView& view, InterestMeter& meter) const {
        if (view.item->touches != nullptr && !view.item->ended) {
            view.interest = meter.measure(*view.item->touches, {view.item->fileChanges.get(), view.item->codeLines});
        }
        const ScoreFacts facts{view.debtClass, view.urgency, view.due, view.slips, view.effort};
        view.score.raw = rawScore(view.interest, facts, m_config.priority, m_worklist->today);
        view.score.shown = shownScore(view.score.raw);
    }

    void rank() {
        struct Key {
            double raw;
            std::uint64_t id; // Its first eight bytes: equal scores are many, and items far apart in memory.
            std::uint32_t item;
        };
        auto& views = m_worklist->items;
        std::vector<Key> keys;
        for (std::uint32_t i = 0; i < views.size(); ++i) {
            if (isRanked(views[i])) keys.push_back({views[i].score.raw, firstBytes(views[i].item->id.value), i});
        }
        std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
            if (a.raw != b.raw) return a.raw > b.raw;
            if (a.id != b.id) return a.id < b.id;
            const int order = views[a.item].item->id.value.compare(views[b.item].item->id.value);
            return order != 0 ? order < 0 : a.item < b.item; // Pending items have no id yet.
        });
        auto& byRank = m_worklist->byRank;
        byRank.reserve(keys.size());
        for (const Key& key : keys) {
            byRank.push_back(key.item);
            views[key.item].score.rank = static_cast<std::uint32_t>(byRank.size());
        }
    }

    void tellReasons() {
        const FactTeller teller(m_snapshot, m_config, m_worklist->today);
        auto& views = m_worklist->items;
        forRanges(views.size(), kWorthAThread, [&](std::size_t from, std::size_t to) {
            for (ItemView& view : std::span(views).subspan(from, to - from)) {
                if (isRanked(view)) view.score.reasons = teller.tell(view);
            }
        });
    }

    static std::uint64_t firstBytes(std::string_view text) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            value = value << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
        }
        return value;
    }

    const Snapshot& m_snapshot;
    const Config& m_config;
    const AssessSources& m_sources;
    OwnerPresence m_presence;
    ValuesInForce m_values;
    Waking m_waking;
    InterestMeter m_meter;
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

} // namespace paydown
