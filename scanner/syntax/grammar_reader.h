// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/grammar.h"

#include <tree_sitter/api.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace paydown::syntax {

struct TreeDeleter {
    void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
struct CursorDeleter {
    void operator()(TSTreeCursor* cursor) const {
        ts_tree_cursor_delete(cursor);
        delete cursor;
    }
};

/// What parses have cost. It depends on the texts alone.
struct ParseCost {
    std::uint32_t steps = 0;     ///< Calls of the parser's progress callback, one per hundred operations.
    std::size_t readBytes = 0;   ///< That were handed out.
    std::size_t memoryBytes = 0; ///< That were asked for.
};

/// What a parse may cost. All but the deadline, which asks the clock, depend on the bytes alone.
struct ParseLimits {
    std::uint32_t maxBytes = 1U << 20;
    std::uint32_t maxSteps = 12'000;
    ParseCost* spent = nullptr; ///< By other parts of the same file, for which it may not cost more than for one.
    std::optional<std::chrono::steady_clock::time_point> deadline;
};

/// A text parsed by a grammar. Nodes live as long as it does and never leave this folder.
class ParsedText {
public:
    /// Nothing when a limit stopped the parse, or the text costs more than any that somebody wrote.
    /// @param late set when it was the deadline, if given.
    [[nodiscard]] static std::optional<ParsedText> parse(const Grammar& grammar, std::string_view text,
                                                         const ParseLimits& limits, bool* late = nullptr);

    [[nodiscard]] TSNode root() const { return ts_tree_root_node(m_tree.get()); }
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::string_view textOf(TSNode node) const;

private:
    ParsedText(TSTree* tree, std::string_view text) : m_tree(tree), m_text(text) {}

    std::unique_ptr<TSTree, TreeDeleter> m_tree;
    std::string_view m_text;
};

/// Whether a node of this type is a comment in any of the grammars (the rule of grammars.md section 5).
[[nodiscard]] bool isCommentType(std::string_view type);

/// Calls `visit` for every node in the order of the text; it says whether to go into the node.
void visitNodes(TSNode root, const std::function<bool(TSNode)>& visit);

} // namespace paydown::syntax
