// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accuracy/two_readers.h"

#include "scanner/syntax/comments.h"
#include "scanner/syntax/grammar_reader.h"
#include "scanner/syntax/lexical/scanners.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace paydown::accuracy {
namespace {

using syntax::Comment;

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

/// What stands in `comments` and not in `others`, both ascending, without blanks at the ends.
void addUncovered(std::string_view text, const std::vector<Comment>& comments, const std::vector<Comment>& others,
                  bool lexical, std::vector<Difference>& differences) {
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        while (begin < end && isSpace(text[begin])) ++begin;
        while (begin < end && isSpace(text[end - 1])) --end;
        if (begin < end) differences.push_back({begin, end, lexical});
    };
    auto other = others.begin();
    for (const Comment& comment : comments) {
        std::uint32_t at = comment.beginByte;
        while (other != others.end() && other->endByte <= at) ++other;
        for (auto next = other; next != others.end() && next->beginByte < comment.endByte; ++next) {
            if (next->beginByte > at) add(at, next->beginByte);
            at = std::max(at, next->endByte);
        }
        if (at < comment.endByte) add(at, comment.endByte);
    }
}

std::string_view languageOfElement(std::string_view type, std::string_view tag) {
    if (type == "style_element") return tag.find("lang=") == std::string_view::npos ? "css" : "scss";
    return tag.find("ts\"") == std::string_view::npos ? "javascript" : "typescript";
}

/// What the grammars of markup hand over whole: the text of script and style, read by the grammars of its language.
void addEmbedded(const syntax::ParsedText& parsed, TwoReadings& readings) {
    syntax::visitNodes(parsed.root(), [&](TSNode node) {
        if (std::string_view(ts_node_type(node)) != "raw_text") return true;
        const TSNode element = ts_node_parent(node);
        const std::string_view type = ts_node_type(element);
        if (type != "script_element" && type != "style_element") return false;
        const std::string_view tag = parsed.textOf(ts_node_child(element, 0));
        const bool isData = tag.find("json") != std::string_view::npos || tag.find("text/") != std::string_view::npos;
        if (isData && tag.find("javascript") == std::string_view::npos && type == "script_element") return false;
        const syntax::Language& language = *syntax::findLanguage(languageOfElement(type, tag));
        const auto inner = syntax::ParsedText::parse(*language.grammar, parsed.textOf(node), {});
        readings.grammarStumbled = readings.grammarStumbled || !inner || ts_node_has_error(inner->root());
        const std::uint32_t begin = ts_node_start_byte(node);
        for (const Comment& comment : syntax::readCommentsByGrammar(language, parsed.textOf(node)))
            readings.grammar->push_back({comment.beginByte + begin, comment.endByte + begin, comment.kind});
        return false;
    });
    std::ranges::sort(*readings.grammar, {}, &Comment::beginByte);
}

} // namespace

TwoReadings readTwice(const syntax::Language& language, std::string_view text, Grammar grammar) {
    TwoReadings readings;
    syntax::lexical::Findings found;
    found.wantStrings = true;
    syntax::lexical::scanPart(*language.rules, {text, 0, text.size()}, found);
    readings.lexical = std::move(found.comments);
    readings.strings = std::move(found.strings);
    if (grammar == Grammar::Skip || language.grammar == nullptr) return readings;
    const auto parsed = syntax::ParsedText::parse(*language.grammar, text, {});
    if (!parsed) return readings;
    readings.grammarStumbled = ts_node_has_error(parsed->root());
    readings.grammar = syntax::readCommentsByGrammar(language, text);
    addEmbedded(*parsed, readings);
    return readings;
}

std::vector<Difference> differencesOf(std::string_view text, const TwoReadings& readings) {
    std::vector<Difference> differences;
    if (!readings.grammar) return differences;
    const auto isForTheSystem = [&](const Difference& d) { return d.beginByte == 0 && text.starts_with("#!"); };
    addUncovered(text, readings.lexical, *readings.grammar, true, differences);
    addUncovered(text, *readings.grammar, readings.lexical, false, differences);
    std::erase_if(differences, isForTheSystem);
    std::ranges::sort(differences, {}, &Difference::beginByte);
    return differences;
}

std::uint32_t lineOf(std::string_view text, std::uint32_t offset) {
    return 1 + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

std::optional<std::string> bytesOf(const std::string& path) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace paydown::accuracy
