// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/layering_rules.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <sstream>

namespace paydown::layering {
namespace {

/// The folders of the project that a folder may include besides itself. A prefix stands for all below it.
struct Layer {
    std::string_view folder;
    std::vector<std::string_view> mayInclude;
};

/// A library that only some folders may know.
struct Library {
    std::string_view name;
    std::vector<std::string_view> headers; ///< Prefixes of what stands between the brackets.
    std::vector<std::string_view> folders; ///< Where they are allowed.
};

const std::vector<Layer>& layers() {
    static const std::vector<Layer> kLayers = {
        {"core/base", {}},
        {"core/model", {"core/base"}},
        {"core/identity", {"core/base", "core/model"}},
        {"core/filter", {"core/base", "core/model"}},
        {"core/config", {"core/base", "core/model", "core/filter"}},
        {"core/priority", {"core/base", "core/model", "core/config", "core/filter"}},
        {"core/schedule", {"core/base", "core/model", "core/config", "core/filter", "core/priority"}},
        {"core/policy", {"core/base", "core/model", "core/config", "core/filter"}},
        {"core/triage",
         {"core/base", "core/model", "core/config", "core/filter", "core/priority", "core/schedule", "core/policy"}},
        {"core/backtest", {"core/base", "core/model"}},
        {"core/report",
         {"core/base", "core/model", "core/config", "core/filter", "core/priority", "core/schedule", "core/triage"}},
        {"core/decisions", {"core/base", "core/model"}},
        {"core/git", {"core/base", "core/model"}},
        {"core/registry", {"core/base", "core/model", "core/decisions", "core/identity"}},
        {"core/sharing", {"core/base", "core/model", "core/decisions", "core/git", "core/registry"}},
        {"core/actions", {"core"}},
        {"scanner/syntax", {"core/base", "core/model"}},
        {"scanner/annotations", {"core/base", "core/model", "scanner/syntax/comment.h"}},
        {"scanner/tree",
         {"core/base", "core/model", "core/config", "core/git", "scanner/syntax", "scanner/annotations"}},
        {"scanner/history",
         {"core/base", "core/model", "core/config", "core/git", "core/identity", "core/registry", "scanner/syntax",
          "scanner/annotations", "scanner/tree"}},
        {"scanner/refresh", {"core", "scanner"}},
        {"hooks", {"core", "scanner"}},
        {"cli", {"core", "scanner", "hooks"}},
        {"gui",
         {"core/base", "core/model", "core/config", "core/filter", "core/decisions", "core/priority", "core/schedule",
          "core/triage", "core/actions", "scanner/syntax/colour.h", "scanner/refresh"}},
    };
    return kLayers;
}

const std::vector<Library>& libraries() {
    static const std::vector<Library> kLibraries = {
        {"libgit2", {"git2.h", "git2/"}, {"core/git"}},
        {"SQLite", {"sqlite3", "SQLiteCpp/"}, {"core/registry"}},
        {"tree-sitter", {"tree_sitter/"}, {"scanner/syntax"}},
        {"toml++", {"toml++/", "toml.hpp"}, {"core/config"}},
        {"CLI11", {"CLI/"}, {"cli"}},
        {"standard streams of the process", {"iostream"}, {}},
    };
    return kLibraries;
}

/// Headers that bring the outside world into code that has to be a function of its arguments.
constexpr std::array<std::string_view, 10> kOutsideWorld = {
    "filesystem", "fstream", "thread", "mutex", "atomic", "condition_variable", "future", "unistd.h", "fcntl.h", "sys/",
};
constexpr std::array<std::string_view, 7> kPureFolders = {
    "core/backtest", "core/identity", "core/priority",       "core/schedule",
    "core/policy",   "core/report",   "scanner/annotations",
};

bool isBelow(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool isBelowAny(std::string_view path, std::span<const std::string_view> folders) {
    return std::ranges::any_of(folders, [&](std::string_view folder) { return isBelow(path, folder); });
}

bool startsWithAny(std::string_view text, std::span<const std::string_view> prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return text.starts_with(prefix); });
}

bool isQtHeader(std::string_view header) {
    return header.starts_with("Qt") || (header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z');
}

/// The module that a path of the project belongs to: two folders deep in core and scanner, one elsewhere.
std::string moduleOf(std::string_view path) {
    const auto first = path.find('/');
    const std::string_view top = path.substr(0, first);
    if (first == std::string_view::npos || (top != "core" && top != "scanner")) return std::string(top);
    return std::string(path.substr(0, path.find('/', first + 1)));
}

std::optional<std::string> judgeProjectInclude(const std::string& module, std::string_view include) {
    if (isBelow(include, module)) return std::nullopt;
    const auto layer = std::ranges::find(layers(), module, &Layer::folder);
    if (layer == layers().end()) return module + " has no row in tests/layering/layering_rules.cpp";
    if (isBelowAny(include, layer->mayInclude)) return std::nullopt;
    return module + " may not know " + moduleOf(include);
}

std::optional<std::string> judgeLibraryInclude(const std::string& module, std::string_view include) {
    for (const Library& library : libraries()) {
        if (startsWithAny(include, library.headers) && !isBelowAny(module, library.folders))
            return "only " +
                   (library.folders.empty() ? std::string("an executable") : std::string(library.folders[0])) +
                   " may know " + std::string(library.name);
    }
    if (isQtHeader(include) && module != "gui") return "only gui may know Qt";
    if (isBelowAny(module, kPureFolders) && startsWithAny(include, kOutsideWorld))
        return module + " is a pure function of values: no files, no threads";
    return std::nullopt;
}

} // namespace

std::vector<Violation> forbiddenIncludes(const std::string& file, std::string_view text, FolderGraph& graph) {
    const std::string module = moduleOf(file);
    std::vector<Violation> violations;
    std::istringstream lines{std::string(text)};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::string_view rest = line;
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        if (!rest.starts_with("#include")) continue;
        const auto open = rest.find_first_of("\"<");
        if (open == std::string_view::npos) continue;
        const auto close = rest.find_first_of("\">", open + 1);
        const std::string_view include = rest.substr(open + 1, close - open - 1);
        const bool quoted = rest[open] == '"';
        if (quoted) graph[module].insert(moduleOf(include));
        const auto reason = quoted ? judgeProjectInclude(module, include) : judgeLibraryInclude(module, include);
        if (reason) violations.push_back({file, number, std::string(include), *reason});
    }
    return violations;
}

std::string findCycle(const FolderGraph& graph) {
    std::set<std::string> done;
    std::vector<std::string> path;
    std::string cycle;
    const auto visit = [&](const auto& self, const std::string& folder) -> bool {
        const auto seen = std::ranges::find(path, folder);
        if (seen != path.end()) {
            for (auto step = seen; step != path.end(); ++step) cycle += *step + " -> ";
            cycle += folder;
            return true;
        }
        if (done.contains(folder) || !graph.contains(folder)) return false;
        path.push_back(folder);
        for (const std::string& next : graph.at(folder))
            if (next != folder && self(self, next)) return true;
        path.pop_back();
        done.insert(folder);
        return false;
    };
    for (const auto& [folder, includes] : graph)
        if (visit(visit, folder)) return cycle;
    return {};
}

} // namespace paydown::layering
