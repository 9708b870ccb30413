// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "core/filter/filter.h"

#include <span>
#include <string>
#include <vector>

namespace paydown::cli {

/// The filter that stands in the arguments; filter:NAME is what the configuration saves. @throws Error that points at
/// the mistake and says what was meant.
[[nodiscard]] Filter filterOrThrow(Session& session, std::span<const std::string> arguments);

/// The same, by the configuration of one repository of a workspace.
[[nodiscard]] Filter filterOrThrow(const Config& config, std::span<const std::string> arguments);

/// What matching needs: today, ranks, the periods and the commits of the ranges that the filter names.
/// @throws Error for a range that names no commits.
[[nodiscard]] FilterContext contextOf(Session& session, const Worklist& worklist, const Filter& filter);

/// The same in one repository of a workspace.
[[nodiscard]] FilterContext contextOf(Checkout& place, const Worklist& worklist, const Filter& filter);

/// Indexes of the items that a filter and a --state ask for. "" means open debt; "all" means everything known.
[[nodiscard]] std::vector<std::uint32_t> selectForState(const Worklist& worklist, const Filter& filter,
                                                        const FilterContext& context, const std::string& state,
                                                        bool withMentions);

} // namespace paydown::cli
