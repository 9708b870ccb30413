// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace paydown::identity {

/// A debt that stands no more, and the two versions of its file.
struct Departure {
    std::string_view before;                  ///< Bytes of the last version that held it.
    SourceRange range;                        ///< Where it stood there.
    bool fileGone = false;                    ///< There is no new version.
    std::string_view after;                   ///< Bytes of the new version.
    std::string_view codeBefore;              ///< `before` with every comment blanked out (line ends kept).
    std::string_view codeAfter;               ///< `after`, likewise.
    std::span<const std::uint32_t> annotated; ///< Lines of `after` on which annotations begin, 1-based.
};

/// Excluded: its own line still stands and is read no more, or stands with debt:ignore added, so it was silenced.
/// Dropped: the file, or at least 80 % of the five lines on each side of it went too, or the symbol around it with half
/// of those lines in it. Erased: the code of the symbol around it, else of its paragraph, else of the ten lines on each
/// side, still stands, token by token, so only the comment went. Else Paid. A revert is told by the commit's message,
/// not here.
[[nodiscard]] EndingKind endingOf(const Departure& departure);

} // namespace paydown::identity
