// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/embedded_scripts.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace paydown::syntax {
namespace {

/// The value of an attribute in a tag that is in lower case; empty when it has none.
std::string_view attributeOf(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const std::string_view rest = trimmed(tag.substr(at + name.size()));
        if (!rest.starts_with('=') || (at > 0 && tag[at - 1] != ' ' && tag[at - 1] != '\t' && tag[at - 1] != '\n'))
            continue;
        std::string_view value = trimmed(rest.substr(1));
        if (value.starts_with('"') || value.starts_with('\'')) return value.substr(1, value.find(value[0], 1) - 1);
        return value.substr(0, value.find_first_of(" \t\r\n>"));
    }
    return {};
}

const Language* languageOfTag(std::string_view tag) {
    const std::string_view lang = attributeOf(tag, "lang");
    if (lang == "ts" || lang == "typescript") return findLanguage("typescript");
    if (lang == "tsx") return findLanguage("tsx");
    if (!lang.empty() && lang != "js" && lang != "jsx" && lang != "javascript") return nullptr;
    const std::string_view type = attributeOf(tag, "type");
    if (type.find("typescript") != std::string_view::npos) return findLanguage("typescript");
    const bool isScript = type.empty() || type == "module" || type.find("javascript") != std::string_view::npos ||
                          type.find("ecmascript") != std::string_view::npos || type == "text/babel";
    return isScript ? findLanguage("javascript") : nullptr;
}

} // namespace

bool holdsScripts(const Language& language) {
    static constexpr std::array<std::string_view, 3> kPages = {"html", "svelte", "vue"};
    return std::find(kPages.begin(), kPages.end(), language.id) != kPages.end();
}

std::vector<EmbeddedScript> embeddedScripts(std::string_view page) {
    std::vector<EmbeddedScript> scripts;
    const std::string lower = asciiLower(page);
    std::size_t counted = 0;
    std::uint32_t lines = 0;
    for (std::size_t at = lower.find("<script"); at != std::string::npos; at = lower.find("<script", at)) {
        const std::size_t open = lower.find('>', at);
        const std::size_t close = open == std::string::npos ? open : lower.find("</script", open);
        if (open == std::string::npos) break;
        const std::size_t end = std::min(close, page.size());
        if (const Language* language = languageOfTag(std::string_view(lower).substr(at, open - at))) {
            lines += static_cast<std::uint32_t>(std::count(page.begin() + static_cast<std::ptrdiff_t>(counted),
                                                           page.begin() + static_cast<std::ptrdiff_t>(open + 1), '\n'));
            counted = open + 1;
            scripts.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(end), lines, language});
        }
        at = end;
    }
    return scripts;
}

} // namespace paydown::syntax
