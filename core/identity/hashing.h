// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace paydown::identity {

// Hashes of texts and lines, equal on every machine: they are stored beside items. 0 stands for "nothing there".

/// Spreads the bits of a value (the finalizer of splitmix64).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

/// Combines two hashes, the order of which matters.
[[nodiscard]] constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
    return mix(a * 0x9E3779B97F4A7C15ULL + b + 0x632BE59BD9B4E019ULL);
}

/// FNV-1a, one byte after the other.
class Hasher {
public:
    constexpr void add(unsigned char byte) { m_value = (m_value ^ byte) * 0x100000001B3ULL; }
    constexpr void add(std::string_view bytes) {
        for (const char c : bytes) add(static_cast<unsigned char>(c));
    }
    /// Never 0.
    [[nodiscard]] constexpr std::uint64_t value() const {
        const std::uint64_t mixed = mix(m_value);
        return mixed == 0 ? 1 : mixed;
    }
    [[nodiscard]] constexpr std::uint32_t shortValue() const {
        const auto cut = static_cast<std::uint32_t>(value() >> 32);
        return cut == 0 ? 1 : cut;
    }

private:
    std::uint64_t m_value = 0xCBF29CE484222325ULL;
};

/// Of all bytes; 0 for an empty text.
[[nodiscard]] constexpr std::uint64_t hashOf(std::string_view bytes) {
    if (bytes.empty()) return 0;
    Hasher hasher;
    hasher.add(bytes);
    return hasher.value();
}

/// Of the letters, digits, underscores and non-ASCII bytes of a line; 0 when it has none. So neither indentation nor
/// the style of braces and comments changes what a line's neighbours are called.
[[nodiscard]] std::uint32_t hashWords(std::string_view line);

/// Of the bytes of a line that are not white space; 0 when it is blank.
[[nodiscard]] std::uint32_t hashInk(std::string_view line);

} // namespace paydown::identity
