// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/letters.h"

namespace paydown::annotations {

namespace {

constexpr unsigned byteAt(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

constexpr bool isContinuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// Of two bytes of UTF-8: U+00C0 to U+052F but the two signs in between; Armenian and later are left out.
bool isLetterOfTwo(unsigned lead, unsigned next) {
    const unsigned point = (lead & 0x1FU) << 6U | (next & 0x3FU);
    return point >= 0xC0 && point <= 0x52F && point != 0xD7 && point != 0xF7;
}

bool isWordByte(unsigned byte) {
    const char c = static_cast<char>(byte);
    return byte < 0x80 && (isAlnum(c) || c == '_');
}

} // namespace

bool isWordBefore(std::string_view bytes, std::size_t at) {
    if (at == 0) return false;
    const unsigned last = byteAt(bytes, at - 1);
    if (last < 0x80) return isWordByte(last);
    if (!isContinuation(last)) return last >= 0xC0 && last != 0xD7 && last != 0xF7; // Latin-1
    if (at < 2) return false;
    const unsigned lead = byteAt(bytes, at - 2);
    if (lead >= 0xC2 && lead <= 0xDF) return isLetterOfTwo(lead, last);
    // U+1E00 to U+1FFF: Latin Extended Additional (Vietnamese) and Greek Extended.
    return at >= 3 && byteAt(bytes, at - 3) == 0xE1 && lead >= 0xB8 && lead <= 0xBF;
}

bool isWordAt(std::string_view bytes, std::size_t at) {
    if (at >= bytes.size()) return false;
    const unsigned lead = byteAt(bytes, at);
    if (lead < 0x80) return isWordByte(lead);
    if (lead < 0xC0) return false;
    const unsigned next = at + 1 < bytes.size() ? byteAt(bytes, at + 1) : 0;
    if (!isContinuation(next)) return lead != 0xD7 && lead != 0xF7; // Latin-1
    if (lead >= 0xC2 && lead <= 0xDF) return isLetterOfTwo(lead, next);
    return lead == 0xE1 && next >= 0xB8;
}

std::size_t skipBlanks(std::string_view bytes, std::size_t from, std::size_t end) {
    while (from < end && isBlank(bytes[from])) ++from;
    return from;
}

} // namespace paydown::annotations
