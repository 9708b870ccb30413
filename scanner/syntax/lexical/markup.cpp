// SPDX-License-Identifier: GPL-3.0-or-later
// HTML and what looks like it: comments, and the script and style inside.
#include "scanner/syntax/lexical/rules_tables.h"
#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax::lexical {
namespace {

/// What a tag or a comment of markup or of a template begins with.
constexpr ByteSet kOpeners{[](char c) { return c == '<' || c == '{'; }};

class MarkupScanner {
public:
    MarkupScanner(const Part& part, Findings& found)
        : m_part(part), m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            m_cursor.at = m_cursor.findIn(kOpeners, m_cursor.at);
            if (m_cursor.done()) return;
            if (m_cursor.startsWith("<!--"))
                readComment(4, "-->");
            else if (readTemplateComment())
                continue;
            else if (m_cursor.startsWith("<![CDATA["))
                m_cursor.at = past("]]>", m_cursor.at);
            else if (m_cursor.here() == '<' && isLetter(m_cursor.ahead(1)))
                readElement();
            else
                ++m_cursor.at;
        }
    }

private:
    [[nodiscard]] std::size_t past(std::string_view what, std::size_t from) const {
        return std::min(m_cursor.find(what, from) + what.size(), m_cursor.end());
    }

    void readComment(std::size_t openerBytes, std::string_view closer) {
        const std::size_t begin = m_cursor.at;
        m_cursor.at = past(closer, begin + openerBytes);
        m_found.comment(begin, m_cursor.at, CommentKind::Block);
    }

    /// Pages are templates as often as not: <%# %> and <% # %> of ERB and EJS, <%-- --%> of JSP and ASP, <%!-- --%> of
    /// EEx, {# #} of Jinja and Django. One that is never closed is text.
    bool readTemplateComment() {
        if (m_cursor.startsWith("{# ")) return readClosed(2, "#}");
        if (!m_cursor.startsWith("<%")) return false;
        if (m_cursor.startsWith("<%--")) return readClosed(4, "--%>");
        if (m_cursor.startsWith("<%!--")) return readClosed(5, "--%>");
        return m_cursor.startsWith("<%#") ? readClosed(3, "%>") : readRubyLine();
    }

    /// <% # … %>: the code of a line that is nothing but a comment.
    bool readRubyLine() {
        std::size_t hash = m_cursor.at + 2;
        if (m_cursor.byteAt(hash) == '-') ++hash;
        while (isBlank(m_cursor.byteAt(hash))) ++hash;
        if (m_cursor.byteAt(hash) != '#') return false;
        const std::string_view line = m_cursor.text().substr(hash, m_cursor.lineEnd(hash) - hash);
        const std::size_t end = hash + std::min(line.find("%>"), line.size());
        m_found.comment(hash, end, CommentKind::Line);
        m_cursor.at = end;
        return true;
    }

    bool readClosed(std::size_t openerBytes, std::string_view closer) {
        if (m_failedLooks >= kMostFailedLooks) return false;
        if (m_cursor.find(closer, m_cursor.at + openerBytes) == m_cursor.end()) {
            ++m_failedLooks;
            return false;
        }
        readComment(openerBytes, closer);
        return true;
    }

    /// Passes over a tag; for script and style reads what they hold in its own language.
    void readElement() {
        const std::size_t begin = m_cursor.at;
        const bool script = startsElement("script");
        const bool style = startsElement("style");
        const std::size_t open = endOfTag(begin);
        m_cursor.at = open;
        if (m_cursor.before(open) != '>' || m_cursor.before(open, 2) == '/' || (!script && !style)) return;
        const std::string_view tag = m_part.text.substr(begin, open - begin);
        const std::size_t close = closeOf(script ? "</script" : "</style", open);
        const Rules* rules = script ? scriptRules(tag) : styleRules(tag);
        if (rules != nullptr) scanPart(*rules, {m_part.text, open, close}, m_found);
        m_cursor.at = close;
    }

    [[nodiscard]] bool startsElement(std::string_view name) const {
        Cursor cursor = m_cursor;
        ++cursor.at;
        return cursor.startsWithAnyCase(name) && !isWord(cursor.ahead(name.size())) && cursor.ahead(name.size()) != '-';
    }

    /// Behind the '>' of a tag; attributes may hold '>' in quotes. A tag that never closes is text.
    [[nodiscard]] std::size_t endOfTag(std::size_t begin) {
        if (m_failedLooks >= kMostFailedLooks) return begin + 1;
        char quote = '\0';
        for (std::size_t at = begin + 1; at < m_cursor.end(); ++at) {
            const char c = m_cursor.byteAt(at);
            if (quote != '\0') {
                if (c == quote) {
                    m_found.string(m_quoteBegin, at + 1);
                    quote = '\0';
                }
            } else if ((c == '"' || c == '\'') && opensValue(at)) {
                quote = c;
                m_quoteBegin = at;
            } else if (c == '>') {
                return at + 1;
            } else if (c == '<') {
                return at;
            }
        }
        // An attribute that is never closed must not hide the comments of the rest.
        ++m_failedLooks;
        return begin + 1;
    }

    [[nodiscard]] bool opensValue(std::size_t at) const {
        while (at > m_cursor.begin() && isBlank(m_cursor.byteAt(at - 1))) --at;
        return m_cursor.before(at) == '=';
    }

    [[nodiscard]] std::size_t closeOf(std::string_view closer, std::size_t from) const {
        Cursor cursor = m_cursor;
        for (cursor.at = cursor.find("</", from); !cursor.done(); cursor.at = cursor.find("</", cursor.at + 2))
            if (cursor.startsWithAnyCase(closer)) break;
        return cursor.at;
    }

    static bool has(std::string_view tag, std::string_view what) { return tag.find(what) != std::string_view::npos; }

    /// Null for data that is no program.
    static const Rules* scriptRules(std::string_view tag) {
        if (has(tag, "lang=\"ts") || has(tag, "lang='ts") || has(tag, "typescript")) return &kTypescript;
        if (has(tag, "lang=\"coffee")) return &kCoffee;
        if (has(tag, "text/x-") || has(tag, "text/html") || has(tag, "text/template") || has(tag, "text/ng-"))
            return nullptr;
        return has(tag, "json") ? &kJson : &kJavascript;
    }

    static const Rules* styleRules(std::string_view tag) {
        if (has(tag, "lang=\"sass") || has(tag, "lang=\"stylus")) return &kScss;
        return has(tag, "scss") || has(tag, "less") ? &kScss : &kCss;
    }

    const Part& m_part;
    Findings& m_found;
    Cursor m_cursor;
    std::size_t m_quoteBegin = 0;
    int m_failedLooks =
        0; ///< Tags and comments that never closed; after some, tags are not read any more, which keeps it linear.
};

} // namespace

void scanMarkup(const Part& part, Findings& found) { MarkupScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
