// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backtest/past_day.h"
#include "core/base/progress.h"
#include "scanner/refresh/checkout.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace paydown {

/// Stands at commits of the past and says what was known there: for `paydown backtest`.
///
/// Only what was known then is used: items, touches and ranks are read at the tip that the mainline had, whose registry
/// entries are a function of its ancestors; decisions, which carry other clocks, are left out. Which words mark debt
/// and which files are scanned is as it is today. What came after is found apart, by following the code of each item
/// forward through the commits from that tip to the one that the mainline had at the horizon.
///
/// Works on a copy of the registry in the system's temporary folder, so it leaves no trace in it.
class PastDays {
public:
    /// @pre the place has been scanned. @throws Error
    PastDays(Checkout& place, const CheckoutOptions& options);
    ~PastDays();
    PastDays(const PastDays&) = delete;
    PastDays& operator=(const PastDays&) = delete;

    /// The day of the newest commit of the mainline.
    [[nodiscard]] Date lastDay() const;

    /// What was open on the newest commit of the mainline's first parents up to a day, and what came up to the horizon.
    /// Empty where the mainline had no commit then. @throws Cancelled @throws Error
    [[nodiscard]] PastDay read(Date day, Date horizon, const ProgressSink& progress, const std::stop_token& stop);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown
