// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/debt_tax.h"

#include "core/report/item_index.h"
#include "core/triage/assess.h"

#include <algorithm>
#include <map>

namespace paydown {

namespace {

using Toll = DebtTax::Toll;

/// Takes debts, each time the one that the most commits passed through which none of those before had, until half of
/// the commits are covered. The smallest such choice would take exponential time to find; this one is at most a few
/// debts longer, and it can be checked by hand.
class HalfCover {
public:
    HalfCover(const std::vector<Toll>& tolls, std::size_t commits, std::size_t taxed)
        : m_tolls(tolls), m_missing((taxed + 1) / 2), m_tollsOf(commits), m_adds(tolls.size()) {
        for (std::size_t toll = 0; toll < tolls.size(); ++toll) {
            m_adds[toll] = tolls[toll].commits.size();
            for (const std::uint32_t commit : tolls[toll].commits) m_tollsOf[commit].push_back(toll);
        }
    }

    /// Indexes into the tolls, in the order taken. @pre ties are in the tolls' order.
    [[nodiscard]] std::vector<std::size_t> take() {
        std::vector<std::size_t> taken;
        while (m_missing > 0) {
            const auto best = static_cast<std::size_t>(std::ranges::max_element(m_adds) - m_adds.begin());
            m_missing -= std::min(m_missing, m_adds[best]);
            taken.push_back(best);
            for (const std::uint32_t commit : m_tolls[best].commits) cover(commit);
        }
        return taken;
    }

private:
    void cover(std::uint32_t commit) {
        for (const std::size_t toll : m_tollsOf[commit]) --m_adds[toll];
        m_tollsOf[commit].clear();
    }

    const std::vector<Toll>& m_tolls;
    std::size_t m_missing;
    std::vector<std::vector<std::size_t>> m_tollsOf; ///< By commit, while it is not covered.
    std::vector<std::size_t> m_adds;                 ///< By toll: commits that it would add.
};

std::vector<Toll> tollsByCount(std::map<std::uint32_t, std::vector<std::uint32_t>> byItem, const Worklist& worklist) {
    std::vector<Toll> tolls;
    tolls.reserve(byItem.size());
    for (auto& [item, commits] : byItem) tolls.push_back({item, std::move(commits)});
    std::ranges::sort(tolls, [&](const Toll& a, const Toll& b) {
        if (a.commits.size() != b.commits.size()) return a.commits.size() > b.commits.size();
        return worklist.items[a.item].item->id < worklist.items[b.item].item->id;
    });
    return tolls;
}

} // namespace

double DebtTax::share() const {
    return commits.empty() ? 0 : static_cast<double>(taxed.size()) / static_cast<double>(commits.size());
}

DebtTax debtTax(const Worklist& worklist, const PeriodFacts& facts, const ReportPeriod& period) {
    const ItemIndex indexOf(worklist);
    DebtTax tax;
    std::map<std::uint32_t, std::vector<std::uint32_t>> byItem;
    for (std::uint32_t at = 0; at < facts.commits.size(); ++at) {
        const PeriodCommit& commit = facts.commits[at];
        if (!period.holds(commit.day)) continue;
        tax.commits.push_back(at);
        bool isTaxed = false;
        for (const ItemId& id : commit.touched) {
            const auto item = indexOf.find(id);
            if (!item || !countsAsDebt(worklist.items[*item])) continue;
            auto& commits = byItem[*item];
            if (commits.empty() || commits.back() != at) commits.push_back(at);
            isTaxed = true;
        }
        if (isTaxed) tax.taxed.push_back(at);
    }
    std::vector<Toll> tolls = tollsByCount(std::move(byItem), worklist);
    const auto first = HalfCover(tolls, facts.commits.size(), tax.taxed.size()).take();
    std::vector<char> isTaken(tolls.size(), 0);
    for (const std::size_t toll : first) {
        isTaken[toll] = 1;
        tax.tolls.push_back(tolls[toll]);
    }
    for (std::size_t toll = 0; toll < tolls.size(); ++toll) {
        if (isTaken[toll] == 0) tax.tolls.push_back(std::move(tolls[toll]));
    }
    tax.half = first.size();
    return tax;
}

} // namespace paydown
