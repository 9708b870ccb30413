// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/period_builder.h"

#include <fmt/format.h>

namespace paydown::test {

ItemId itemNumber(unsigned number) { return ItemId{fmt::format("item{:06}", number)}; }

PeriodCommit& PeriodBuilder::commit(std::string_view date, const std::vector<unsigned>& touched,
                                    const std::vector<std::string>& paths) {
    PeriodCommit& one = m_facts.commits.emplace_back();
    one.id = commitNumber(static_cast<std::uint8_t>(m_facts.commits.size()));
    one.day = day(date);
    one.summary = fmt::format("change {}", m_facts.commits.size() - 1);
    one.paths = paths;
    for (const unsigned number : touched) one.touched.push_back(itemNumber(number));
    return one;
}

} // namespace paydown::test
