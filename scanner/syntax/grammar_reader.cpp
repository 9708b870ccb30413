// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/grammar_reader.h"

#include "scanner/syntax/comments.h"
#include "scanner/syntax/parser_memory.h"

#include <algorithm>
#include <array>

namespace paydown::syntax {
namespace {

struct ParserDeleter {
    void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

/// The text is handed out in pieces, so that reading it over and over is noticed. Scanners of some grammars look ahead
/// to the end of the text at every byte (heredocs), with no step of the parser in between.
constexpr std::size_t kPieceBytes = 256;

/// What may be read and asked for in so many steps of the parser. Where somebody wrote code, a step reads 240 bytes or
/// so and asks for 4 to 7 kB of memory, in every language; where nothing makes sense, ten times as much, and takes as
/// much longer. Of 16,547 real files in 31 languages none is refused for either, and of code none for the most.
bool isBeyondCode(const ParseCost& cost) {
    constexpr std::size_t kKilobyte = 1U << 10;
    const std::size_t memory = std::min(2048 * kKilobyte + 8 * kKilobyte * cost.steps, 32768 * kKilobyte);
    return cost.readBytes > 1024 * kKilobyte + 4 * kKilobyte * cost.steps || cost.memoryBytes > memory;
}

/// Whether comments may stand in each other deeper than the stack of a thread holds, which has place for 100,000. What
/// looks like an opener may stand in a string, so all are counted; 2,000 comments are a long file of OCaml.
bool mayNestTooDeep(const Grammar& grammar, std::string_view text) {
    constexpr std::size_t kMostOpeners = 10'000;
    if (grammar.nestsAt.empty()) return false;
    std::size_t openers = 0;
    for (std::size_t at = 0; (at = text.find(grammar.nestsAt, at)) != std::string_view::npos; ++at) ++openers;
    return openers > kMostOpeners;
}

/// What the callbacks of one parse see.
struct Run {
    Run(std::string_view itsText, const ParseLimits& itsLimits) : text(itsText), limits(itsLimits) {
        if (limits.spent != nullptr) before = *limits.spent;
        cost = before;
    }

    [[nodiscard]] bool costsTooMuch() {
        cost.memoryBytes = before.memoryBytes + memory.bytes();
        isCut |= isBeyondCode(cost);
        return isCut || cost.steps > limits.maxSteps;
    }

    std::string_view text;
    const ParseLimits& limits;
    ParseCost before;
    ParseCost cost; ///< With what was before.
    ParserMemory memory;
    std::size_t pieceBegin = 0; ///< Of what was handed out last.
    std::size_t pieceEnd = 0;
    bool isCut = false; ///< It costs too much, and may have seen an end that is none.
    bool late = false;
};

const char* readPiece(void* payload, std::uint32_t byteIndex, TSPoint, std::uint32_t* bytesRead) {
    static constexpr std::string_view kNothing("\0\0\0\0", 4);
    Run& run = *static_cast<Run*>(payload);
    std::string_view piece = run.text.substr(std::min<std::size_t>(byteIndex, run.text.size()), kPieceBytes);
    // Then the text seems to end; but not where the lexer asks again for what it has, because a character goes on
    // behind the piece: there it takes for granted that something comes.
    if (run.costsTooMuch()) piece = byteIndex > run.pieceBegin && byteIndex < run.pieceEnd ? kNothing : "";
    run.cost.readBytes += piece.size();
    run.pieceBegin = byteIndex;
    run.pieceEnd = byteIndex + piece.size();
    *bytesRead = static_cast<std::uint32_t>(piece.size());
    return piece.data();
}

/// True stops the parse.
bool isOverLimit(TSParseState* state) {
    auto* run = static_cast<Run*>(state->payload);
    ++run->cost.steps;
    if (run->costsTooMuch()) return true;
    run->late = run->limits.deadline && std::chrono::steady_clock::now() > *run->limits.deadline;
    return run->late;
}

} // namespace

std::optional<ParsedText> ParsedText::parse(const Grammar& grammar, std::string_view text, const ParseLimits& limits,
                                            bool* late) {
    if (text.size() > limits.maxBytes || mayNestTooDeep(grammar, text)) return std::nullopt;
    Run run(text, limits);
    // One that was used before has some of its memory already.
    const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
    if (!ts_parser_set_language(parser.get(), grammar.language())) return std::nullopt;
    const TSInput input{&run, &readPiece, TSInputEncodingUTF8, nullptr};
    const TSParseOptions options{&run, &isOverLimit};
    TSTree* tree = ts_parser_parse_with_options(parser.get(), nullptr, input, options);
    const bool isTooMuch = run.costsTooMuch();
    if (limits.spent != nullptr) *limits.spent = run.cost;
    if (late != nullptr) *late = tree == nullptr && run.late;
    if (tree == nullptr) return std::nullopt;
    ParsedText parsed(tree, text);
    if (isTooMuch) return std::nullopt;
    return parsed;
}

std::string_view ParsedText::textOf(TSNode node) const {
    const std::uint32_t begin =
        std::min<std::uint32_t>(ts_node_start_byte(node), static_cast<std::uint32_t>(m_text.size()));
    return m_text.substr(begin, ts_node_end_byte(node) - begin);
}

bool isCommentType(std::string_view type) {
    static constexpr std::array<std::string_view, 11> kTypes = {
        "comment",     "line_comment", "block_comment", "multiline_comment", "documentation_comment",
        "doc_comment", "Comment",      "html_comment",  "js_comment",        "haddock",
        "marginalia"};
    return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

void visitNodes(TSNode root, const std::function<bool(TSNode)>& visit) {
    const std::unique_ptr<TSTreeCursor, CursorDeleter> cursor(new TSTreeCursor(ts_tree_cursor_new(root)));
    while (true) {
        if (visit(ts_tree_cursor_current_node(cursor.get())) && ts_tree_cursor_goto_first_child(cursor.get())) continue;
        while (!ts_tree_cursor_goto_next_sibling(cursor.get()))
            if (!ts_tree_cursor_goto_parent(cursor.get())) return;
    }
}

std::vector<Comment> readCommentsByGrammar(const Language& language, std::string_view text) {
    std::vector<Comment> comments;
    if (language.grammar == nullptr) return comments;
    const auto parsed = ParsedText::parse(*language.grammar, text, {});
    if (!parsed) return comments;
    visitNodes(parsed->root(), [&](TSNode node) {
        if (!isCommentType(ts_node_type(node))) return true;
        const std::uint32_t begin = ts_node_start_byte(node);
        std::uint32_t end = ts_node_end_byte(node);
        // Some grammars take the line end in.
        while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
        const bool block = text.substr(begin, end - begin).find('\n') != std::string_view::npos;
        comments.push_back({begin, end, block ? CommentKind::Block : CommentKind::Line});
        return false;
    });
    return comments;
}

} // namespace paydown::syntax
