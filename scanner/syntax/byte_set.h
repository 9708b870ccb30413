// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace paydown::syntax {

/// A set of bytes: to look a byte up is faster than to compare it with several others, and to find the next one of them
/// in a text costs next to nothing where the processor has AVX2 or SSSE3, which look at 32 or 16 bytes at once.
///
/// For that, the low half of a byte chooses an entry of a table of 16, whose bits say with which high halves it is in
/// the set (W. Muła, "SIMD-ized check which bytes are in a set"). A set with bytes beyond ASCII is searched byte by
/// byte.
class ByteSet {
public:
    constexpr ByteSet() = default;
    /// @param holds whether a byte is in the set
    template <typename Holds>
    explicit constexpr ByteSet(Holds holds) {
        for (unsigned byte = 0; byte < m_holds.size(); ++byte)
            if (holds(static_cast<char>(byte))) add(static_cast<char>(byte));
    }

    constexpr void add(char byte) { set(static_cast<unsigned char>(byte), true); }
    constexpr void remove(char byte) { set(static_cast<unsigned char>(byte), false); }
    [[nodiscard]] constexpr bool operator[](char byte) const { return m_holds[static_cast<unsigned char>(byte)]; }

    /// Offset of the first byte at or behind `from` that is in the set; the size of the text if none is.
    [[nodiscard]] std::size_t findIn(std::string_view text, std::size_t from) const;

private:
    constexpr void set(unsigned char byte, bool isHeld) {
        if (m_holds[byte] == isHeld) return;
        m_holds[byte] = isHeld;
        if (byte < 0x80)
            m_highsOfLow[byte & 0x0FU] ^= static_cast<std::uint8_t>(1U << (byte >> 4U));
        else
            m_beyondAscii += isHeld ? 1 : -1;
    }

    friend struct ByteSetKernels; ///< Lets the tests search by every kernel that the processor has.

    std::array<bool, 256> m_holds{};
    alignas(16) std::array<std::uint8_t, 16> m_highsOfLow{}; ///< By low half, bits of the high halves 0 to 7.
    int m_beyondAscii = 0;                                   ///< Bytes of the set that the table cannot say.
};

/// The kernels one by one, for tests.
struct ByteSetKernels {
    /// Searches byte by byte, whatever the processor has.
    [[nodiscard]] static std::size_t findPortably(const ByteSet& set, std::string_view text, std::size_t from);
    /// Searches with SSSE3; none when the processor has none.
    [[nodiscard]] static std::optional<std::size_t> findBySsse3(const ByteSet& set, std::string_view text,
                                                                std::size_t from);
};

} // namespace paydown::syntax
