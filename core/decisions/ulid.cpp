// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/ulid.h"

#include "core/base/error.h"

#include <algorithm>
#include <chrono>
#include <sys/random.h>
#include <utility>

namespace paydown {

namespace {

constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::uint64_t systemMilliseconds() {
    using namespace std::chrono;
    return static_cast<std::uint64_t>(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

std::array<std::uint8_t, 10> systemRandomness() {
    std::array<std::uint8_t, 10> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw Error("make an id: the system has no randomness");
    }
    return bytes;
}

/// Adds one to a big-endian number; false when it overflowed.
bool increment(std::array<std::uint8_t, 10>& bytes) {
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
        if (++*byte != 0) return true;
    }
    return false;
}

std::string spell(std::uint64_t milliseconds, const std::array<std::uint8_t, 10>& random) {
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    std::ranges::copy(random, bytes.begin() + 6);
    std::string text;
    text.reserve(kUlidLength);
    // 26 characters carry 130 bits; the two that are too many lead and are zero.
    for (std::size_t i = 0; i < kUlidLength; ++i) {
        unsigned value = 0;
        for (std::size_t bit = i * 5; bit < i * 5 + 5; ++bit) {
            const unsigned one = bit < 2 ? 0U : bytes[(bit - 2) / 8] >> (7 - (bit - 2) % 8) & 1U;
            value = value << 1 | one;
        }
        text.push_back(kCrockford[value]);
    }
    return text;
}

} // namespace

UlidGenerator::UlidGenerator() : UlidGenerator(systemMilliseconds, systemRandomness) {}

UlidGenerator::UlidGenerator(Clock clock, Randomness randomness)
    : m_clock(std::move(clock)), m_randomness(std::move(randomness)) {}

std::string UlidGenerator::next() {
    const std::uint64_t milliseconds = m_clock();
    if (milliseconds > m_lastMilliseconds || m_lastMilliseconds == 0) {
        m_lastMilliseconds = milliseconds;
        m_lastRandom = m_randomness();
    } else if (!increment(m_lastRandom)) {
        ++m_lastMilliseconds;
    }
    return spell(m_lastMilliseconds, m_lastRandom);
}

bool isUlid(std::string_view text) {
    return text.size() == kUlidLength && text.front() <= '7' &&
           std::ranges::all_of(text, [](char c) { return kCrockford.find(c) != std::string_view::npos; });
}

} // namespace paydown
