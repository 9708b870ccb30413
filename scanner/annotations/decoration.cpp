// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/decoration.h"

#include "scanner/annotations/letters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace paydown::annotations {

namespace {

using syntax::CommentKind;

constexpr std::string_view kBlanks = " \t\f\v";
constexpr std::string_view kBorder = "*-=#~_+|/;%";
constexpr std::size_t kBorderRun = 3;

/// Openers and closers of block comments; where one begins another, the longer stands first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> kBlocks{{
    {"/*", "*/"},       {"<!--", "-->"},   {"(*", "*)"},     {"{{!--", "--}}"}, {"{{!", "}}"},  {"{{/*", "*/}}"},
    {"{{-/*", "*/-}}"}, {"<%!--", "--%>"}, {"<%--", "--%>"}, {"<%#", "%>"},     {"{-", "-}"},   {"{#", "#}"},
    {"{*", "*}"},       {"#|", "|#"},      {"#=", "=#"},     {"/+", "+/"},      {"--[[", "]]"}, {"--[=[", "]=]"},
    {"--[==[", "]==]"}, {"##[", "]##"},    {"#[", "]#"},     {"<#", "#>"},      {"%{", "%}"},   {"###", "###"},
    {"=begin", "=end"}, {"=pod", "=cut"},  {"{", "}"},       {"@*", "*@"},
}};

/// Words that open a line comment.
constexpr std::array<std::string_view, 5> kCommentWords{"@REM", "REM", "DNL", "NB.", "C"};

std::string_view withoutBlanksBefore(std::string_view text) {
    const auto first = text.find_first_not_of(kBlanks);
    return first == kNone ? text.substr(text.size()) : text.substr(first);
}

std::string_view withoutBlanksBehind(std::string_view text) {
    const auto last = text.find_last_not_of(kBlanks);
    return last == kNone ? text.substr(0, 0) : text.substr(0, last + 1);
}

std::size_t runLength(std::string_view text, char c) {
    const auto end = text.find_first_not_of(c);
    return end == kNone ? text.size() : end;
}

bool startsWithFolded(std::string_view text, std::string_view upper) {
    if (text.size() < upper.size()) return false;
    return std::equal(upper.begin(), upper.end(), text.begin(),
                      [](char u, char c) { return u == (isLower(c) ? static_cast<char>(c - 'a' + 'A') : c); });
}

/// Bytes of the delimiter proper.
std::size_t openerLength(std::string_view line, CommentKind kind) {
    if (kind == CommentKind::Block) {
        for (const auto& [opener, closer] : kBlocks) {
            if (line.starts_with(opener)) return opener.size();
        }
    }
    for (const std::string_view word : kCommentWords) {
        const bool isWhole = line.size() == word.size() || isBlank(charAt(line, word.size()));
        if (isWhole && startsWithFolded(line, word)) return word.size();
    }
    for (const std::string_view leader : {"//", "--", "::"}) {
        if (line.starts_with(leader)) return leader.size();
    }
    return !line.empty() && !isAlnum(line.front()) && !isBeyondAscii(line.front()) ? 1 : 0;
}

} // namespace

std::string_view closerOf(std::string_view comment) {
    for (const auto& [opener, closer] : kBlocks) {
        if (comment.starts_with(opener)) return closer;
    }
    return {};
}

std::string_view withoutOpener(std::string_view line, CommentKind kind) {
    const std::size_t length = openerLength(line, kind);
    if (length == 0) return line;
    const char last = line[length - 1];
    line.remove_prefix(length);
    if (std::string_view("/*#-;%!=").find(last) != kNone) line.remove_prefix(runLength(line, last));
    if (isAlnum(last)) return line;
    // Marks of documentation comments: //! ///< /**< #: --| #'
    if (line.starts_with('!')) line.remove_prefix(1);
    const auto marks = std::min(line.find_first_not_of("<:|^'"), line.size());
    const bool isMark = marks > 0 && (marks == line.size() || isBlank(line[marks]));
    return isMark ? line.substr(marks) : line;
}

std::string_view withoutLeader(std::string_view line) {
    line = withoutBlanksBefore(line);
    if (line.starts_with('*')) return line.substr(runLength(line, '*'));
    const char first = charAt(line, 0);
    if (first == '\0' || std::string_view("/#-;%|").find(first) == kNone) return line;
    const std::size_t run = runLength(line, first);
    const bool isLeader = run == line.size() || isBlank(line[run]);
    const bool isDouble = first == '/' || first == '-'; // A single '-' is a bullet.
    return isLeader && run >= (isDouble ? 2U : 1U) ? line.substr(run) : line;
}

std::string_view withoutCloser(std::string_view line, std::string_view closer) {
    if (closer.empty() || !line.ends_with(closer)) return line;
    line.remove_suffix(closer.size());
    const char frame = closer.front();
    std::size_t run = 0;
    while (run < line.size() && line[line.size() - run - 1] == frame) ++run;
    if (kBorder.find(frame) != kNone && run < line.size()) line.remove_suffix(run);
    return line;
}

std::string_view withoutBox(std::string_view text, char leader, CommentKind kind) {
    text = withoutBlanksBehind(withoutBlanksBefore(text));
    if (text.ends_with('\\') && (text.size() == 1 || isBlank(text[text.size() - 2]))) {
        text = withoutBlanksBehind(text.substr(0, text.size() - 1));
    }
    if (text.empty()) return text;
    if (text.size() >= kBorderRun && text.find_first_not_of(kBorder) == kNone) return text.substr(0, 0);
    const char last = text.back();
    if (kBorder.find(last) == kNone) return text;
    const auto before = text.find_last_not_of(last);
    if (before == kNone) return text;
    const std::size_t run = text.size() - before - 1;
    const bool isApart = isBlank(text[before]);
    const bool isWideApart = isApart && before > 0 && (isBlank(text[before - 1]) || text[before] == '\t');
    const bool isFrame = leader == last || last == '|';
    const bool isBorder = (isApart && run >= kBorderRun) || (isFrame && isWideApart) ||
                          (isFrame && isApart && kind == CommentKind::Line && leader == last);
    return isBorder ? withoutBlanksBehind(text.substr(0, before + 1)) : text;
}

} // namespace paydown::annotations
