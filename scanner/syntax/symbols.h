// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <chrono>
#include <cstdint>
#include <optional>
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

/// The symbols around some places, and whether the clock kept some from being known.
struct SymbolReading {
    std::vector<SymbolExtent> extents; ///< In the order of the places.
    bool late = false;                 ///< A deadline ended the parse: all symbols are blank for that reason alone.
};

/// How long a parse may take where somebody waits for what it finds.
constexpr std::chrono::milliseconds kSymbolDeadline{250};

/// The symbol around each offset. A comment belongs to the symbol that it stands in; directly above a function or
/// class, with nothing but comments and attributes between, to that one; behind the end of one on the same line, to
/// that one. One parse by the grammar, about 10 MB/s, of what ReducedText leaves; text beyond its caps (1 MB, a budget
/// of parser steps) or languages without symbols give empty ones. Of a page (HTML, Vue, Svelte) the scripts are looked
/// at. Never throws for what the text holds.
/// @param text decoded (see encoding.h); offsets refer to it and need not be sorted.
/// @param deadline the only thing here that the clock decides; without one the answer depends on the bytes alone.
[[nodiscard]] SymbolReading readSymbols(const Language& language, std::string_view text,
                                        std::span<const std::uint32_t> offsets,
                                        std::optional<std::chrono::steady_clock::time_point> deadline = {});

/// The extents of readSymbols() without a deadline.
[[nodiscard]] std::vector<SymbolExtent> symbolExtentsAt(const Language& language, std::string_view text,
                                                        std::span<const std::uint32_t> offsets);

/// Whether the language has symbols at all.
[[nodiscard]] bool hasSymbols(const Language& language);

} // namespace paydown::syntax
