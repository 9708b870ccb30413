// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/item_id.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Ids as people read and type them: "D-" and the shortest prefix, of at least four characters, that no other known id
/// shares. Built once per snapshot; a lookup is a binary search. Immutable, hence safe to share.
class ShortIds {
public:
    ShortIds() = default;
    explicit ShortIds(std::vector<ItemId> known);

    /// "D-7f3k"; for a pending item an empty text; for an id that is not known, the whole id.
    [[nodiscard]] std::string shown(const ItemId& id) const;

    /// The known ids that start with what somebody typed, with or without "D-". Empty when it is shorter than four
    /// characters; several when it is ambiguous.
    [[nodiscard]] std::vector<ItemId> matching(std::string_view typed) const;

private:
    std::vector<ItemId> m_sorted;
};

} // namespace paydown
