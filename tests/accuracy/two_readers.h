// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comment.h"
#include "scanner/syntax/language.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::accuracy {

/// What the lexical reader and the grammar say about one text. Offsets are those of the decoded text.
struct TwoReadings {
    std::vector<syntax::Comment> lexical;
    std::vector<syntax::Comment> strings; ///< Literals as the lexical reader sees them, in pieces around their holes.
    std::optional<std::vector<syntax::Comment>> grammar; ///< None without a grammar, or when a parse costs too much.
    bool grammarStumbled = false; ///< The tree holds an error: what the grammar says of this text is a guess.
};

enum class Grammar : std::uint8_t { Skip, Ask };

[[nodiscard]] TwoReadings readTwice(const syntax::Language& language, std::string_view text, Grammar grammar);

/// A stretch of text that one reader takes for comment and the other does not.
struct Difference {
    std::uint32_t beginByte = 0;
    std::uint32_t endByte = 0;
    bool lexical = false; ///< Whose comment it is.

    friend bool operator==(const Difference&, const Difference&) = default;
};

/// Where the two readings differ, ascending. Blanks do not count, nor how many comments a stretch is cut
/// into, nor a first line for the system ("#!"), which some grammars have for a comment and some not.
[[nodiscard]] std::vector<Difference> differencesOf(std::string_view text, const TwoReadings& readings);

/// The 1-based line of an offset.
[[nodiscard]] std::uint32_t lineOf(std::string_view text, std::uint32_t offset);

/// Everything a file holds; nothing when it cannot be read.
[[nodiscard]] std::optional<std::string> bytesOf(const std::string& path);

} // namespace paydown::accuracy
