// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The words that the sample repository is made of: statements of seven languages and the texts of its debts.

#include "tests/sample/source_file.h"

#include <string_view>
#include <vector>

namespace paydown::sample {

/// How functions of a language look. In all of it {noun}, {Noun}, {other} and {number} are replaced, and a tab stands
/// for one step of indentation.
struct Phrases {
    std::vector<std::string_view> openings;                ///< With {name}.
    std::vector<std::vector<std::string_view>> statements; ///< Lines of each.
    std::vector<std::string_view> returns;                 ///< The last statement.
    std::string_view closing;
};

[[nodiscard]] const Phrases& phrasesOf(Language language);

[[nodiscard]] const std::vector<std::string_view>& verbs();
[[nodiscard]] const std::vector<std::string_view>& nouns();

/// A debt that the story can put somewhere.
struct DebtText {
    std::string_view module; ///< Folder it is about: "pay", "web" …; "*" for anywhere.
    std::string_view tag;
    std::string_view args;
    std::string_view title;
    std::vector<std::string_view> body;
};

/// Marks as they were written before the team sorted its debt: TODO, FIXME, HACK, XXX.
[[nodiscard]] const std::vector<DebtText>& legacyDebts();

/// Marks with a class, written since.
[[nodiscard]] const std::vector<DebtText>& sortedDebts();

/// Texts that people typed again and again, so that the repository has groups of equal items.
[[nodiscard]] const std::vector<DebtText>& repeatedDebts();

} // namespace paydown::sample
