// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/tag_reader.h"

#include "core/base/text.h"
#include "scanner/annotations/arguments.h"
#include "scanner/annotations/letters.h"
#include "scanner/annotations/line_opening.h"

#include <algorithm>
#include <optional>

namespace paydown::annotations {

namespace {

constexpr std::string_view kWideColon = "\uFF1A"; ///< What Chinese and Japanese keyboards give.

/// Bytes of the ':' at `at` that ends a tag, 0 for none; "::" is a scope, not a colon.
std::size_t colonLength(std::string_view bytes, std::size_t at, std::size_t end) {
    const std::string_view rest = bytes.substr(at, end - at);
    if (rest.starts_with(kWideColon)) return kWideColon.size();
    if (!rest.starts_with(':')) return 0;
    if (!rest.starts_with("::")) return 1;
    return rest.size() == 2 || isBlank(rest[2]) ? 2 : 0;
}

/// Reads one line from left to right.
class MarkReader {
public:
    MarkReader(std::string_view bytes, const TextLine& line, std::span<const WordHit> hits, bool opensComment)
        : m_bytes(bytes),
          m_line(line),
          m_hits(hits),
          m_opensComment(opensComment),
          m_quotes(bytes.substr(line.begin, line.end - line.begin)) {}

    std::vector<Mark> read(std::size_t limit) {
        while (m_next < m_hits.size() && m_marks.size() < limit) {
            const WordHit& hit = m_hits[m_next++];
            if (hit.begin < m_consumed) continue;
            if (auto mark = readHit(hit)) m_marks.push_back(std::move(*mark));
        }
        return std::move(m_marks);
    }

private:
    std::optional<Mark> readHit(const WordHit& hit);
    bool readDebt(const WordHit& hit, Mark& mark, bool opensLine);
    bool readLegacy(const WordHit& hit, Mark& mark, bool opensLine);
    std::size_t readForms(std::size_t at, Mark& mark, StatementBuilder& builder, bool& hasColon);
    std::optional<std::size_t> readBrackets(std::size_t at, Mark& mark, StatementBuilder& builder, Dialect dialect);
    std::size_t readTicket(std::size_t at, StatementBuilder& builder);
    std::size_t readOwner(std::size_t at, StatementBuilder& builder);
    std::size_t readClass(std::size_t at, StatementBuilder& builder);
    [[nodiscard]] bool isWorthReading(std::size_t open, std::size_t close, Dialect dialect) const;
    [[nodiscard]] bool isEscape(const WordHit& hit) const;
    [[nodiscard]] bool isGluedBefore(std::size_t begin) const;
    [[nodiscard]] bool isGluedBehind(std::size_t end) const;
    [[nodiscard]] bool isListOfWords(std::size_t end) const;
    [[nodiscard]] std::size_t textBegin(std::size_t at) const;
    [[nodiscard]] std::size_t passEmphasis(const Mark& mark, std::size_t pos, bool& hasColon) const;
    [[nodiscard]] std::size_t passStars(std::size_t pos) const {
        while (at(pos) == '*') ++pos;
        return pos;
    }
    [[nodiscard]] bool isEmphasized(const Mark& mark) const { return before(mark.begin) == '*'; }
    [[nodiscard]] char at(std::size_t offset) const { return offset < m_line.end ? m_bytes[offset] : '\0'; }
    [[nodiscard]] char before(std::size_t offset) const { return offset > m_line.begin ? m_bytes[offset - 1] : '\0'; }
    [[nodiscard]] std::size_t skip(std::size_t offset) const { return skipBlanks(m_bytes, offset, m_line.end); }
    [[nodiscard]] bool isHitAt(std::size_t offset) const {
        return m_next < m_hits.size() && m_hits[m_next].begin == offset && m_hits[m_next].isUpperCase;
    }

