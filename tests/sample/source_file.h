// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Source files of the sample repository, as functions that hold statements and debts, so that the story can move,
/// copy and edit what a developer would move, copy and edit.

#include "tests/sample/random.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::sample {

enum class Language { Cpp, Python, TypeScript, Go, Rust, Java, Shell };

/// A comment that marks debt.
struct Debt {
    std::string tag;                 ///< DEBT, TODO, FIXME, HACK or XXX.
    std::string args;                ///< What stands in the parentheses; empty for none.
    std::string title;               ///< The rest of the first line.
    std::vector<std::string> body;   ///< Further lines of the comment.
    std::size_t beforeStatement = 0; ///< It stands above this statement of its function.
};

/// One function of a file.
struct Function {
    std::string name;
    std::vector<std::string> attributes;              ///< Lines above the signature.
    std::string opening;                              ///< The line with its signature.
    std::vector<std::vector<std::string>> statements; ///< Lines of each, relative to the body's indentation.
    std::string closing;                              ///< The last line; empty where the language has none.
    std::optional<Debt> debt;
};

/// A file of code. Indentation is the file's, so that a reformat changes one number.
struct SourceFile {
    Language language = Language::Cpp;
    std::vector<std::string> preamble;
    std::vector<Function> functions;
    std::size_t indent = 4;
};

/// The file as text, with LF line ends.
[[nodiscard]] std::string render(const SourceFile& file);

/// A new function with a name that `file` does not hold yet.
[[nodiscard]] Function writeFunction(const SourceFile& file, Random& random);

/// One more statement of the kind that functions of this language hold.
[[nodiscard]] std::vector<std::string> writeStatement(Language language, Random& random);

/// A file's first lines: licence, imports, the class or package that holds its functions.
[[nodiscard]] std::vector<std::string> writePreamble(Language language, std::string_view stem, Random& random);

/// "cpp", "py" …
[[nodiscard]] std::string_view extensionOf(Language language);

} // namespace paydown::sample
