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

/// So many bytes may be read: each some times, for tokens at the edges of pieces and for what is parsed in several
/// ways.
std::size_t mostRead(std::size_t textBytes) { return 16 * textBytes + (std::size_t{4} << 20); }

/// So much memory may be asked for when the parser has come so far. Of 16,000 real files none but data asks for more
/// than 24 MB, and a long one for more than 173 bytes per byte.
std::size_t mostMemory(std::size_t progressBytes) {
    constexpr std::size_t kAtLeast = std::size_t{8} << 20;
    constexpr std::size_t kAtMost = std::size_t{32} << 20;
    return std::min(kAtLeast + 128 * progressBytes, kAtMost);
}

/// What the callbacks of one parse see.
struct Run {
    std::string_view text;
    const ParseLimits* limits = nullptr;
    std::uint32_t steps = 0;
    std::size_t read = 0; ///< Bytes that were handed out.
    ParserMemory memory;
    bool late = false;

    [[nodiscard]] bool isReadTooOften() const { return read > mostRead(text.size()); }
    [[nodiscard]] bool asksTooMuch(const TSParseState& state) const {
        return memory.bytes() > mostMemory(state.current_byte_offset);
    }
};

const char* readPiece(void* payload, std::uint32_t byteIndex, TSPoint, std::uint32_t* bytesRead) {
    Run& run = *static_cast<Run*>(payload);
    const bool isOver = byteIndex >= run.text.size() || run.isReadTooOften(); // Then the text seems to end.
    const std::size_t piece = isOver ? 0 : std::min(kPieceBytes, run.text.size() - byteIndex);
    run.read += piece;
    *bytesRead = static_cast<std::uint32_t>(piece);
    return isOver ? "" : run.text.data() + byteIndex;
}

/// True stops the parse.
bool isOverLimit(TSParseState* state) {
    auto* run = static_cast<Run*>(state->payload);
    if (++run->steps > run->limits->maxSteps || run->isReadTooOften() || run->asksTooMuch(*state)) return true;
    run->late = run->limits->deadline && std::chrono::steady_clock::now() > *run->limits->deadline;
    return run->late;
}

} // namespace

std::optional<ParsedText> ParsedText::parse(const Grammar& grammar, std::string_view text, const ParseLimits& limits,
                                            bool* late) {
    if (text.size() > limits.maxBytes) return std::nullopt;
    Run run;
    run.text = text;
    run.limits = &limits;
    // One that was used before has some of its memory already.
    const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
    if (!ts_parser_set_language(parser.get(), grammar.language())) return std::nullopt;
    const TSInput input{&run, &readPiece, TSInputEncodingUTF8, nullptr};
    const TSParseOptions options{&run, &isOverLimit};
    TSTree* tree = ts_parser_parse_with_options(parser.get(), nullptr, input, options);
    if (late != nullptr) *late = tree == nullptr && run.late;
    if (tree == nullptr) return std::nullopt;
    ParsedText parsed(tree, text);
    if (run.isReadTooOften()) return std::nullopt; // It saw an end that is none.
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
