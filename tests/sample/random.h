// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Numbers that are the same on every machine: the standard's distributions are not, and the sample repository has to
/// have the same commit ids wherever it is made.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paydown::sample {

/// splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    /// A number from 0 to `bound` - 1; `bound` must not be 0. The slight bias of the remainder does not matter here.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

    /// True in `percent` of 100 calls.
    bool chance(unsigned percent) { return below(100) < percent; }

    /// Any element; `items` must not be empty.
    template <typename T>
    const T& pick(const std::vector<T>& items) {
        return items[below(items.size())];
    }

    /// An index below `count` that is small more often than large: the hot end of a list.
    std::size_t skewedBelow(std::size_t count) {
        const std::size_t first = below(count), second = below(count);
        return first < second ? first : second;
    }

private:
    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15u;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30u)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27u)) * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 31u);
    }

    std::uint64_t m_state;
};

} // namespace paydown::sample
