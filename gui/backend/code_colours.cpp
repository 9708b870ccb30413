// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/code_colours.h"

#include "gui/models/item_text.h"
#include "scanner/syntax/colour.h"

#include <algorithm>

namespace paydown::gui {

namespace {

Ink inkOf(syntax::Colour colour) {
    switch (colour) {
    case syntax::Colour::Comment: return Ink::Comment;
    case syntax::Colour::String: return Ink::String;
    case syntax::Colour::Keyword: return Ink::Keyword;
    case syntax::Colour::Number: return Ink::Number;
    case syntax::Colour::Type: return Ink::Type;
    case syntax::Colour::Function: return Ink::Function;
    case syntax::Colour::Preprocessor: return Ink::Preprocessor;
    }
    return Ink::Plain;
}

/// The lines as one text, and where each begins in it.
struct JoinedLines {
    std::string text;
    std::vector<std::size_t> starts;
};

JoinedLines join(const std::vector<std::string>& lines) {
    JoinedLines joined;
    joined.starts.reserve(lines.size());
    for (const std::string& line : lines) {
        joined.starts.push_back(joined.text.size());
        joined.text += line;
        joined.text += '\n';
    }
    return joined;
}

int utf16Length(std::string_view bytes) {
    return static_cast<int>(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).size());
}

} // namespace

void colourLines(SourceExcerpt& code, const std::string& language, const std::vector<std::string>& lines, int first,
                 int lastShown) {
    for (int line = code.firstLine; line <= lastShown; ++line) {
        QString text = QString::fromUtf8(lines[static_cast<std::size_t>(line - first)].c_str());
        text.remove(QLatin1Char('\r')).replace(QChar(QChar::ParagraphSeparator), QChar(QChar::ReplacementCharacter));
        code.lines << text.replace(QChar(QChar::LineSeparator), QChar(QChar::ReplacementCharacter));
    }
    const syntax::Language* known = syntax::findLanguage(language);
    if (known == nullptr) return;
    const JoinedLines joined = join(lines);
    const auto from = static_cast<std::uint32_t>(code.firstLine - first + 1);
    const auto to = static_cast<std::uint32_t>(lastShown - first + 1);
    for (const syntax::ColourSpan& span : syntax::colour(*known, joined.text, from, to)) {
        // A span may run over lines, and begin above the first one shown.
        auto line = static_cast<std::size_t>(
            std::upper_bound(joined.starts.begin(), joined.starts.end(), span.beginByte) - joined.starts.begin() - 1);
        for (line = std::max<std::size_t>(line, from - 1); line < to && joined.starts[line] < span.endByte; ++line) {
            const std::size_t start = joined.starts[line];
            const std::size_t begin = std::max<std::size_t>(span.beginByte, start);
            const std::size_t end = std::min<std::size_t>(span.endByte, start + lines[line].size());
            if (begin >= end) continue;
            const std::string_view text = joined.text;
            code.spans.append({static_cast<int>(line + 1 - from), utf16Length(text.substr(start, begin - start)),
                               utf16Length(text.substr(begin, end - begin)), inkOf(span.colour)});
        }
    }
}

} // namespace paydown::gui
