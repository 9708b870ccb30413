// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::identity {

/// Judges how debts ended that stand no more in a new version of their file. What it takes to judge is made of the two
/// versions once, when it is first needed: a commit may end hundreds in one file. Keeps views of the bytes; one thread.
class EndingJudge {
public:
    /// A version of the file with every comment blanked out (line ends kept); empty when comments are not known.
    using CodeOf = std::function<std::string(std::string_view bytes)>;

    /// @param before bytes of the last version that held the debts
    /// @param after bytes of the new version
    /// @param annotated lines of `after` on which annotations begin, 1-based
    EndingJudge(std::string_view before, std::string_view after, CodeOf codeOf, std::vector<std::uint32_t> annotated);
    ~EndingJudge();
    EndingJudge(EndingJudge&&) noexcept;
    EndingJudge& operator=(EndingJudge&&) noexcept;

    /// Excluded: its own line still stands and is read no more, or stands with debt:ignore added, so it was silenced.
    /// Dropped: at least 80 % of the five lines on each side of it went too, or the symbol around it with half of those
    /// lines in it. Erased: the code of the symbol around it, else of its paragraph, else of the ten lines on each
    /// side, still stands, token by token, so only the comment went. Else Paid. A revert is told by the commit's
    /// message, not here, and what goes with its whole file is Dropped.
    /// @param range where the debt stood in the old version
    [[nodiscard]] EndingKind kindOf(const SourceRange& range);

private:
    struct Versions;
    std::unique_ptr<Versions> m_versions;
};

} // namespace paydown::identity
