// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/symbols.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// The symbols around every TODO of the text.
inline std::vector<std::string> symbolsOf(std::string_view language, std::string_view text) {
    std::vector<std::uint32_t> offsets;
    for (std::size_t at = text.find("TODO"); at != std::string_view::npos; at = text.find("TODO", at + 1))
        offsets.push_back(static_cast<std::uint32_t>(at));
    std::vector<std::string> symbols;
    for (SymbolExtent& extent : symbolExtentsAt(*findLanguage(language), text, offsets))
        symbols.push_back(std::move(extent.symbol));
    return symbols;
}

} // namespace paydown::syntax
