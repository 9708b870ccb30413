// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace paydown {

/// The queues of the desk's sidebar and of bare `paydown`. Sleeping, lived-with, judged-away and ended items stand only
/// in the queues that name them.
enum class Queue : std::uint8_t {
    Review,     ///< The twenty open, undecided ones most worth a look, by score; of each group of equal texts one.
    New,        ///< Introduced after the line, and nobody looked yet.
    Woke,       ///< A touch or a condition woke them.
    Answer,     ///< Slipped too often: they need an answer.
    Mine,       ///< Mine and planned, due, woken or needing an answer first, then the rest of mine.
    Due,        ///< Overdue or due within seven days, by date; sleeping ones too.
    Planned,    ///< Placed in this or a later period.
    Open,       ///< Everything that counts as debt and is awake, by score.
    Inherited,  ///< From before the line, undecided and awake.
    Sleeping,   ///< Nothing touched them for 24 months.
    LivingWith, ///< We know and leave them.
    Decided,    ///< Somebody gave a verdict, newest verdict first; judged-away ones too.
    Ended,      ///< Newest ending first.
};

/// How many items Queue::Review holds at most.
inline constexpr std::size_t kReviewSize = 20;
/// How many days ahead Queue::Due looks.
inline constexpr std::chrono::days kDueSoon{7};

struct QueueInfo {
    Queue queue;
    std::string_view key;   ///< For settings and the command line: "review".
    std::string_view name;  ///< For people, in English: "Review 20".
    std::string_view empty; ///< What to say when it is empty: "Nothing new."
};

/// All queues in the order of the sidebar.
[[nodiscard]] std::span<const QueueInfo> queues();
[[nodiscard]] const QueueInfo& infoOf(Queue queue);
/// The queue of a key; nothing for an unknown one.
[[nodiscard]] std::optional<Queue> parseQueue(std::string_view key);

/// Whether an item stands in a queue. For Review this is the condition to be among the candidates.
[[nodiscard]] bool belongsTo(Queue queue, const ItemView& view, Date today);

/// Whether an item is placed in the period of today; planned items of later periods are not.
[[nodiscard]] bool isPlannedNow(const ItemView& view, Date today);

/// Indexes into worklist.items, in the queue's order. Ties by id, so the order is total.
[[nodiscard]] std::vector<std::uint32_t> members(Queue queue, const Worklist& worklist);

/// members(queue).size() without sorting.
[[nodiscard]] std::size_t count(Queue queue, const Worklist& worklist);

} // namespace paydown
