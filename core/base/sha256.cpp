// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include "core/base/error.h"

#include <cassert>
#include <mbedtls/sha256.h>

namespace paydown {

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    std::array<std::uint8_t, 32> digest{};
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (mbedtls_sha256_ret(data, bytes.size(), digest.data(), /*is224=*/0) != 0) throw Error("compute SHA-256: failed");
    return digest;
}

std::string base32(std::string_view bytes, std::size_t length) {
    assert(length * 5 <= bytes.size() * 8);
    constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
    std::string out;
    out.reserve(length);
    for (std::size_t i = 0; i < length; ++i) {
        const std::size_t bit = i * 5;
        const auto high = static_cast<unsigned char>(bytes[bit / 8]);
        const auto low = bit / 8 + 1 < bytes.size() ? static_cast<unsigned char>(bytes[bit / 8 + 1]) : 0;
        const unsigned window = static_cast<unsigned>(high) << 8 | low;
        out.push_back(kAlphabet[window >> (11 - bit % 8) & 31U]);
    }
    return out;
}

} // namespace paydown
