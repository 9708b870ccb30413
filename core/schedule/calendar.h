// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/config/config.h"

#include <compare>
#include <string>

namespace paydown {

/// A planning period (sprint). Never stored: its id is its first day.
struct Period {
    Date start;
    Date last; ///< Its last day, included.

    friend auto operator<=>(const Period&, const Period&) = default;
};

/// Divides time into periods: from [plan] start and days, or calendar months when nothing is configured.
class Calendar {
public:
    explicit Calendar(const PlanConfig& config);

    /// The period that holds a day, before the configured start as well.
    [[nodiscard]] Period periodOf(Date day) const;
    [[nodiscard]] Period next(const Period& period) const;
    [[nodiscard]] Period previous(const Period& period) const;

    /// "16 Nov – 29 Nov", or "November 2026" for calendar months.
    [[nodiscard]] std::string nameOf(const Period& period) const;

private:
    std::optional<Date> m_start;
    std::chrono::days m_length;
};

} // namespace paydown
