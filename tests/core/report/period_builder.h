// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/period_facts.h"
#include "tests/core/triage/snapshot_builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown::test {

/// Builds what Checkout::periodFacts() gathers: September to November 2026, commits in the order told.
class PeriodBuilder {
public:
    PeriodBuilder() { m_facts.period = {day("2026-09-01"), day("2026-11-30")}; }

    /// A commit with the numbers of the items that it passed through; its id is made of its own number.
    PeriodCommit& commit(std::string_view date, const std::vector<unsigned>& touched = {},
                         const std::vector<std::string>& paths = {"a.cpp"});
    [[nodiscard]] const PeriodFacts& facts() const { return m_facts; }

private:
    PeriodFacts m_facts;
};

/// The id that SnapshotBuilder gives to its n-th item.
ItemId itemNumber(unsigned number);

} // namespace paydown::test
