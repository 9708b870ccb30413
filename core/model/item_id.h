// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/object_id.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace paydown {

/// The name of a debt item for all time: 10 characters of base32 (16 after a clash), computed from its introduction
/// alone, so every clone computes the same. Empty while an annotation is in no commit (pending).
struct ItemId {
    std::string value;

    [[nodiscard]] bool isPending() const noexcept { return value.empty(); }
    friend auto operator<=>(const ItemId&, const ItemId&) = default;
};

constexpr std::size_t kItemIdLength = 10;        ///< Characters of an id.
constexpr std::size_t kItemIdLengthOnClash = 16; ///< Characters of both ids after a clash.
constexpr std::size_t kMinItemIdPrefix = 4;      ///< Shortest prefix that is shown or accepted.

/// Where and as what an item was introduced: all that its id is made of.
struct Introduction {
    CommitId commit;
    std::string path;  ///< As git stores it, with '/'.
    std::string title; ///< As written; folded by foldTitle().
    std::uint32_t order =
        0; ///< Counts equal (path, title) that this commit introduces, from 0, by position in the file.
};

/// The title as ids see it: ASCII lower case without ASCII white space and punctuation, other bytes kept. Frozen: a
/// change would rename every item of every user.
[[nodiscard]] std::string foldTitle(std::string_view title);

/// The id of an introduction: base32 of SHA-256 over "paydown-item-1" LF commit LF path NUL title NUL order
/// (identity, section 3). @param length kItemIdLength or kItemIdLengthOnClash.
[[nodiscard]] ItemId makeItemId(const Introduction& introduction, std::size_t length = kItemIdLength);

/// "D-7f3k" as people write it: strips "D-" or "d-", lower-cases.
[[nodiscard]] std::string itemIdPrefix(std::string_view typed);

struct ItemIdHash {
    std::size_t operator()(const ItemId& id) const noexcept { return std::hash<std::string>{}(id.value); }
};

} // namespace paydown
