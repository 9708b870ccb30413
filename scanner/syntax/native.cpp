// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/native.h"

#include "scanner/syntax/lexical/scanners.h"
#include "scanner/syntax/native_arguments.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace paydown::syntax {
namespace {

using lexical::isBlank;
using lexical::isLineEnd;
using lexical::isWord;

/// How a language writes what is read here.
enum class Marker : std::uint8_t {
    At,           ///< `@Debt(…)`
    Brackets,     ///< [Debt(…)]
    HashBrackets, ///< #[Debt(…)]
    Attribute,    ///< [[debt::reckless(…)]] and the macros
};

struct Native {
    std::string_view language;
    Marker marker;
    ArgumentStyle style;
};

constexpr std::array kNatives = {
    Native{"java", Marker::At, ArgumentStyle::Java},           Native{"kotlin", Marker::At, ArgumentStyle::Kotlin},
    Native{"scala", Marker::At, ArgumentStyle::Java},          Native{"groovy", Marker::At, ArgumentStyle::Java},
    Native{"python", Marker::At, ArgumentStyle::Python},       Native{"typescript", Marker::At, ArgumentStyle::Script},
    Native{"javascript", Marker::At, ArgumentStyle::Script},   Native{"tsx", Marker::At, ArgumentStyle::Script},
    Native{"csharp", Marker::Brackets, ArgumentStyle::CSharp}, Native{"php", Marker::HashBrackets, ArgumentStyle::Php},
    Native{"rust", Marker::HashBrackets, ArgumentStyle::Rust}, Native{"c", Marker::Attribute, ArgumentStyle::C},
    Native{"cpp", Marker::Attribute, ArgumentStyle::C},        Native{"cuda", Marker::Attribute, ArgumentStyle::C},
};

const Native* nativeOf(std::string_view language) {
    const auto row =
        std::find_if(kNatives.begin(), kNatives.end(), [&](const Native& n) { return n.language == language; });
    return row == kNatives.end() ? nullptr : &*row;
}

bool isSpace(char c) { return isBlank(c) || isLineEnd(c); }

/// Annotations of one file; more is no code but data, and would cost memory without bound.
constexpr std::size_t kMostNatives = 10000;
/// Bytes of one file that are looked at in vain, so that hostile text costs linear time.
constexpr std::size_t kMostFruitless = 2U << 20;

/// Reads one candidate: the name around the hit, its marker before, its arguments behind.
class NativeReader {
public:
    NativeReader(std::string_view text, const Native& native) : m_text(text), m_native(native) {}

