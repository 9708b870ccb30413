// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/queues.h"

#include "core/triage/assess.h"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_set>

namespace paydown {

namespace {

constexpr std::array kQueues{
    QueueInfo{Queue::Review, "review", "Review 20", "Nothing to review: everything awake has been looked at."},
    QueueInfo{Queue::New, "new", "New", "Nothing new."},
    QueueInfo{Queue::Woke, "woke", "Woke", "None woke lately."},
    QueueInfo{Queue::Answer, "answer", "Answer", "Nothing needs an answer."},
    QueueInfo{Queue::Mine, "mine", "Mine", "Nothing here is yours."},
    QueueInfo{Queue::Due, "due", "Due", "Nothing is due within a week."},
    QueueInfo{Queue::Planned, "planned", "Planned", "Nothing is planned."},
    QueueInfo{Queue::Open, "open", "Open", "No open debt is awake."},
    QueueInfo{Queue::Inherited, "inherited", "Inherited", "Nothing inherited is awake."},
    QueueInfo{Queue::Sleeping, "sleeping", "Sleeping", "Nothing sleeps."},
    QueueInfo{Queue::LivingWith, "living-with", "Living with", "Nobody decided to live with anything."},
    QueueInfo{Queue::Decided, "decided", "Decided", "Nobody has decided anything yet."},
    QueueInfo{Queue::Ended, "ended", "Ended", "Nothing has ended in the history that was read."},
};

bool isAwake(const ItemView& view) {
    return isOpenDebt(view) && view.state != State::Sleeping && view.state != State::LivingWith;
}

bool isPressing(const ItemView& view, Date today) {
    return isPlannedNow(view, today) || view.state == State::NeedsAnswer || view.woke ||
           belongsTo(Queue::Due, view, today);
}

std::int64_t verdictTime(const ItemView& view) {
    const DecidedValue* verdict = view.decided == nullptr ? nullptr : view.decided->find(field::kVerdict);
    return verdict == nullptr ? std::numeric_limits<std::int64_t>::min() : verdict->at.seconds;
}

// What the queue sorts by before rank; smaller goes first.
std::int64_t firstKey(Queue queue, const ItemView& view, Date today) {
    switch (queue) {
    case Queue::Mine: return isPressing(view, today) ? 0 : 1;
    case Queue::Due: return view.due->time_since_epoch().count();
    case Queue::Planned: return view.period->time_since_epoch().count();
    case Queue::Decided: return -std::max(verdictTime(view), -std::numeric_limits<std::int64_t>::max());
    default: return 0;
    }
}

// Everything in the order that queues have before their own: by rank, then what has none, by its place in the snapshot.
template <typename Visit>
void forEachByRank(const Worklist& worklist, Visit&& visit) {
    for (const std::uint32_t item : worklist.byRank) visit(item);
    for (std::uint32_t item = 0; item < worklist.items.size(); ++item) {
        if (worklist.items[item].score.rank == 0) visit(item);
    }
}

// One of each group of equal texts: the first by rank stands for all of them.
std::vector<std::uint32_t> reviewed(const Worklist& worklist) {
    std::unordered_set<std::string> seen;
    std::vector<std::uint32_t> items;
    for (const std::uint32_t item : worklist.byRank) { // All that can be reviewed is ranked.
        if (items.size() == kReviewSize) break;
        const ItemView& view = worklist.items[item];
        if (!belongsTo(Queue::Review, view, worklist.today)) continue;
        if (view.alike > 1 && !seen.insert(foldTitle(view.item->annotation.title)).second) continue;
        items.push_back(item);
    }
    return items;
}

} // namespace

std::span<const QueueInfo> queues() { return kQueues; }

const QueueInfo& infoOf(Queue queue) { return kQueues[static_cast<std::size_t>(queue)]; }

std::optional<Queue> parseQueue(std::string_view key) {
    for (const QueueInfo& info : kQueues) {
        if (info.key == key) return info.queue;
    }
    return std::nullopt;
}

bool isPlannedNow(const ItemView& view, Date today) {
    return view.state == State::Planned && view.period && *view.period <= today;
}

bool belongsTo(Queue queue, const ItemView& view, Date today) {
    switch (queue) {
    case Queue::Review: return isAwake(view) && view.verdict == Verdict::None && view.state != State::Planned;
    case Queue::New: return isOpenDebt(view) && view.state == State::New;
    case Queue::Woke: return isAwake(view) && view.woke;
    case Queue::Answer: return isOpenDebt(view) && view.state == State::NeedsAnswer;
    case Queue::Mine: return isAwake(view) && view.mine;
    case Queue::Due:
        return isOpenDebt(view) && view.state != State::LivingWith && view.due && *view.due <= today + kDueSoon;
    case Queue::Planned: return isOpenDebt(view) && view.state == State::Planned;
    case Queue::Open: return isAwake(view);
    case Queue::Inherited: return isOpenDebt(view) && view.state == State::Inherited;
    case Queue::Sleeping: return isOpenDebt(view) && view.state == State::Sleeping;
    case Queue::LivingWith: return isOpenDebt(view) && view.state == State::LivingWith;
    case Queue::Decided:
        return !view.item->ended && view.decided != nullptr && view.decided->find(field::kVerdict) != nullptr;
    case Queue::Ended: return view.state == State::Ended && !view.item->annotation.mention;
    }
    return false;
}

std::vector<std::uint32_t> members(Queue queue, const Worklist& worklist) {
    if (queue == Queue::Review) return reviewed(worklist);
    struct Entry {
        std::int64_t first;
        std::uint32_t item;
    };
    std::vector<Entry> entries;
    forEachByRank(worklist, [&](std::uint32_t item) {
        const ItemView& view = worklist.items[item];
        if (!belongsTo(queue, view, worklist.today)) return;
        entries.push_back({firstKey(queue, view, worklist.today), item});
    });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.first < b.first; });
    std::vector<std::uint32_t> items;
    items.reserve(entries.size());
    for (const Entry& entry : entries) items.push_back(entry.item);
    return items;
}

std::size_t count(Queue queue, const Worklist& worklist) {
    if (queue == Queue::Review) return reviewed(worklist).size();
    return static_cast<std::size_t>(
        std::count_if(worklist.items.begin(), worklist.items.end(),
                      [&](const ItemView& view) { return belongsTo(queue, view, worklist.today); }));
}

} // namespace paydown
