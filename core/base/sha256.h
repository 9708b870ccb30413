// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace paydown {

/// SHA-256 (FIPS 180-4) of the bytes.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);

/// RFC 4648 base32 in lower case, without padding, of the first bytes: the first `length` characters.
/// @pre length * 5 <= bytes * 8
[[nodiscard]] std::string base32(std::string_view bytes, std::size_t length);

} // namespace paydown
