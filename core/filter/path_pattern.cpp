// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/path_pattern.h"

#include "core/base/glob.h"

namespace paydown {

namespace {

// The path itself, or a folder that holds it.
bool isSameOrAbove(std::string_view folder, std::string_view path) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

// At any depth: some component (and what is below it) fits.
bool anyComponent(std::string_view path, auto&& fits) {
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        if (fits(path.substr(0, slash))) return true;
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    return false;
}

} // namespace

bool pathMatches(std::string_view pattern, std::string_view path) {
    if (pattern.starts_with("./")) pattern.remove_prefix(2);
    const bool isAnchored = pattern.find('/') < pattern.size() - (pattern.ends_with('/') ? 1 : 0);
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    const bool isGlob = pattern.find_first_of("*?[") != std::string_view::npos;
    if (pattern.ends_with('/') && !isGlob) pattern.remove_suffix(1);
    if (pattern.empty()) return true;
    if (isGlob && isAnchored) return wildcardMatches(pattern, path);
    if (isGlob) return anyComponent(path, [&](std::string_view name) { return wildcardMatches(pattern, name); });
    if (isAnchored) return isSameOrAbove(pattern, path);
    return anyComponent(path, [&](std::string_view name) { return name == pattern; });
}

} // namespace paydown
