// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/byte_set.h"

#include <algorithm>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#define PAYDOWN_X86 1
#endif

namespace paydown::syntax {
namespace {

/// Passes over whole blocks of bytes that are not in the set. Returns the first byte that is, or where less than a
/// block is left.
using Kernel = std::size_t (*)(const std::uint8_t* highsOfLow, const char* text, std::size_t from, std::size_t end);

std::size_t passNothing(const std::uint8_t* /*highsOfLow*/, const char* /*text*/, std::size_t from,
                        std::size_t /*end*/) {
    return from;
}

#ifdef PAYDOWN_X86

/// By high half, its bit in the table; none for bytes beyond ASCII.
alignas(16) constexpr std::array<std::uint8_t, 16> kBitOfHigh{1, 2, 4, 8, 16, 32, 64, 128};

// The intrinsics take vector pointers; unaligned loads make the cast sound. A byte beyond ASCII shuffles in a zero.
__attribute__((target("ssse3"))) std::size_t passSsse3(const std::uint8_t* highsOfLow, const char* text,
                                                       std::size_t from, std::size_t end) {
    constexpr std::size_t kBlock = 16;
    const __m128i highs = _mm_load_si128(reinterpret_cast<const __m128i*>(highsOfLow));
    const __m128i bits = _mm_load_si128(reinterpret_cast<const __m128i*>(kBitOfHigh.data()));
    const __m128i nibble = _mm_set1_epi8(0x0F);
    for (; from < end && end - from >= kBlock; from += kBlock) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + from));
        const __m128i bit = _mm_shuffle_epi8(bits, _mm_and_si128(_mm_srli_epi16(bytes, 4), nibble));
        const __m128i held = _mm_and_si128(_mm_shuffle_epi8(highs, bytes), bit);
        const int none = _mm_movemask_epi8(_mm_cmpeq_epi8(held, _mm_setzero_si128()));
        if (none != 0xFFFF) return from + static_cast<unsigned>(__builtin_ctz(~static_cast<unsigned>(none)));
    }
    return from;
}

__attribute__((target("avx2"))) std::size_t passAvx2(const std::uint8_t* highsOfLow, const char* text, std::size_t from,
                                                     std::size_t end) {
    constexpr std::size_t kBlock = 32;
    const __m256i highs = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(highsOfLow)));
    const __m256i bits =
        _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(kBitOfHigh.data())));
    const __m256i nibble = _mm256_set1_epi8(0x0F);
    for (; from < end && end - from >= kBlock; from += kBlock) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + from));
        const __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
        const __m256i held = _mm256_and_si256(_mm256_shuffle_epi8(highs, bytes), bit);
        const int none = _mm256_movemask_epi8(_mm256_cmpeq_epi8(held, _mm256_setzero_si256()));
        if (none != -1) return from + static_cast<unsigned>(__builtin_ctz(~static_cast<unsigned>(none)));
    }
    return from;
}

Kernel chooseKernel() {
    if (__builtin_cpu_supports("avx2")) return &passAvx2;
    if (__builtin_cpu_supports("ssse3")) return &passSsse3;
    return &passNothing;
}

#else

Kernel chooseKernel() { return &passNothing; }

#endif

} // namespace

std::size_t ByteSet::findIn(std::string_view text, std::size_t from) const {
    static const Kernel kPass = chooseKernel();
    if (m_beyondAscii == 0) from = kPass(m_highsOfLow.data(), text.data(), from, text.size());
    return ByteSetKernels::findPortably(*this, text, from);
}

std::size_t ByteSetKernels::findPortably(const ByteSet& set, std::string_view text, std::size_t from) {
    while (from < text.size() && !set[text[from]]) ++from;
    return std::min(from, text.size());
}

std::optional<std::size_t> ByteSetKernels::findBySsse3([[maybe_unused]] const ByteSet& set,
                                                       [[maybe_unused]] std::string_view text,
                                                       [[maybe_unused]] std::size_t from) {
#ifdef PAYDOWN_X86
    if (__builtin_cpu_supports("ssse3") && set.m_beyondAscii == 0)
        return findPortably(set, text, passSsse3(set.m_highsOfLow.data(), text.data(), from, text.size()));
#endif
    return std::nullopt;
}

} // namespace paydown::syntax
