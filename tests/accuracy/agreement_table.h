// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::accuracy {

/// Counts where the lexical reader and the grammars agree, by language.
class AgreementTable {
public:
    /// Reads a file with both readers; one whose language has no grammar is passed over.
    void add(const std::string& name, std::string_view bytes);

    /// A Markdown table, and behind it every difference: "name:line: reader alone: first line of the comment", marked
    /// "(stumbled)" where the tree of the grammar holds an error.
    [[nodiscard]] std::string text() const;

private:
    struct Row {
        std::size_t files = 0;
        std::size_t comments = 0;    ///< As the lexical reader has them.
        std::size_t stumbles = 0;    ///< Files whose tree holds an error.
        std::size_t tooCostly = 0;   ///< Files that the grammar gives up on.
        std::size_t differences = 0; ///< In files whose tree holds no error.
        std::size_t doubtful = 0;    ///< In the others.
    };

    std::map<std::string, Row, std::less<>> m_rows; ///< By language.
    std::vector<std::string> m_differences;
};

} // namespace paydown::accuracy
