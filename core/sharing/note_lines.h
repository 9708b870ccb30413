// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// A note of decisions: lines of the decision log (core/decisions/record_codec.h), in ascending order of their bytes,
/// once each. That is what git's own cat_sort_uniq makes of two notes, so a rewrite by `git rebase` changes nothing.
/// Lines that this version cannot read are lines all the same: somebody else's may be able to.
using NoteLines = std::vector<std::string>;

/// What was read of a note.
struct NoteReading {
    NoteLines lines;
    std::size_t refused = 0; ///< Lines longer than a record may be: no paydown wrote them, and none passes them on.
};

/// Never fails: whatever the bytes are, what looks like lines of records is kept.
[[nodiscard]] NoteReading readNote(std::string_view text);

/// Every line ends in a line feed.
[[nodiscard]] std::string noteText(const NoteLines& lines);

/// The union. Commutative, associative, idempotent. @pre both as readNote() gives them
[[nodiscard]] NoteLines unite(const NoteLines& a, const NoteLines& b);

/// The id of the record on a line without reading the rest of it; empty when it does not begin as records do.
[[nodiscard]] std::string_view recordIdOf(std::string_view line);

} // namespace paydown
