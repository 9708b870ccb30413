// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/model/item_view.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// A key of the filter language, for completion and for help.
struct FilterKeyInfo {
    FilterKey key;
    std::string_view name;    ///< "class"; "mine" takes no value.
    std::string_view example; ///< "class:reckless"
    std::string_view meaning; ///< One sentence without a final stop.
};

/// All keys, in the order of the manual.
[[nodiscard]] std::span<const FilterKeyInfo> filterKeys();
[[nodiscard]] const FilterKeyInfo& infoOf(FilterKey key);

/// A value that would match something, and how much.
struct FilterSuggestion {
    std::string text;      ///< What to insert: "@mia", quoted where it has to be.
    std::size_t count = 0; ///< Open items that have it; 0 for fixed words such as "1y..".
};

/// The values of a key that occur in the worklist, most frequent first, then the fixed words of the key. Folders for
/// path, people for owner. Some milliseconds for 100,000 items.
[[nodiscard]] std::vector<FilterSuggestion> valuesOf(FilterKey key, const Worklist& worklist);

/// What could stand at the cursor of a half-typed filter.
struct Completion {
    std::size_t begin = 0; ///< The bytes [begin, end) of the text would be replaced.
    std::size_t end = 0;
    std::vector<FilterSuggestion> suggestions; ///< At most 50, best first; each is the whole replacement.
};

/// @param cursor byte offset into text.
[[nodiscard]] Completion complete(std::string_view text, std::size_t cursor, const Worklist& worklist);

} // namespace paydown