    std::string_view m_bytes;
    const TextLine& m_line;
    std::span<const WordHit> m_hits;
    bool m_opensComment;
    LineQuotes m_quotes;
    std::vector<Mark> m_marks;
    std::size_t m_next = 0;      ///< Index of the hit behind the one that is read.
    std::size_t m_consumed = 0;  ///< Offset up to which arguments were read.
    std::size_t m_fruitless = 0; ///< Bytes searched in vain for a closing bracket; bounds hostile lines.
};

std::optional<Mark> MarkReader::readHit(const WordHit& hit) {
    const bool hasMarker = hit.marker != '\0' && hit.begin > m_line.begin;
    if (!hit.isUpperCase && !hasMarker) return std::nullopt;
    Mark mark;
    mark.begin = hit.begin - (hasMarker ? 1U : 0U);
    mark.tagEnd = hit.end;
    mark.word = hit.word;
    if (hit.marker == '@' && mark.begin > m_line.begin) {
        const char c = before(mark.begin);
        const bool isAddress = isWordBefore(m_bytes, mark.begin) || c == '.' || c == '-';
        if (isAddress) return std::nullopt;
    }
    const bool opensLine = hit.begin == m_hits.front().begin &&
                           isOnlyMarkers(m_bytes.substr(m_line.begin, mark.begin - m_line.begin), m_opensComment);
    if (!hit.isUpperCase && (!opensLine || isEscape(hit))) return std::nullopt;
    const std::size_t own = m_line.begin;
    mark.isMention = m_quotes.encloses(mark.begin - own, hit.end - own);
    const char c = before(mark.begin);
    if (c == '(' || c == '[' || c == '{' || c == '<') mark.opener = c;
    const bool isDebt = Vocabulary::isDebt(hit.word);
    const bool isMark = isDebt ? readDebt(hit, mark, opensLine) : readLegacy(hit, mark, opensLine);
    if (!isMark) return std::nullopt;
    if (mark.isMention) {
        mark.stated = Statement{};
        mark.remarks.clear();
        mark.textBegin = mark.tagEnd;
    } else {
        m_consumed = mark.textBegin;
    }
    return mark;
}

/// "\xxx", which stands for digits of an escape and not for XXX.
bool MarkReader::isEscape(const WordHit& hit) const {
    const std::string_view word = m_bytes.substr(hit.begin, hit.end - hit.begin);
    return hit.marker == '\\' && word.find_first_not_of(word.front()) == kNone;
}

bool MarkReader::isGluedBefore(std::size_t begin) const {
    const char c = before(begin);
    if (c == '$' || c == '=' || c == '&' || c == '%' || c == '\\') return true;
    if (c == ':' && before(begin - 1) == ':') return true;
    if (c != '.' && c != '-' && c != '/') return false;
    const char beyond = before(begin - 1);
    return beyond != '\0' && !isBlank(beyond) && beyond != c && beyond != '*';
}

bool MarkReader::isGluedBehind(std::size_t end) const {
    const char c = at(end);
    const char next = at(end + 1);
    if (c == '=') return next != '>';
    if (c == '.' || c == '/' || c == '\\') return isAlnum(next) && !isHitAt(end + 1);
    if (c == '-') return isLower(next) || isDigit(next) || isHitAt(end + 1);
    if (c == '\'') return next == 's';
    if (c == ':')
        return (next == ':' && isAlnum(at(end + 2))) ||
               (isHitAt(end + 1) && m_hits[m_next].word == m_hits[m_next - 1].word);
    const std::size_t behind = skip(end);
    return behind > end && at(behind) == '=' && at(behind + 1) != '>' && at(behind + 1) != '=';
}

bool MarkReader::isListOfWords(std::size_t end) const {
    std::size_t behind = skip(end);
    const std::string_view rest = m_bytes.substr(behind, m_line.end - behind);
    for (const std::string_view joint : {",", "|", "/", "and ", "or ", "& "}) {
        if (!rest.starts_with(joint)) continue;
        behind = skip(behind + joint.size());
        return isHitAt(behind) && colonLength(m_bytes, m_hits[m_next].end, m_line.end) == 0 &&
               at(m_hits[m_next].end) != '(';
    }
    return false;
}

bool MarkReader::readDebt(const WordHit& hit, Mark& mark, bool opensLine) {
    const bool isMarked = mark.begin < hit.begin && opensLine;
    if (!isMarked && (isGluedBefore(mark.begin) || mark.begin < hit.begin)) return false;
    StatementBuilder builder(Dialect::Debt, mark.stated, mark.remarks);
    std::size_t behind = hit.end;
    bool isKeyword = isMarked;
    if (isMarked && at(behind) == '.' && isAlnum(at(behind + 1))) {
        std::size_t name = behind + 1;
        while (isAlnum(at(name)) || at(name) == '_') ++name;
        if (at(name) == '(') return false; // A decorator in a comment.
    }
    const bool isDirect = at(behind) == '(';
    const std::size_t open = isDirect ? behind : skip(behind);
    if (at(open) == '(') {
        if (const auto close = readBrackets(open, mark, builder, Dialect::Debt)) {
            behind = *close + 1;
            isKeyword = isKeyword || builder.hasTyped() || colonLength(m_bytes, skip(behind), m_line.end) > 0;
        } else if (isDirect) {
            isKeyword = true; // Never closed: no arguments, and a remark.
        }
    }
    const std::size_t classEnd = readClass(behind, builder);
    bool hasColon = false;
    const std::size_t emphasisEnd = passEmphasis(mark, classEnd, hasColon);
    if (!isKeyword && classEnd == behind && !hasColon) return false;
    mark.textBegin = static_cast<std::uint32_t>(textBegin(emphasisEnd));
    return true;
}

std::size_t MarkReader::readClass(std::size_t begin, StatementBuilder& builder) {
    const std::size_t word = skip(begin);
    std::size_t end = word;
    while (isLetter(at(end))) ++end;
    if (word == begin || end == word || isWordAt(m_bytes, end)) return begin;
    const std::string_view written = m_bytes.substr(word, end - word);
    if (looksOf(written) != Looks::Class) return begin;
    builder.setClass(asciiLower(written) == "reckless" ? DebtClass::Reckless : DebtClass::Prudent, written,
                     m_line.number);
    return end;
}

/// Whether brackets that stand apart from their tag hold arguments rather than prose.
bool MarkReader::isWorthReading(std::size_t open, std::size_t close, Dialect dialect) const {
    Statement stated;
    std::vector<Diagnostic> remarks;
    StatementBuilder trial(dialect, stated, remarks);
    trial.addList(m_bytes.substr(open + 1, close - open - 1), m_line.number);
    if (!trial.hasTyped() || !stated.labels.empty()) return false;
    const std::size_t behind = skip(close + 1);
    const bool isBareOwner = dialect == Dialect::Legacy && m_bytes[open + 1] != '@' && !stated.owner.empty();
    return !isBareOwner || behind == m_line.end || at(behind) == '-' || colonLength(m_bytes, behind, m_line.end) > 0;
}

/// Reads "(args)" or "[args]" at `open` into the builder; the offset of the closing bracket, or nothing when these are
/// no arguments.
std::optional<std::size_t> MarkReader::readBrackets(std::size_t open, Mark& mark, StatementBuilder& builder,
                                                    Dialect dialect) {
    constexpr std::size_t kMaxFruitless = 1U << 20;
    const bool isDirect = open == mark.tagEnd;
    const auto close = m_fruitless < kMaxFruitless ? closingBracket(m_bytes, open, m_line.end) : std::nullopt;
    if (!close) {
        m_fruitless += m_line.end - open;
        if (isDirect && m_bytes[open] == '(')
            builder.remark(m_line.number, "the parenthesis is not closed on its line");
        return std::nullopt;
    }
    const bool needsLook = !isDirect || m_bytes[open] == '[';
    if (needsLook && !isWorthReading(open, *close, dialect)) {
        const bool hasColon = isDirect && colonLength(m_bytes, *close + 1, m_line.end) > 0;
        if (!hasColon) {
            m_fruitless += *close - open;
            return std::nullopt;
        }
    }
    builder.addList(m_bytes.substr(open + 1, *close - open - 1), m_line.number);
    return close;
}

/// "#12", with what pdd writes behind it: "#12:15m/DEV". Other tickets need a colon behind them.
std::size_t MarkReader::readTicket(std::size_t begin, StatementBuilder& builder) {
    const std::size_t from = skip(begin);
    if (from == begin) return begin;
    std::size_t end = from;
    while (end < m_line.end && !isBlank(m_bytes[end]) && m_bytes[end] != ':' && m_bytes[end] != ',') ++end;
    const std::string_view written = m_bytes.substr(from, end - from);
    if (at(from) == '#') {
        std::size_t digits = from + 1;
        while (isDigit(at(digits))) ++digits;
        if (digits == from + 1) return begin;
        builder.addField("ticket", m_bytes.substr(from, digits - from), m_line.number);
        end = digits;
        if (at(end) == ':' && (isAlnum(at(end + 1)))) {
            std::size_t stop = end + 1;
            while (isAlnum(at(stop)) || at(stop) == '.') ++stop;
            const std::string_view effort = m_bytes.substr(end + 1, stop - end - 1);
            if (parseEffort(effort)) {
                builder.addField("effort", effort, m_line.number);
                end = stop;
            }
        }
        const std::size_t role = at(end) == '/' || at(end) == ':' ? end + 1 : end;
        std::size_t stop = role;
        while (isUpper(at(stop))) ++stop;
        const bool isRole = role > end && stop > role + 1 && (stop >= m_line.end || isBlank(at(stop)));
        if (!isRole) return end;
        builder.addLabel(m_bytes.substr(role, stop - role), m_line.number);
        return stop;
    }
    if (!looksLikeTicket(written) || colonLength(m_bytes, end, m_line.end) == 0) return begin;
    builder.addField("ticket", written, m_line.number);
    return end;
}

/// "@alice" with a colon behind it.
std::size_t MarkReader::readOwner(std::size_t begin, StatementBuilder& builder) {
    const std::size_t from = skip(begin);
    if (from == begin || at(from) != '@') return begin;
    std::size_t end = from;
    while (end < m_line.end && !isBlank(m_bytes[end]) && m_bytes[end] != ':') ++end;
    const std::string_view written = m_bytes.substr(from, end - from);
    if (looksOf(written) != Looks::Owner || colonLength(m_bytes, end, m_line.end) == 0) return begin;
    builder.addField("owner", written, m_line.number);
    return end;
}

/// The end of "**TODO**" and "**TODO:**" at `pos`, and whether a colon stands there.
std::size_t MarkReader::passEmphasis(const Mark& mark, std::size_t pos, bool& hasColon) const {
    if (isEmphasized(mark)) pos = passStars(pos);
    const std::size_t colon = colonLength(m_bytes, pos, m_line.end);
    hasColon = colon > 0;
    return isEmphasized(mark) && hasColon && at(pos + colon) == '*' ? passStars(pos + colon) : pos;
}

/// Reads what may stand between a legacy tag and its text; returns where the text may start.
std::size_t MarkReader::readForms(std::size_t at0, Mark& mark, StatementBuilder& builder, bool& hasColon) {
    std::size_t pos = at0;
    if (isEmphasized(mark)) pos = passStars(pos);
    std::size_t bangs = pos;
    while (at(bangs) == '!') ++bangs;
    if (bangs > pos) builder.setUrgency(bangs - pos > 1 ? 2 : 1, m_line.number);
    pos = bangs;
    while (at(pos) == '?') ++pos;
    if (mark.opener == '[' && at(pos) == ']') ++pos;
    if (mark.opener == '(' && at(pos) == ')') ++pos;
    if (pos > at0 && before(pos) != '*' && (before(pos) == ']' || before(pos) == ')')) mark.opener = '\0';
    const std::size_t open = at(pos) == '(' || at(pos) == '[' ? pos : skip(pos);
    if (at(open) == '(' || at(open) == '[') {
        if (const auto close = readBrackets(open, mark, builder, Dialect::Legacy)) pos = *close + 1;
    }
    while (at(pos) == '!' || at(pos) == '?') ++pos;
    pos = passEmphasis(mark, pos, hasColon);
    if (hasColon) return pos;
    std::size_t further = readTicket(pos, builder);
    further = readOwner(further, builder);
    return further;
}

bool MarkReader::readLegacy(const WordHit& hit, Mark& mark, bool opensLine) {
    const bool isCode = (!opensLine && isGluedBefore(mark.begin)) || isGluedBehind(hit.end);
    if (mark.isMention || isCode || (opensLine && isListOfWords(hit.end))) {
        mark.isMention = true;
        return true;
    }
    StatementBuilder builder(Dialect::Legacy, mark.stated, mark.remarks);
    bool hasColon = false;
    std::size_t pos = readForms(hit.end, mark, builder, hasColon);
    // "FIXME TODO: …" is one item, the first tag.
    for (;;) {
        std::size_t behind = pos + colonLength(m_bytes, pos, m_line.end);
        if (at(behind) == '/' || at(behind) == '|') ++behind;
        behind = skip(behind);
        if (behind == pos || !isHitAt(behind)) break;
        const WordHit& next = m_hits[m_next++];
        Mark merged;
        merged.begin = next.begin;
        merged.tagEnd = next.end;
        bool hasOwnColon = false;
        pos = readForms(next.end, merged, builder, hasOwnColon);
        hasColon = hasColon || hasOwnColon;
    }
    mark.isMention = !opensLine && !hasColon;
    mark.textBegin = static_cast<std::uint32_t>(textBegin(pos));
    return true;
}

/// Behind blanks, an optional ':' or '-', and the full stop or comma that some write after a tag.
std::size_t MarkReader::textBegin(std::size_t pos) const {
    pos = skip(pos);
    pos += colonLength(m_bytes, pos, m_line.end);
    pos = skip(pos);
    const std::string_view rest = m_bytes.substr(pos, m_line.end - pos);
    for (const std::string_view dash : {"--", "-", "\u2013", "\u2014", ":", ".", ",", ";"}) {
        const bool isApart = rest.size() == dash.size() || (rest.size() > dash.size() && isBlank(rest[dash.size()]));
        const bool isTight = dash == "-" && rest.size() > 1 && isLetter(rest[1]);
        if (rest.starts_with(dash) && (isApart || isTight)) return skip(pos + dash.size());
    }
    return pos;
}

} // namespace

std::vector<Mark> readMarks(std::string_view bytes, const TextLine& line, std::span<const WordHit> hits,
                            bool opensComment, std::size_t limit) {
    if (hits.empty()) return {};
    return MarkReader(bytes, line, hits, opensComment).read(limit);
}

} // namespace paydown::annotations
