// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// The innermost named symbol around a place: function, method, class, namespace …
struct SymbolExtent {
    std::string symbol;          ///< Full path, "Namespace::Class::method"; empty at file level or when not known.
    std::uint32_t firstLine = 0; ///< 1-based; 0 when there is no symbol.
    std::uint32_t lastLine = 0;  ///< Inclusive.

    friend bool operator==(const SymbolExtent&, const SymbolExtent&) = default;
};

/// Whether a parse may be given up after 250 ms, which blanks the symbols: for what is only shown.
enum class Hurry : std::uint8_t { No, Yes };

/// The symbol around each offset, in the order given. A comment directly above a function or class, with nothing but
/// comments and attributes between, belongs to it. One parse by the grammar, about 10 MB/s; text beyond its caps (1 MB,
/// a budget of parser steps) or languages without a row give empty symbols. Never throws for what the text holds.
/// @param text decoded (see encoding.h); offsets refer to it and need not be sorted.
[[nodiscard]] std::vector<SymbolExtent> symbolExtentsAt(const Language& language, std::string_view text,
                                                        std::span<const std::uint32_t> offsets,
                                                        Hurry hurry = Hurry::Yes);

/// The same without the extents.
[[nodiscard]] std::vector<std::string> symbolsAt(const Language& language, std::string_view text,
                                                 std::span<const std::uint32_t> offsets);

/// Whether the language has a row in the table of symbols.
[[nodiscard]] bool hasSymbols(const Language& language);

} // namespace paydown::syntax
