// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/budget_count.h"

#include "core/filter/path_pattern.h"
#include "scanner/tree/commit_tree.h"

#include <algorithm>

namespace paydown::hooks {

bool isBelow(const BudgetConfig& budget, std::string_view path) { return pathMatches(budget.path, path); }

std::uint32_t openIn(std::span<const Annotation> annotations) {
    return static_cast<std::uint32_t>(
        std::ranges::count_if(annotations, [](const Annotation& one) { return !one.mention; }));
}

std::vector<std::uint32_t> countBelow(std::span<const std::string> paths, std::span<const BudgetConfig> budgets) {
    std::vector<std::uint32_t> counts;
    for (const BudgetConfig& budget : budgets) {
        counts.push_back(static_cast<std::uint32_t>(
            std::ranges::count_if(paths, [&](const std::string& path) { return isBelow(budget, path); })));
    }
    return counts;
}

std::vector<std::uint32_t> openAt(const git::Repository& repository, const CommitId& commit,
                                  const ScanSettings& settings, std::span<const BudgetConfig> budgets,
                                  const std::stop_token& stop) {
    const auto isCounted = [&](std::string_view path) {
        return std::ranges::any_of(budgets, [&](const BudgetConfig& budget) { return isBelow(budget, path); });
    };
    const TreeReading reading = readCommitTree(repository, commit, settings, Symbols::Skip, stop, isCounted);
    std::vector<std::uint32_t> counts(budgets.size());
    for (const FileOnDisk& file : reading.files) {
        for (std::size_t i = 0; i < budgets.size(); ++i) {
            if (isBelow(budgets[i], file.path)) counts[i] += openIn(file.annotations);
        }
    }
    return counts;
}

} // namespace paydown::hooks
