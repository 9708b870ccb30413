// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// A script in a page: [begin, end) between its tags.
struct EmbeddedScript {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t linesAbove = 0; ///< Line ends before `begin`.
    const Language* language = nullptr;
};

/// Whether pages of the language hold scripts (HTML, Vue, Svelte).
[[nodiscard]] bool holdsScripts(const Language& language);

/// The scripts of a page in the order of the text: JavaScript, or TypeScript where the tag says so (lang="ts"); those
/// of other types (JSON, templates) are passed over. Linear.
[[nodiscard]] std::vector<EmbeddedScript> embeddedScripts(std::string_view page);

} // namespace paydown::syntax
