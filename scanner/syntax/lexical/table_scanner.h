// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/byte_set.h"
#include "scanner/syntax/lexical/cursor.h"
#include "scanner/syntax/lexical/rules.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace paydown::syntax::lexical {

/// Reads a text by the tables of its rules: skips to the next byte at which something can open, tries what opens there
/// (triggers, then blocks, lines and strings, longest delimiter first), goes on behind it. Linear: every look back
/// stops at the first byte that is no blank, bracket run or the like, and every search that fails ends the text.
class TableScanner {
public:
    TableScanner(const Rules& rules, std::string_view text, std::size_t begin, std::size_t end, Findings& found);

    void scan();

private:
    enum Opens : std::uint8_t { kTrigger = 1, kBlock = 2, kLine = 4, kString = 8 };

    /// A string with a hole that is open: where its pieces go on when the hole closes.
    struct OpenHole {
        const StringForm* form = nullptr;
        std::size_t depth = 0;
        char opener = '{';
        char closer = '}';
    };

    void step();
    [[nodiscard]] bool stands(Where where, std::size_t opener, std::size_t size) const;
    [[nodiscard]] bool matches(std::string_view opener) const;
    bool tryBlocks();
    bool tryLines();
    bool tryStrings();
    void readBlock(const BlockForm& form);
    [[nodiscard]] std::size_t endOfNested(const BlockForm& form, std::size_t from) const;
    [[nodiscard]] std::size_t endOfLineBlock(const BlockForm& form, std::size_t from) const;
    void readLine(const LineForm& form);
    [[nodiscard]] bool prefixStands(std::string_view prefix) const;
    void readString(const StringForm& form, std::size_t begin);
    bool openHole(const StringForm& form, std::size_t begin);
    bool countBracket(char c);
    void endLine();

    // special.cpp
    bool trySpecial(Special special);
    bool characterC();
    bool characterTight();
    bool characterBehind(std::size_t markBytes);
    bool rawC();
    bool rawHash();
    bool rawR();
    bool longBracket();
    bool dollarQuote();
    bool stringsCSharp();
    bool transpose();
    bool readUntil(std::size_t begin, std::size_t from, std::string_view close);
    // special_strings.cpp
    bool heredocHcl();
    bool hereStringPowerShell();
    bool lineString();
    bool sigil();
    bool slashy();
    bool pragma();
    bool quasiQuote();
    bool regexAwk();
    bool readRegex();
    bool quoteVim();
    bool rawD();
    bool quotedOcaml();
    // formatted.cpp
    bool formattedString();

    void literal(std::size_t begin, std::size_t end) { m_found.string(begin, end); }
    void comment(std::size_t begin, std::size_t end, CommentKind kind);
    [[nodiscard]] std::size_t codeEnd() const;
    [[nodiscard]] bool mayLook() const { return m_failedBytes <= 4 * (m_cursor.end() - m_cursor.begin()); }
    [[nodiscard]] std::size_t endOfInterpolatedCSharp(std::size_t from, bool verbatim) const;

    const Rules& m_rules;
    Findings& m_found;
    Cursor m_cursor;
    std::array<std::uint8_t, 256> m_opens{}; ///< What can open at a byte, as bits of Opens.
    ByteSet m_interesting;                   ///< Bytes at which scan() stops.
    std::vector<OpenHole> m_holes;
    std::vector<std::pair<std::string_view, bool>> m_heredocs; ///< Terminators that the next line end opens; indented?
    std::string_view m_openDollar; ///< The $tag$ behind AS or DO whose body is read as code.
    bool m_asksForCode = false;    ///< Whether any special asks for codeEnd(): only then is it followed.
    std::size_t m_commentEnd = 0;  ///< Of the last comment.
    std::size_t m_codeEnd = 0;     ///< Of the code before it and before the comments that it follows directly.
    std::size_t m_literalEnd = 0;  ///< Behind the last character literal of C: no number goes on from there.
    std::size_t m_separatorEnd = std::string_view::npos; ///< Behind the last separator in a number of C.
    std::size_t m_failedBytes = 0;                       ///< Searched in vain; bounded, which keeps it linear.
    int m_failedLooks = 0; ///< Searches that found nothing; after some there are no more, which keeps it linear.
};

} // namespace paydown::syntax::lexical
