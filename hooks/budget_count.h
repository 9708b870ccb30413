// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/git/repository.h"
#include "core/model/annotation.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::hooks {

/// Whether a file counts for a budget; its path is written as in the filter path:…
[[nodiscard]] bool isBelow(const BudgetConfig& budget, std::string_view path);

/// How many debts stand in a file: mentions are none.
[[nodiscard]] std::uint32_t openIn(std::span<const Annotation> annotations);

/// How many of these paths are below the path of each budget.
[[nodiscard]] std::vector<std::uint32_t> countBelow(std::span<const std::string> paths,
                                                    std::span<const BudgetConfig> budgets);

/// How many debts stand below the path of each budget at a commit. Reads all of its files there.
/// @throws Error when the commit cannot be read, Cancelled
[[nodiscard]] std::vector<std::uint32_t> openAt(const git::Repository& repository, const CommitId& commit,
                                                const ScanSettings& settings, std::span<const BudgetConfig> budgets,
                                                const std::stop_token& stop = {});

} // namespace paydown::hooks
