// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/today.h"

#include "core/triage/assess.h"
#include "core/triage/queues.h"

namespace paydown {

namespace {

constexpr std::chrono::days kLately{7};

} // namespace

// In the order in which a team gains most: what waits for an answer blocks others.
std::string nextCommandFor(const Today& numbers) {
    if (numbers.needsAnswer > 0) return "paydown list state:needs-answer";
    if (numbers.mineNow > 0) return "paydown mine";
    if (numbers.overdue + numbers.dueSoon > 0) return "paydown list due:..1w";
    if (numbers.fresh > 0) return "paydown list state:new";
    if (numbers.woke > 0) return "paydown list state:woke";
    if (numbers.toReview > 0) return "paydown list --queue review";
    return "paydown list";
}

Today today(const Worklist& worklist) {
    Today numbers;
    const Date day = worklist.today;
    for (const ItemView& view : worklist.items) {
        const auto in = [&](Queue queue) { return belongsTo(queue, view, day) ? 1U : 0U; };
        if (view.item->ended) {
            const bool lately = !view.item->annotation.mention && dateOf(view.item->ended->at.date) + kLately > day;
            numbers.endedLately += lately ? 1U : 0U;
            continue;
        }
        const bool isDue = in(Queue::Due) == 1;
        const bool isOverdue = isDue && *view.due < day;
        numbers.fresh += in(Queue::New);
        numbers.woke += in(Queue::Woke);
        numbers.overdue += isOverdue ? 1U : 0U;
        numbers.dueSoon += isDue && !isOverdue ? 1U : 0U;
        numbers.needsAnswer += in(Queue::Answer);
        numbers.mine += in(Queue::Mine);
        const bool isNow = isDue || view.woke || isPlannedNow(view, day) || view.state == State::NeedsAnswer;
        numbers.mineNow += isNow ? in(Queue::Mine) : 0U;
        numbers.open += in(Queue::Open);
        numbers.sleeping += in(Queue::Sleeping);
        numbers.inherited += in(Queue::Inherited);
        const bool isPending = view.item->id.isPending() && worklist.snapshot->head.has_value();
        numbers.pending += isPending && isOpenDebt(view) ? 1U : 0U;
    }
    numbers.toReview = static_cast<std::uint32_t>(count(Queue::Review, worklist));
    numbers.nextCommand = nextCommandFor(numbers);
    return numbers;
}

} // namespace paydown
