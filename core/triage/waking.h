// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/assess.h"

#include <optional>
#include <span>
#include <string_view>

namespace paydown {

/// The same day so many months earlier; the last of the month where it has no such day.
[[nodiscard]] Date monthsBefore(Date date, std::chrono::months months);

/// What ends the rest of an item that somebody decided to leave (field::kWake).
struct WakeCondition {
    enum class Kind : std::uint8_t { Never, Touched, OnDate, Changed, Tagged };
    Kind kind = Kind::Never;
    std::uint32_t touches = 0; ///< Touched: so many more since the decision.
    Date date{};               ///< OnDate: on this day.
    std::string_view tag;      ///< Tagged: name of a tag, '*' for any bytes. Points into what was parsed.
};

/// "touched:10", "date:2027-01-01", "changed", "tag:v2*"; anything else never wakes.
[[nodiscard]] WakeCondition parseWakeCondition(std::string_view text);

/// Tells sleep and waking of items on one day.
class Waking {
public:
    Waking(Date today, std::span<const ReleaseTag> tags);

    /// Whether nothing touched the item's surroundings for 24 months. Not known without touches: awake.
    [[nodiscard]] bool isAsleep(const Item& item) const;

    /// The day of the touch that ended a sleep of 24 months, if that was at most kWokeFor ago.
    [[nodiscard]] std::optional<Date> wokenByTouch(const Item& item) const;

    /// Whether the condition that somebody set holds by now. False when nobody set one.
    [[nodiscard]] bool wokenByCondition(const Item& item, const DecidedItem& decided) const;

private:
    Date m_today;
    Date m_sleepBefore;
    std::span<const ReleaseTag> m_tags;
};

} // namespace paydown
