// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown: prose and code are text; only <!-- --> outside of code is a comment.
#include "scanner/syntax/lexical/scanners.h"

namespace paydown::syntax::lexical {
namespace {

class MarkdownScanner {
public:
    MarkdownScanner(const Part& part, Findings& found) : m_found(found), m_cursor(part.text, part.begin, part.end) {}

    void scan() {
        while (!m_cursor.done() && !m_found.isEnough(m_cursor.at)) {
            if (readFence() || readIndentedCode()) continue;
            readLine();
        }
    }

private:
    /// A line indented by four columns behind an empty one is code, unless it goes on with an item of a list.
    bool readIndentedCode() {
        std::size_t first = m_cursor.at;
        std::size_t columns = 0;
        for (; isBlank(m_cursor.byteAt(first)); ++first)
            columns = m_cursor.byteAt(first) == '\t' ? (columns / 4 + 1) * 4 : columns + 1;
        const bool empty = first >= m_cursor.end() || isLineEnd(m_cursor.byteAt(first));
        if (!empty && columns < 4) m_inList = opensItem(first) || (m_inList && (columns > 0 || !m_behindGap));
        const bool code = !empty && columns >= 4 && m_behindGap && !m_inList;
        if (!code) {
            m_behindGap = empty;
            return false;
        }
        const std::size_t begin = m_cursor.at;
        m_cursor.at = m_cursor.nextLine(begin);
        m_found.string(begin, m_cursor.at);
        return true;
    }

    [[nodiscard]] bool opensItem(std::size_t at) const {
        const char mark = m_cursor.byteAt(at);
        if (mark == '-' || mark == '*' || mark == '+') return isBlank(m_cursor.byteAt(at + 1));
        std::size_t digits = 0;
        while (digits < 9 && isDigit(m_cursor.byteAt(at + digits))) ++digits;
        const char close = m_cursor.byteAt(at + digits);
        return digits > 0 && (close == '.' || close == ')') && isBlank(m_cursor.byteAt(at + digits + 1));
    }

    /// A fenced code block: at least three backticks or tildes, closed by as many of them alone on a line.
    bool readFence() {
        std::size_t first = m_cursor.at;
        while (m_cursor.byteAt(first) == ' ') ++first;
        const char mark = m_cursor.byteAt(first);
        if (mark != '`' && mark != '~') return false;
        const std::size_t length = runOf(mark, first);
        if (length < 3) return false;
        const std::size_t begin = m_cursor.at;
        if (mark == '`' && holdsBacktick(first + length)) return false;
        m_cursor.at = m_cursor.nextLine(begin);
        while (!m_cursor.done()) {
            std::size_t at = m_cursor.at;
            m_cursor.at = m_cursor.nextLine(at);
            while (isBlank(m_cursor.byteAt(at))) ++at;
            const std::size_t closing = runOf(mark, at);
            if (closing < length) continue;
            at += closing;
            while (isBlank(m_cursor.byteAt(at))) ++at;
            if (at >= m_cursor.end() || isLineEnd(m_cursor.byteAt(at))) break;
        }
        m_found.string(begin, m_cursor.at);
        return true;
    }

    void readLine() {
        std::size_t end = m_cursor.lineEnd(m_cursor.at);
        m_failedLooks = 0;
        while (m_cursor.at < end) {
            if (m_cursor.here() == '`' && m_failedLooks < kMostFailedLooks) {
                passCodeSpan(end);
            } else if (m_cursor.startsWith("<!--") && !m_cursor.escaped(m_cursor.at)) {
                const std::size_t begin = m_cursor.at;
                m_cursor.at = std::min(m_cursor.find("-->", begin + 4) + 3, m_cursor.end());
                m_found.comment(begin, m_cursor.at, CommentKind::Block);
                end = m_cursor.lineEnd(m_cursor.at);
            } else {
                ++m_cursor.at;
            }
        }
        m_cursor.at = m_cursor.pastLineEnd(end);
    }

    void passCodeSpan(std::size_t end) {
        const std::size_t length = runOf('`', m_cursor.at);
        std::size_t at = m_cursor.at + length;
        while (at < end) {
            const std::size_t run = runOf('`', at);
            if (run == length) {
                m_found.string(m_cursor.at, at + run);
                m_cursor.at = at + run;
                return;
            }
            at += run + (run == 0 ? 1 : 0);
        }
        m_cursor.at += length; // no closer: the backticks are text
        ++m_failedLooks;
    }

    [[nodiscard]] std::size_t runOf(char mark, std::size_t from) const {
        std::size_t at = from;
        while (at < m_cursor.end() && m_cursor.byteAt(at) == mark) ++at;
        return at - from;
    }

    [[nodiscard]] bool holdsBacktick(std::size_t from) const {
        for (std::size_t at = from; at < m_cursor.end() && !isLineEnd(m_cursor.byteAt(at)); ++at)
            if (m_cursor.byteAt(at) == '`') return true;
        return false;
    }

    Findings& m_found;
    Cursor m_cursor;
    bool m_behindGap = true; ///< The line before is empty, code or none.
    bool m_inList = false;
    int m_failedLooks = 0; ///< Code spans of this line that did not close; after some there are none, which is linear.
};

} // namespace

void scanMarkdown(const Part& part, Findings& found) { MarkdownScanner(part, found).scan(); }

} // namespace paydown::syntax::lexical
