// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/hashing.h"

#include <array>

namespace paydown::identity {

namespace {

enum ByteKind : std::uint8_t { kWhite, kSign, kWord };

constexpr auto kKinds = [] {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const bool digit = byte >= '0' && byte <= '9';
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (digit || letter || byte == '_' || byte >= 0x80)
            kinds[byte] = kWord;
        else
            kinds[byte] = byte <= ' ' || byte == 0x7F ? kWhite : kSign;
    }
    return kinds;
}();

std::uint32_t hashFrom(std::string_view line, ByteKind least) {
    Hasher hasher;
    bool any = false;
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        if (kKinds[byte] < least) continue;
        hasher.add(byte);
        any = true;
    }
    return any ? hasher.shortValue() : 0;
}

} // namespace

std::uint32_t hashWords(std::string_view line) { return hashFrom(line, kWord); }

std::uint32_t hashInk(std::string_view line) { return hashFrom(line, kSign); }

} // namespace paydown::identity
