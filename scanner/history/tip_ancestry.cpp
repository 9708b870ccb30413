// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/tip_ancestry.h"

#include <algorithm>
#include <set>

namespace paydown::history {

namespace {

/// The runs of numbers in [begin, end) that are not among some ascending ones.
std::vector<CommitNo> gapsBetween(CommitNo begin, CommitNo end, const std::vector<CommitNo>& numbers) {
    std::vector<CommitNo> gaps;
    const auto add = [&gaps](CommitNo from, CommitNo to) {
        if (from < to) gaps.insert(gaps.end(), {from, to});
    };
    for (const CommitNo number : numbers) {
        add(begin, number);
        begin = number + 1;
    }
    add(begin, end);
    return gaps;
}

/// What a tip has beside a base; nothing when it cannot be built on it.
std::optional<std::vector<CommitNo>> commitsAbove(Chronicle& chronicle, CommitNo tip, const TipAncestry& base) {
    std::set<CommitNo> found{tip};
    bool reachesBase = false;
    for (auto commit = found.rbegin(); commit != found.rend(); ++commit) {
        const CommitNode& node = chronicle.node(*commit);
        const bool isAbove = *commit >= chronicle.firstNew() && *commit > base.tip() && !node.parents.empty();
        if (!isAbove) return std::nullopt;
        for (const CommitNo parent : node.parents) {
            if (parent == base.tip())
                reachesBase = true;
            else if (base.contains(parent))
                return std::nullopt;
            else
                found.insert(parent); // Lower than all that were looked at.
        }
    }
    if (!reachesBase) return std::nullopt;
    return std::vector<CommitNo>(found.begin(), found.end());
}

} // namespace

TipAncestry TipAncestry::read(Chronicle& chronicle, CommitNo tip) {
    std::vector<bool> isAncestor(tip + 1, false);
    isAncestor[tip] = true;
    for (CommitNo commit = tip + 1; commit-- > 0;) {
        if (!isAncestor[commit]) continue;
        for (const CommitNo parent : chronicle.node(commit).parents) isAncestor[parent] = true;
    }
    std::vector<CommitNo> outside;
    for (CommitNo commit = 0; commit <= tip; ++commit) {
        const bool runs = outside.size() % 2 == 1;
        if (isAncestor[commit] == runs) outside.push_back(commit);
    }
    return {tip, std::move(outside)};
}

bool TipAncestry::contains(CommitNo commit) const {
    if (commit > m_tip) return false;
    const auto after = std::ranges::upper_bound(m_outside, commit);
    return (after - m_outside.begin()) % 2 == 0;
}

TipAncestry TipAncestry::extended(const std::vector<CommitNo>& added) const {
    std::vector<CommitNo> outside = m_outside;
    const auto more = gapsBetween(m_tip + 1, added.back() + 1, added);
    outside.insert(outside.end(), more.begin(), more.end());
    return {added.back(), std::move(outside)};
}

std::optional<TipBase> findTipBase(HistoryStore& store, Chronicle& chronicle, CommitNo tip) {
    if (chronicle.firstNew() == 0 || tip < chronicle.firstNew() || chronicle.news().hasAliases) return std::nullopt;
    for (TipBasis& basis : store.tips()) {
        if (basis.commit >= tip) continue;
        TipAncestry before(basis.commit, std::move(basis.outside));
        auto commits = commitsAbove(chronicle, tip, before);
        if (commits) return TipBase{std::move(before), std::move(*commits)};
    }
    return std::nullopt;
}

} // namespace paydown::history
