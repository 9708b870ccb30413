// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/enclosing_symbols.h"

#include "scanner/syntax/symbols.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

void nameSymbols(const syntax::Language& language, std::string_view text,
                 std::optional<std::chrono::steady_clock::time_point> deadline, std::vector<Annotation>& annotations) {
    const bool isWorthIt = std::ranges::any_of(annotations, [](const Annotation& a) { return !a.mention; });
    if (!isWorthIt || !syntax::hasSymbols(language)) return;
    std::vector<std::uint32_t> offsets;
    offsets.reserve(annotations.size());
    for (const Annotation& annotation : annotations) offsets.push_back(annotation.range.beginByte);
    syntax::SymbolReading reading = syntax::readSymbols(language, text, offsets, deadline);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        std::string& symbol = reading.extents[i].symbol;
        if (!symbol.empty()) annotations[i].symbol = std::move(symbol);
        if (!reading.late) continue;
        const std::string message = fmt::format(
            "the symbol around it is left out: parsing the file took more than {} ms", syntax::kSymbolDeadline.count());
        annotations[i].diagnostics.push_back({annotations[i].range.line, message});
    }
}

} // namespace paydown
