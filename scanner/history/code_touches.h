// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/line_extent.h"
#include "core/model/object_id.h"
#include "scanner/history/hunk_reader.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace paydown::history {

/// Lines of one version of a file, to be found again in other versions of it.
struct CodePlace {
    std::string path;
    BlobId version;
    LineExtent lines;
};

/// What one commit made of one file.
struct VersionChange {
    std::string path;
    BlobId before; ///< Null: there was no such file.
    BlobId after;  ///< Null: it is gone.
};

/// Which changes touched which code: a change is a touch where a line of the code as it was before the change is
/// changed or taken away, or something comes between two lines of it. The code is found in any version, older or newer,
/// by comparing that version with the place's own, whatever lies between the two; where nothing of it is left there is
/// no touch. Unlike TouchFinder this needs no history of an item: it also tells what comes after a version, and what
/// became of code whose debt has gone. Renames are the caller's: a place can be named under another path.
/// @return by place, ascending indexes into the changes. @throws Cancelled
[[nodiscard]] std::vector<std::vector<std::size_t>>
touchesOfCode(std::span<const CodePlace> places, std::span<const VersionChange> changes, HunkReader& hunks);

} // namespace paydown::history
