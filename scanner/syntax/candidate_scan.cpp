// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/candidate_scan.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#define PAYDOWN_X86 1
#endif

namespace paydown::syntax {

CandidateTables::CandidateTables() : m_kernel(chooseKernel()) {}

void CandidateTables::addByte(unsigned bucket, std::size_t depth, unsigned char byte) {
    const auto bit = static_cast<std::uint8_t>(1U << bucket);
    m_low[depth][byte & 0x0FU] |= bit;
    m_high[depth][byte >> 4U] |= bit;
}

void CandidateTables::addAnyByte(unsigned bucket, std::size_t depth) {
    for (unsigned value = 0; value < 256; ++value) addByte(bucket, depth, static_cast<unsigned char>(value));
}

void CandidateTables::add(unsigned bucket, std::string_view pattern, Case letters) {
    for (std::size_t depth = 0; depth < kDepth; ++depth) {
        if (depth >= pattern.size()) {
            addAnyByte(bucket, depth);
            continue;
        }
        const auto byte = static_cast<unsigned char>(pattern[depth]);
        addByte(bucket, depth, byte);
        const bool isLetter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (isLetter && letters == Case::Any) addByte(bucket, depth, static_cast<unsigned char>(byte ^ 0x20U));
    }
}

CandidateTables::Block CandidateTables::portable(const CandidateTables& tables, const unsigned char* data,
                                                 std::size_t from, std::size_t end) {
    Block block{from, 0};
    for (; block.offset < end; block.offset += kBlockBytes) {
        for (unsigned i = 0; i < kBlockBytes; ++i) {
            const unsigned char* at = data + block.offset + i;
            unsigned buckets = 0xFF;
            for (std::size_t depth = 0; depth < kDepth && buckets != 0; ++depth)
                buckets &= static_cast<unsigned>(tables.m_low[depth][at[depth] & 0x0FU] &
                                                 tables.m_high[depth][at[depth] >> 4U]);
            block.mask |= (buckets != 0 ? 1U : 0U) << i;
        }
        if (block.mask != 0) break;
    }
    return block;
}

#ifdef PAYDOWN_X86

// The intrinsics take vector pointers; unaligned loads make the cast sound.
__attribute__((target("ssse3"))) CandidateTables::Block
CandidateTables::ssse3(const CandidateTables& tables, const unsigned char* data, std::size_t from, std::size_t end) {
    const __m128i nibble = _mm_set1_epi8(0x0F);
    const __m128i zero = _mm_setzero_si128();
    __m128i low[kDepth];
    __m128i high[kDepth];
    for (std::size_t depth = 0; depth < kDepth; ++depth) {
        low[depth] = _mm_load_si128(reinterpret_cast<const __m128i*>(tables.m_low[depth].data()));
        high[depth] = _mm_load_si128(reinterpret_cast<const __m128i*>(tables.m_high[depth].data()));
    }
    Block block{from, 0};
    for (; block.offset < end; block.offset += kBlockBytes) {
        for (unsigned half = 0; half < 2; ++half) {
            const unsigned char* at = data + block.offset + half * 16U;
            __m128i buckets = _mm_set1_epi8(-1);
            for (std::size_t depth = 0; depth < kDepth; ++depth) {
                const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + depth));
                const __m128i lows = _mm_shuffle_epi8(low[depth], _mm_and_si128(bytes, nibble));
                const __m128i highs = _mm_shuffle_epi8(high[depth], _mm_and_si128(_mm_srli_epi16(bytes, 4), nibble));
                buckets = _mm_and_si128(buckets, _mm_and_si128(lows, highs));
            }
            const auto none = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(buckets, zero)));
            block.mask |= (~none & 0xFFFFU) << (half * 16U);
        }
        if (block.mask != 0) break;
    }
    return block;
}

__attribute__((target("avx2"))) CandidateTables::Block
CandidateTables::avx2(const CandidateTables& tables, const unsigned char* data, std::size_t from, std::size_t end) {
    const __m256i nibble = _mm256_set1_epi8(0x0F);
    const __m256i zero = _mm256_setzero_si256();
    __m256i low[kDepth];
    __m256i high[kDepth];
    for (std::size_t depth = 0; depth < kDepth; ++depth) {
        low[depth] =
            _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(tables.m_low[depth].data())));
        high[depth] =
            _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(tables.m_high[depth].data())));
    }
    Block block{from, 0};
    for (; block.offset < end; block.offset += kBlockBytes) {
        const unsigned char* at = data + block.offset;
        __m256i buckets = _mm256_set1_epi8(-1);
        for (std::size_t depth = 0; depth < kDepth; ++depth) {
            const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + depth));
            const __m256i lows = _mm256_shuffle_epi8(low[depth], _mm256_and_si256(bytes, nibble));
            const __m256i highs =
                _mm256_shuffle_epi8(high[depth], _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
            buckets = _mm256_and_si256(buckets, _mm256_and_si256(lows, highs));
        }
        block.mask = ~static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(buckets, zero)));
        if (block.mask != 0) break;
    }
    return block;
}

CandidateTables::Kernel CandidateTables::chooseKernel() {
    if (__builtin_cpu_supports("avx2")) return &CandidateTables::avx2;
    if (__builtin_cpu_supports("ssse3")) return &CandidateTables::ssse3;
    return &CandidateTables::portable;
}

bool CandidateKernels::useSsse3(CandidateTables& tables) {
    if (!__builtin_cpu_supports("ssse3")) return false;
    tables.m_kernel = &CandidateTables::ssse3;
    return true;
}

#else

CandidateTables::Kernel CandidateTables::chooseKernel() { return &CandidateTables::portable; }
bool CandidateKernels::useSsse3(CandidateTables&) { return false; }

#endif

void CandidateKernels::usePortable(CandidateTables& tables) { tables.m_kernel = &CandidateTables::portable; }

std::optional<CandidateTables::Block> CandidateTables::next(std::string_view text, std::size_t from) const {
    if (from >= text.size()) return std::nullopt;
    const auto* data = reinterpret_cast<const unsigned char*>(text.data());
    constexpr std::size_t kReach = kBlockBytes + kDepth - 1; // bytes that a block looks at
    // Whole blocks whose looking ahead stays inside of the text.
    const std::size_t whole = text.size() - from < kReach ? 0 : (text.size() - from - (kDepth - 1)) / kBlockBytes;
    const std::size_t end = from + whole * kBlockBytes;
    if (whole != 0) {
        const Block block = m_kernel(*this, data, from, end);
        if (block.mask != 0) return block;
    }
    // The rest, less than two blocks, behind which zeros stand in for the text.
    std::array<unsigned char, 3 * kBlockBytes> rest{};
    std::memcpy(rest.data(), data + end, text.size() - end);
    Block block = m_kernel(*this, rest.data(), 0, (text.size() - end + kBlockBytes - 1) / kBlockBytes * kBlockBytes);
    if (block.mask == 0) return std::nullopt;
    block.offset += end;
    return block;
}

} // namespace paydown::syntax
