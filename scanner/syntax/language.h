// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace paydown::syntax {

namespace lexical {
struct Rules;
}
struct Grammar;

/// A language that comments are read in. Rows of a constant table: pointers to them live as long as the program.
struct Language {
    std::string_view id;                   ///< Stable and lower case: "c", "cpp", "csharp", "python".
    std::string_view name;                 ///< For people: "C++".
    std::string_view separator;            ///< Between the parts of a symbol: "::" or ".".
    const lexical::Rules* rules = nullptr; ///< How the lexical reader reads it; never null in the table.
    const Grammar* grammar = nullptr;      ///< Null when the lexical reader alone reads it.
};

/// How a language is read, for `doctor --languages`.
enum class Readers : std::uint8_t { Lexical, GrammarAndLexical };

[[nodiscard]] inline Readers readersOf(const Language& language) {
    return language.grammar != nullptr ? Readers::GrammarAndLexical : Readers::Lexical;
}

/// Every language, sorted by id.
[[nodiscard]] std::span<const Language> languages();

/// By id, human name or a common alias in any case ("C++", "golang", "sh", "Emacs-Lisp"), as linguist-language and
/// editor modelines give it; null when there is none.
[[nodiscard]] const Language* findLanguage(std::string_view nameOrId);

/// The language of a file by the first of these that tells: a well-known file name, an editor modeline, a shebang, the
/// extension. Where several languages share an extension the text decides. Null when nothing tells.
/// @param path with '/'; only the last component counts.
/// @param bytes the whole file, decoded: modelines may stand at its end.
[[nodiscard]] const Language* languageOf(std::string_view path, std::string_view bytes);

/// Reads files of unknown language for `--all`: comments that open with a usual marker at the start of a line.
[[nodiscard]] const Language& genericLanguage();

} // namespace paydown::syntax
