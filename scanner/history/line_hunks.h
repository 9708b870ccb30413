// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history_records.h"

#include <cstdint>
#include <span>
#include <vector>

namespace paydown::history {

/// How two versions differ, by the line diff of core/identity. A function of the two versions alone.
/// @param before lineKeys() of a version, as `after` is.
[[nodiscard]] std::vector<Hunk> hunksBetween(std::span<const std::uint32_t> before,
                                             std::span<const std::uint32_t> after);

/// Whether any hunk changes a line of the extent of the new version, or takes lines from between two lines of it.
[[nodiscard]] bool meets(const std::vector<Hunk>& hunks, const LineExtent& extent);

/// The extent in the old version: a hunk that reaches over an end of it belongs to it whole. Empty (last < first) when
/// all of it came with the new version.
[[nodiscard]] LineExtent carriedBack(const std::vector<Hunk>& hunks, const LineExtent& extent);

/// An extent around a line, put around where that line stood in a version of so many lines.
[[nodiscard]] LineExtent shifted(const LineExtent& extent, std::uint32_t line, std::uint32_t to, std::uint32_t lines);

} // namespace paydown::history
