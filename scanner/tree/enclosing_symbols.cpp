// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/enclosing_symbols.h"

#include "scanner/syntax/symbols.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

constexpr std::uint32_t kLinesAround = 20;
/// A longer symbol is a class or a namespace that holds more than what an annotation in it is about.
constexpr std::uint32_t kLargestSymbolLines = 300;

LineExtent extentOf(const syntax::SymbolExtent& symbol, std::uint32_t line, std::uint32_t lines) {
    const bool isCode = symbol.firstLine > 0 && symbol.lastLine - symbol.firstLine < kLargestSymbolLines;
    if (isCode) return {std::min(symbol.firstLine, line), std::max(symbol.lastLine, line)};
    const std::uint32_t first = symbol.firstLine > 0 ? symbol.firstLine : 1;
    const std::uint32_t last = symbol.firstLine > 0 ? symbol.lastLine : lines;
    return {std::min(line, std::max(first, line > kLinesAround ? line - kLinesAround : 1)),
            std::max(line, std::min(last, line + kLinesAround))};
}

/// The symbol around each annotation; none at all where it is not worth the parse.
syntax::SymbolReading symbolsAround(const syntax::Language& language, std::string_view text,
                                    std::optional<std::chrono::steady_clock::time_point> deadline,
                                    const std::vector<Annotation>& annotations) {
    const bool isWorthIt = std::ranges::any_of(annotations, [](const Annotation& a) { return !a.mention; });
    if (!isWorthIt || !syntax::hasSymbols(language)) {
        return {std::vector<syntax::SymbolExtent>(annotations.size()), false};
    }
    std::vector<std::uint32_t> offsets;
    offsets.reserve(annotations.size());
    for (const Annotation& annotation : annotations) offsets.push_back(annotation.range.beginByte);
    return syntax::readSymbols(language, text, offsets, deadline);
}

} // namespace

std::vector<LineExtent> nameSymbols(const syntax::Language& language, std::string_view text,
                                    std::optional<std::chrono::steady_clock::time_point> deadline,
                                    std::vector<Annotation>& annotations) {
    syntax::SymbolReading reading = symbolsAround(language, text, deadline, annotations);
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(text, '\n')) + 1;
    std::vector<LineExtent> extents;
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        extents.push_back(extentOf(reading.extents[i], annotations[i].range.line, lines));
        std::string& symbol = reading.extents[i].symbol;
        if (!symbol.empty()) annotations[i].symbol = std::move(symbol);
        if (!reading.late) continue;
        const std::string message = fmt::format(
            "the symbol around it is left out: parsing the file took more than {} ms", syntax::kSymbolDeadline.count());
        annotations[i].diagnostics.push_back({annotations[i].range.line, message});
    }
    return extents;
}

} // namespace paydown
