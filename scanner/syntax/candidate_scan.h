// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace paydown::syntax {

/// Sixteen or thirty-two bytes of a text at a time, the places where one of some short byte patterns could begin.
///
/// Each of the first four bytes of a pattern sets its bucket's bit in two tables of 16 entries, by the low and by the
/// high half of the byte. A place is a candidate when some bucket's bit is set for all four bytes that stand there;
/// with a byte shuffle that is 32 places in a dozen instructions (the idea of Hyperscan's "Teddy" literal matcher).
/// False candidates are possible, missed ones are not.
class CandidateTables {
public:
    enum class Case : std::uint8_t { Exact, Any };
    static constexpr unsigned kBuckets = 8;
    static constexpr std::size_t kBlockBytes = 32;

    /// 32 places of the text; bit i of the mask is set when a pattern could begin at offset + i.
    struct Block {
        std::size_t offset = 0;
        std::uint32_t mask = 0;
    };

    CandidateTables();

    /// @param pattern of at least one byte; only its first four are looked at.
    void add(unsigned bucket, std::string_view pattern, Case letters);

    /// The next block, at or behind `from`, with a candidate. Places at the end of the text whose pattern would run
    /// over it can be among them. Uses AVX2 or SSSE3 where the processor has them.
    [[nodiscard]] std::optional<Block> next(std::string_view text, std::size_t from) const;

private:
    static constexpr std::size_t kDepth = 4;
    using Kernel = Block (*)(const CandidateTables& tables, const unsigned char* data, std::size_t from,
                             std::size_t end);

    static Block portable(const CandidateTables& tables, const unsigned char* data, std::size_t from, std::size_t end);
    static Block ssse3(const CandidateTables& tables, const unsigned char* data, std::size_t from, std::size_t end);
    static Block avx2(const CandidateTables& tables, const unsigned char* data, std::size_t from, std::size_t end);
    static Kernel chooseKernel();

    void addByte(unsigned bucket, std::size_t depth, unsigned char byte);
    void addAnyByte(unsigned bucket, std::size_t depth);

    alignas(16) std::array<std::array<std::uint8_t, 16>, kDepth> m_low{};
    alignas(16) std::array<std::array<std::uint8_t, 16>, kDepth> m_high{};
    Kernel m_kernel;

    friend struct CandidateKernels; ///< Lets the tests run every kernel that the processor has.
};

/// The kernels one by one, for tests.
struct CandidateKernels {
    /// Uses the portable code, whatever the processor has.
    static void usePortable(CandidateTables& tables);
    /// Uses SSSE3; false when the processor has none.
    static bool useSsse3(CandidateTables& tables);
};

} // namespace paydown::syntax
