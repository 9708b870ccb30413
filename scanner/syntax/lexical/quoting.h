// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/lexical/cursor.h"

#include <string>
#include <vector>

namespace paydown::syntax::lexical {

/// The bracket that closes `opener`; the same character for what is no bracket.
[[nodiscard]] char closerOf(char opener);

/// Behind the delimiter that closes the one at `open`: brackets nest, a backslash escapes. The end of the text if none.
[[nodiscard]] std::size_t endOfQuoted(const Cursor& cursor, std::size_t open);

/// The heredocs of a line of Perl or Ruby, whose bodies follow its line end.
class Heredocs {
public:
    /// At "<<": takes `<<EOF`, `<<-EOF`, `<<~EOF`, `<<"E F"`, `<<'EOF'`; false, with the cursor unmoved, for a shift.
    bool open(Cursor& cursor);
    /// Behind a line end: passes over the bodies. One whose terminator does not come was none.
    void passBodies(Cursor& cursor, Findings& found);
    [[nodiscard]] bool isEmpty() const { return m_open.empty(); }

private:
    struct Heredoc {
        std::string terminator;
        bool indented = false;
    };

    [[nodiscard]] std::size_t endOfBody(const Cursor& cursor, const Heredoc& heredoc);

    std::vector<Heredoc> m_open;
    std::size_t m_failedBytes = 0; ///< Searched in vain; bounded, which keeps it linear.
};

} // namespace paydown::syntax::lexical
