// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_view.h"

#include <cstdint>
#include <string>

namespace paydown {

/// What matters this morning: the five lines of bare `paydown` and the start page of the desk.
struct Today {
    std::uint32_t fresh = 0;       ///< New: introduced after the line, undecided.
    std::uint32_t woke = 0;        ///< Woken by a touch or a condition.
    std::uint32_t overdue = 0;     ///< Past their date.
    std::uint32_t dueSoon = 0;     ///< Due within seven days, overdue ones apart.
    std::uint32_t needsAnswer = 0; ///< Slipped too often.
    std::uint32_t mine = 0;        ///< Open and mine.
    std::uint32_t mineNow = 0;     ///< Of these, planned for this period, due, woken or needing an answer.
    std::uint32_t toReview = 0;    ///< In Review 20.
    std::uint32_t open = 0;        ///< All that counts as debt and is awake.
    std::uint32_t sleeping = 0;
    std::uint32_t inherited = 0;
    std::uint32_t pending = 0;     ///< In no commit yet.
    std::uint32_t endedLately = 0; ///< Ended in the last seven days.
    std::string nextCommand;       ///< The one command most worth typing now: "paydown list state:needs-answer".
};

[[nodiscard]] Today today(const Worklist& worklist);

/// What to type next, by the other numbers.
[[nodiscard]] std::string nextCommandFor(const Today& numbers);

} // namespace paydown