    [[nodiscard]] std::optional<NativeAnnotation> read(std::size_t hit) {
        constexpr std::size_t kCostOfList = 64U << 10;
        if (m_fruitless > kMostFruitless) return std::nullopt;
        NativeAnnotation found;
        const std::size_t nameEnd = readName(hit, found.name);
        m_fruitless += found.name.size();
        const auto begin = markerBefore(hit, found.name);
        if (!begin) return std::nullopt;
        const std::size_t open = passSpaces(nameEnd);
        std::size_t end = nameEnd;
        if (byte(open) == '(') {
            ArgumentList list = readArguments(m_text, open, m_native.style);
            if (list.end == 0) {
                m_fruitless += kCostOfList;
                return std::nullopt;
            }
            found.arguments = std::move(list.arguments);
            end = list.end;
        } else if (found.name.starts_with("DEBT_")) {
            return std::nullopt;
        }
        found.beginByte = static_cast<std::uint32_t>(*begin);
        found.endByte = static_cast<std::uint32_t>(pastClosers(end));
        found.declaration = declarationBehind(found.endByte);
        return found;
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

    [[nodiscard]] std::size_t passSpaces(std::size_t at) const {
        while (at < m_text.size() && isSpace(m_text[at])) ++at;
        return at;
    }

    /// The name from the hit on: debt.reckless, debt::reckless.
    std::size_t readName(std::size_t hit, std::string& name) const {
        constexpr std::size_t kLongest = 128;
        std::size_t at = hit;
        while (at - hit < kLongest) {
            if (isWord(byte(at))) {
                name += byte(at++);
            } else if (byte(at) == '.' && isWord(byte(at + 1))) {
                name += '.';
                ++at;
            } else if (byte(at) == ':' && byte(at + 1) == ':' && isWord(byte(at + 2))) {
                name += '.';
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    /// Where the annotation begins; nothing when no marker of the language stands before the name.
    [[nodiscard]] std::optional<std::size_t> markerBefore(std::size_t hit, std::string_view name) {
        if (name.starts_with("DEBT_"))
            return m_native.marker == Marker::Attribute && !isDefinition(hit) ? std::optional(hit) : std::nullopt;
        const std::size_t qualified = passQualifier(hit);
        if (m_native.marker == Marker::At) {
            std::size_t at = qualified;
            // @file:Debt, @field:Debt of Kotlin
            if (at > 0 && byte(at - 1) == ':') {
                --at;
                while (at > 0 && isWord(byte(at - 1))) --at;
            }
            if (at == 0 || byte(at - 1) != '@') return std::nullopt;
            return isOperator(at - 1) ? std::nullopt : std::optional(at - 1);
        }
        return bracketBefore(qualified);
    }

    /// this@Debt of Kotlin, a @debt(b) of Python, where a decorator opens its line.
    [[nodiscard]] bool isOperator(std::size_t sign) const {
        std::size_t at = sign;
        if (m_native.style == ArgumentStyle::Python)
            while (at > 0 && isBlank(byte(at - 1))) --at;
        const char previous = at > 0 ? byte(at - 1) : '\n';
        return m_native.style == ArgumentStyle::Python ? !isLineEnd(previous) : isWord(previous) || previous == '.';
    }

    /// com.acme.Debt, Acme\Debt: the name may be qualified.
    [[nodiscard]] std::size_t passQualifier(std::size_t at) {
        constexpr std::size_t kLongest = 256;
        const std::size_t from = at;
        while (at > 0 && from - at < kLongest && (isWord(byte(at - 1)) || byte(at - 1) == '.' || byte(at - 1) == '\\'))
            --at;
        m_fruitless += from - at;
        return at;
    }

    /// The bracket that opens the list in which the name stands, over what the list names before it. Not an index: a
    /// bracket behind a word or a closer opens none.
    [[nodiscard]] std::optional<std::size_t> bracketBefore(std::size_t from) {
        constexpr std::size_t kFarthest = 512;
        std::size_t depth = 0;
        for (std::size_t at = from; at > 0 && from - at < kFarthest; --at, ++m_fruitless) {
            const char c = byte(at - 1);
            if (c == ']' || c == ')') ++depth;
            if (c == '(' && depth > 0) --depth;
            if (c == ';' || c == '}') return std::nullopt;
            if (c != '[') continue;
            if (depth > 0) {
                --depth;
                continue;
            }
            return opensAttribute(at - 1);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> opensAttribute(std::size_t bracket) const {
        const char previous = bracket > 0 ? byte(bracket - 1) : '\n';
        switch (m_native.marker) {
        case Marker::HashBrackets:
            if (previous == '#') return bracket - 1;
            if (previous == '!' && bracket > 1 && byte(bracket - 2) == '#') return bracket - 2;
            return std::nullopt;
        case Marker::Attribute: return previous == '[' ? std::optional(bracket - 1) : std::nullopt;
        case Marker::Brackets: return isIndexOrList(bracket) ? std::nullopt : std::optional(bracket);
        case Marker::At: break;
        }
        return std::nullopt;
    }

    /// a[…] and = […] of C#.
    [[nodiscard]] bool isIndexOrList(std::size_t bracket) const {
        std::size_t at = bracket;
        while (at > 0 && isBlank(byte(at - 1))) --at;
        const char previous = at > 0 ? byte(at - 1) : '\n';
        return previous == '=' || (at == bracket && (isWord(previous) || previous == ')' || previous == ']'));
    }

    /// The #define of the macro itself.
    [[nodiscard]] bool isDefinition(std::size_t hit) const {
        std::size_t at = hit;
        while (at > 0 && isBlank(byte(at - 1))) --at;
        return at >= 6 && (m_text.substr(at - 6, 6) == "define" || m_text.substr(at - 5, 5) == "undef" ||
                           m_text.substr(at - 5, 5) == "ifdef");
    }

    /// Behind what closes the attribute: ")]", "]]", "]". Other attributes of the same list are left to themselves.
    [[nodiscard]] std::size_t pastClosers(std::size_t end) const {
        if (m_native.marker == Marker::At || (m_native.marker == Marker::Attribute && byte(passSpaces(end)) != ']'))
            return end;
        std::size_t at = passSpaces(end);
        while (byte(at) == ')') at = passSpaces(at + 1);
        if (byte(at) != ']') return end;
        ++at;
        return m_native.marker == Marker::Attribute && byte(at) == ']' ? at + 1 : at;
    }

    /// The name of the next declaration: the word before the first '(' ':' '{' '=' ';' that follows, over further
    /// annotations. Looks at most a kilobyte ahead.
    [[nodiscard]] std::string declarationBehind(std::size_t from) const {
        const std::size_t end = std::min(m_text.size(), from + 1024);
        std::string last;
        std::size_t at = from;
        while (at < end) {
            at = passSpaces(at);
            const char c = byte(at);
            if (isWord(c)) {
                const std::size_t begin = at;
                while (at < end && isWord(byte(at))) ++at;
                const std::string_view word = m_text.substr(begin, at - begin);
                if (isBaseList(word)) break;
                last = word;
            } else if (c == '@' || c == '[' || (c == '#' && byte(at + 1) == '[')) {
                if (!last.empty()) break;
                at = pastAnnotation(at);
            } else if (c == '<' && !last.empty()) {
                break;
            } else if (std::string_view("({=;:").find(c) != std::string_view::npos &&
                       !(c == ':' && byte(at + 1) == ':')) {
                break;
            } else {
                at += c == ':' ? 2 : 1;
            }
        }
        return last;
    }

    static bool isBaseList(std::string_view word) {
        return word == "extends" || word == "implements" || word == "where";
    }

    /// Behind a further annotation and its parentheses or brackets.
    [[nodiscard]] std::size_t pastAnnotation(std::size_t at) const {
        const std::size_t end = std::min(m_text.size(), at + 1024);
        std::size_t depth = 0;
        if (byte(at) == '@') {
            ++at;
            while (at < end && (isWord(byte(at)) || byte(at) == '.')) ++at;
            if (byte(at) != '(') return at;
        }
        for (; at < end; ++at) {
            const char c = byte(at);
            if (c == '(' || c == '[') ++depth;
            if ((c == ')' || c == ']') && depth > 0 && --depth == 0) return at + 1;
        }
        return end;
    }

    std::string_view m_text;
    const Native& m_native;
    std::size_t m_fruitless = 0; ///< Bytes that were looked at in vain so far.
};

std::vector<Comment> readStrings(const Language& language, std::string_view text) {
    lexical::Findings findings;
    findings.wantStrings = true;
    lexical::scanPart(*language.rules, {text, 0, text.size()}, findings);
    return std::move(findings.strings);
}

bool holds(const std::vector<Comment>& ranges, std::uint32_t offset) {
    const auto behind = std::upper_bound(ranges.begin(), ranges.end(), offset,
                                         [](std::uint32_t at, const Comment& range) { return at < range.beginByte; });
    return behind != ranges.begin() && std::prev(behind)->endByte > offset;
}

} // namespace

std::vector<NativeAnnotation> nativeAnnotations(const Language& language, std::string_view text,
                                                std::span<const std::uint32_t> hits,
                                                std::span<const Comment> comments) {
    std::vector<NativeAnnotation> found;
    const Native* native = nativeOf(language.id);
    if (native == nullptr) return found;
    NativeReader reader(text, *native);
    auto comment = comments.begin();
    std::optional<std::vector<Comment>> strings; // read only once something looks like an annotation
    for (const std::uint32_t hit : hits) {
        while (comment != comments.end() && comment->endByte <= hit) ++comment;
        if (comment != comments.end() && comment->beginByte <= hit) continue;
        if (found.size() == kMostNatives) break;
        if (!found.empty() && hit < found.back().endByte) continue; // inside of the one before
        auto annotation = reader.read(hit);
        if (!annotation) continue;
        if (!strings) strings = readStrings(language, text);
        if (!holds(*strings, hit)) found.push_back(std::move(*annotation));
    }
    return found;
}

} // namespace paydown::syntax
