// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace paydown {

constexpr std::size_t kUlidLength = 26;

/// Makes ULIDs (github.com/ulid/spec): 48 bits of milliseconds since 1970 and 80 random bits, in 26 characters of
/// Crockford's base32. Those of one generator ascend, within a millisecond too. Not for sharing between threads.
class UlidGenerator {
public:
    using Clock = std::function<std::uint64_t()>; ///< Milliseconds since 1970.
    using Randomness = std::function<std::array<std::uint8_t, 10>()>;

    /// With the system's clock and randomness. PAYDOWN_NOW does not matter here: ids must be unique.
    UlidGenerator();
    /// For tests.
    UlidGenerator(Clock clock, Randomness randomness);

    [[nodiscard]] std::string next();

private:
    Clock m_clock;
    Randomness m_randomness;
    std::uint64_t m_lastMilliseconds = 0;
    std::array<std::uint8_t, 10> m_lastRandom{};
};

/// Whether a text is a ULID as this program writes it: 26 characters, upper case, the first at most '7'.
[[nodiscard]] bool isUlid(std::string_view text);

} // namespace paydown
