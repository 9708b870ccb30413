// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comment.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// What the comments of one file ask not to be told about: debt:ignore on the line, debt:ignore-next-line, and
/// debt:ignore-file in the first 20 lines. In quotes or backticks they are talked about, and ask nothing.
class Silence {
public:
    Silence() = default;
    /// @param bytes the file, to its endOfReach() at least.
    /// @param comments in the order of the file.
    Silence(std::string_view bytes, std::span<const syntax::Comment> comments);

    /// Behind what could silence something: the line of the last annotation, and the head of the file, where
    /// debt:ignore-file may stand.
    /// @param last a byte of the last annotation
    [[nodiscard]] static std::size_t endOfReach(std::string_view bytes, std::size_t last);

    [[nodiscard]] bool covers(std::uint32_t line) const;
    [[nodiscard]] bool coversFile() const { return m_file; }

private:
    /// Reads what is asked for at `at`, if anything is.
    void take(std::string_view bytes, std::size_t at, std::uint32_t line);

    std::vector<std::uint32_t> m_lines; ///< Ascending but for neighbours; sorted at the end of construction.
    bool m_file = false;
};

} // namespace paydown::annotations
