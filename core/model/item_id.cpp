// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/item_id.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

namespace paydown {

namespace {

bool isAsciiSpaceOrPunctuation(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) return true;
    return (byte >= 0x21 && byte <= 0x2F) || (byte >= 0x3A && byte <= 0x40) || (byte >= 0x5B && byte <= 0x60) ||
           (byte >= 0x7B && byte <= 0x7E);
}

} // namespace

std::string foldTitle(std::string_view title) {
    std::string folded = asciiLower(title);
    std::erase_if(folded, isAsciiSpaceOrPunctuation);
    return folded;
}

ItemId makeItemId(const Introduction& introduction, std::size_t length) {
    std::string text = "paydown-item-1\n" + toHex(introduction.commit) + '\n' + introduction.path;
    text.push_back('\0');
    text += foldTitle(introduction.title);
    text.push_back('\0');
    text += std::to_string(introduction.order);
    const auto digest = sha256(text);
    return ItemId{base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, length)};
}

std::string itemIdPrefix(std::string_view typed) {
    std::string prefix = asciiLower(trimmed(typed));
    if (prefix.starts_with("d-")) prefix.erase(0, 2);
    return prefix;
}

} // namespace paydown
