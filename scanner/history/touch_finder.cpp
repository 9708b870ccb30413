// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/touch_finder.h"

#include "core/base/progress.h"
#include "scanner/history/line_hunks.h"

#include <algorithm>
#include <functional>

namespace paydown::history {

namespace {

const StoredHunks kEqual{};      ///< Of a version that is the other one.
const StoredHunks kUnreadable{}; ///< Stands for a comparison that cannot be made.

/// Where the code of an extent was in the version before, and whether it was touched in between.
struct Step {
    LineExtent extent;
    bool touched = false;
};

Step stepBack(const StoredHunks& hunks, const LineExtent& extent, const Stand& before, const Stand& after) {
    if (&hunks == &kEqual || &hunks == &kUnreadable) {
        return {shifted(extent, after.line(), before.line(), UINT32_MAX), false};
    }
    Step step{carriedBack(hunks.hunks, extent), meets(hunks.hunks, extent)};
    const bool isAround = step.extent.first <= before.line() && before.line() <= step.extent.last;
    if (!isAround) step = {shifted(extent, after.line(), before.line(), hunks.beforeLines), true};
    return step;
}

} // namespace

void TouchFinder::addTo(TipState& tip, const std::stop_token& stop) {
    m_knownOf.clear();
    std::vector<Query> open = openItems(tip);
    while (!open.empty()) {
        throwIfStopped(stop);
        const auto isDone = [&](Query& query) {
            if (!follow(query)) return false;
            tip.interest.push_back(interestOf(query));
            return true;
        };
        std::erase_if(open, isDone);
        readWanted();
    }
    if (tip.base != kNoNumber) addToLedgers(tip);
    std::ranges::sort(tip.interest, {}, &TipInterest::item);
}

/// What stands in a ledger is touched by changes of other files, though nothing of the ledger has changed.
void TouchFinder::addToLedgers(TipState& tip) {
    for (const TipItem& item : m_store.openInLedgers(tip.base)) {
        const auto numberOf = [](const TipItem& own) { return own.standing.item; };
        if (std::ranges::binary_search(tip.items, item.standing.item, {}, numberOf)) continue;
        const auto more = m_ledger.newTouchesOf(item, tip);
        auto interest = m_store.tipInterest(tip.base, item.standing.item);
        if (more.empty() || !interest) continue;
        interest->touches.insert(interest->touches.end(), more.begin(), more.end());
        order(interest->touches);
        tip.interest.push_back(std::move(*interest));
    }
}

/// Those to follow; a ledger's get their interest at once.
std::vector<TouchFinder::Query> TouchFinder::openItems(TipState& tip) {
    std::vector<Query> open;
    for (TipItem& item : tip.items) {
        if (item.ended != kNoNumber) continue;
        if (m_chronicle.text(item.standing.text).annotation.form == Form::Ledger) {
            TipInterest interest{item.standing.item, item.path, kNoNumber, item.extent,
                                 m_ledger.touchesOf(item, tip.commit)};
            order(interest.touches);
            tip.interest.push_back(std::move(interest));
            continue;
        }
        Query query;
        query.item = &item;
        query.names.items = item.aliases;
        query.names.items.push_back(item.standing.item);
        std::ranges::sort(query.names.items);
        const auto stand = m_lineage.find(query.names, tip.commit, item.path);
        if (!stand) continue; // A gap: nothing is known.
        query.stand = *stand;
        open.push_back(std::move(query));
    }
    return open;
}

/// Goes the whole way back. False when some comparison is still to be made: then all that are missing are wanted.
bool TouchFinder::follow(Query& query) {
    struct At {
        Stand stand;
        LineExtent extent;
    };
    query.commits.clear();
    query.takenOver.clear();
    std::set<std::tuple<const HistoryRecord*, std::uint32_t, std::uint32_t>> seen;
    std::vector<At> ways{{query.stand, query.item->extent}};
    while (!ways.empty()) {
        const At at = ways.back();
        ways.pop_back();
        if (!seen.emplace(at.stand.version, at.extent.first, at.extent.last).second) continue;
        if (const TipInterest* known = findKnown(query, at.stand, at.extent)) {
            query.takenOver.push_back(known);
            continue;
        }
        const bool isMerge = m_chronicle.node(at.stand.version->commit).parents.size() > 1;
        for (const Stand& before : m_lineage.before(query.names, at.stand)) {
            const StoredHunks* hunks = hunksOf(before, at.stand);
            if (hunks == nullptr) {
                wantAll(query.names, at.stand);
                return false;
            }
            const Step step = stepBack(*hunks, at.extent, before, at.stand);
            if ((step.touched || before.wasGone) && !isMerge) query.commits.insert(at.stand.version->commit);
            ways.push_back({before, step.extent});
        }
    }
    return true;
}

/// Wants every comparison on the way back, up to those that have been made.
void TouchFinder::wantAll(const Names& names, const Stand& from) {
    std::set<const HistoryRecord*> seen;
    std::vector<Stand> ways{from};
    while (!ways.empty()) {
        const Stand at = ways.back();
        ways.pop_back();
        if (!seen.insert(at.version).second) continue;
        for (const Stand& before : m_lineage.before(names, at)) {
            const StoredHunks* hunks = hunksOf(before, at);
            if (hunks == nullptr) m_wanted.emplace(before.version->blob, at.version->blob);
            if (hunks == nullptr || hunks == &kEqual) ways.push_back(before);
        }
    }
}

const StoredHunks* TouchFinder::hunksOf(const Stand& before, const Stand& after) {
    const BlobNo old = before.version->blob;
    const BlobNo now = after.version->blob;
    if (old == now) return &kEqual;
    if (const StoredHunks* found = m_chronicle.findHunks(old, now)) return found;
    return m_unreadable.contains({old, now}) ? &kUnreadable : nullptr;
}

void TouchFinder::readWanted() {
    std::vector<HunkReader::Pair> pairs;
    for (const auto& [before, after] : m_wanted) {
        pairs.push_back({m_chronicle.blobId(before), m_chronicle.blobId(after)});
    }
    auto differences = m_hunkReader.read(pairs);
    auto difference = differences.begin();
    for (const auto& pair : m_wanted) {
        if (*difference)
            m_chronicle.addHunks(
                {pair.first, pair.second, (*difference)->beforeLines, std::move((*difference)->hunks)});
        else
            m_unreadable.insert(pair);
        ++difference;
    }
    m_wanted.clear();
}

/// Items with several names are followed anew: which names are one depends on the tip.
const TipInterest* TouchFinder::findKnown(const Query& query, const Stand& stand, const LineExtent& extent) {
    if (query.names.items.size() != 1) return nullptr;
    const auto [found, isNew] = m_knownOf.try_emplace(query.names.items.front());
    if (isNew) found->second = m_store.knownInterest(found->first);
    const auto same = std::ranges::find_if(found->second, [&](const TipInterest& known) {
        return known.path == stand.version->path && known.version == stand.version->commit && known.extent == extent;
    });
    return same == found->second.end() ? nullptr : &*same;
}

TipInterest TouchFinder::interestOf(const Query& query) {
    TipInterest interest{query.item->standing.item, query.stand.version->path, kNoNumber, query.item->extent, {}};
    if (query.names.items.size() == 1) interest.version = query.stand.version->commit;
    for (const CommitNo commit : query.commits) {
        const auto [found, isNew] = m_authorship.try_emplace(commit);
        if (isNew) found->second = m_store.authorship(commit);
        interest.touches.push_back({commit, found->second});
    }
    for (const TipInterest* known : query.takenOver) {
        interest.touches.insert(interest.touches.end(), known->touches.begin(), known->touches.end());
    }
    order(interest.touches);
    return interest;
}

/// Newest first, each once.
void TouchFinder::order(std::vector<TipInterest::Touched>& touches) {
    std::ranges::sort(touches, std::greater(), [this](const TipInterest::Touched& touched) {
        const CommitNode& node = m_chronicle.node(touched.commit);
        return std::tuple(touched.by.day, node.generation, node.id);
    });
    const auto repeated = std::ranges::unique(touches);
    touches.erase(repeated.begin(), repeated.end());
}

} // namespace paydown::history
