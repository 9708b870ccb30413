// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>

namespace paydown {

/// Lines of a file, 1-based and inclusive.
struct LineExtent {
    std::uint32_t first = 1;
    std::uint32_t last = 1;

    friend auto operator<=>(const LineExtent&, const LineExtent&) = default;
};

/// Lines of an old version and what stands for them in a new one: `beforeCount` lines from the 1-based line `before` on
/// became `afterCount` lines from `after` on. With a count of 0 the line is the one before which something came or
/// went.
struct Hunk {
    std::uint32_t before = 1;
    std::uint32_t beforeCount = 0;
    std::uint32_t after = 1;
    std::uint32_t afterCount = 0;

    friend bool operator==(const Hunk&, const Hunk&) = default;
};

} // namespace paydown
