// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/glob.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace paydown {

namespace {

constexpr auto kNone = std::string_view::npos;

bool isInNamedClass(std::string_view name, unsigned char c) {
    using Test = int (*)(int);
    static constexpr std::array<std::pair<std::string_view, Test>, 12> kClasses{{
        {"alnum", [](int b) { return std::isalnum(b); }},
        {"alpha", [](int b) { return std::isalpha(b); }},
        {"blank", [](int b) { return std::isblank(b); }},
        {"cntrl", [](int b) { return std::iscntrl(b); }},
        {"digit", [](int b) { return std::isdigit(b); }},
        {"graph", [](int b) { return std::isgraph(b); }},
        {"lower", [](int b) { return std::islower(b); }},
        {"print", [](int b) { return std::isprint(b); }},
        {"punct", [](int b) { return std::ispunct(b); }},
        {"space", [](int b) { return std::isspace(b); }},
        {"upper", [](int b) { return std::isupper(b); }},
        {"xdigit", [](int b) { return std::isxdigit(b); }},
    }};
    if (c >= 0x80) return false;
    for (const auto& [known, test] : kClasses) {
        if (known == name) return test(c) != 0;
    }
    return false;
}

/// Reads the class that opens at `p` and moves behind it. An unclosed class matches nothing, as in git.
bool matchesClass(std::string_view pattern, std::size_t& p, char c) {
    const auto byte = static_cast<unsigned char>(c);
    std::size_t at = p + 1;
    const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    if (negated) ++at;
    bool found = false;
    for (bool first = true; at < pattern.size() && (first || pattern[at] != ']'); first = false) {
        if (pattern.substr(at).starts_with("[:")) {
            const auto end = pattern.find(":]", at + 2);
            if (end != kNone) {
                found = found || isInNamedClass(pattern.substr(at + 2, end - at - 2), byte);
                at = end + 2;
                continue;
            }
        }
        if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
        const auto low = static_cast<unsigned char>(pattern[at++]);
        auto high = low;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
            ++at;
            if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
            high = static_cast<unsigned char>(pattern[at++]);
        }
        found = found || (low <= byte && byte <= high);
    }
    if (at >= pattern.size()) return false;
    p = at + 1;
    return found != negated && c != '/';
}

/// Whether one byte of the path fits what stands at `p`, which is no star; moves behind it when it does.
bool matchesOne(std::string_view pattern, std::size_t& p, char c) {
    switch (pattern[p]) {
    case '?':
        if (c == '/') return false;
        ++p;
        return true;
    case '[': return matchesClass(pattern, p, c);
    case '\\':
        if (p + 1 < pattern.size() && pattern[p + 1] == c) return p += 2, true;
        return p + 1 == pattern.size() && c == '\\' && (++p, true);
    default:
        if (pattern[p] != c) return false;
        ++p;
        return true;
    }
}

/// A run of stars at `p`: whether it is a whole component and hence crosses components.
bool isDeepStar(std::string_view pattern, std::size_t p, std::size_t end) {
    return end - p == 2 && (p == 0 || pattern[p - 1] == '/') && (end == pattern.size() || pattern[end] == '/');
}

} // namespace

bool wildcardMatches(std::string_view pattern, std::string_view path) {
    // Two places to come back to, the last star and the last deep star: an earlier one never needs another try, since
    // the shortest text for it leaves the most to what follows.
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = kNone;
    std::size_t starAt = 0;
    std::size_t deep = kNone;
    std::size_t deepAt = 0;
    for (;;) {
        if (p < pattern.size() && pattern[p] == '*') {
            const auto end = std::min(pattern.find_first_not_of('*', p), pattern.size());
            if (isDeepStar(pattern, p, end)) {
                if (end == pattern.size()) return t < path.size(); // "a/**" is all that is inside.
                p = deep = end + 1;
                deepAt = t;
                star = kNone;
            } else {
                p = star = end;
                starAt = t;
            }
            continue;
        }
        if (t == path.size() && p == pattern.size()) return true;
        if (t < path.size() && p < pattern.size()) {
            std::size_t next = p;
            if (matchesOne(pattern, next, path[t])) {
                p = next;
                ++t;
                continue;
            }
        }
        if (star != kNone && starAt < path.size() && path[starAt] != '/') {
            t = ++starAt;
            p = star;
            continue;
        }
        const auto slash = deep == kNone ? kNone : path.find('/', deepAt);
        if (slash == kNone) return false;
        t = deepAt = slash + 1;
        p = deep;
        star = kNone;
    }
}

Glob::Glob(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    if (line.starts_with('#')) return;
    if (line.starts_with('!')) {
        m_negated = true;
        line.remove_prefix(1);
    }
    if (line.ends_with('/')) {
        m_foldersOnly = true;
        line.remove_suffix(1);
    }
    m_anchored = line.find('/') != kNone;
    if (line.starts_with('/')) line.remove_prefix(1);
    m_pattern = line;
    m_literal = line.find_first_of("*?[\\") == kNone;
    m_suffix = !m_anchored && line.starts_with('*') && line.find_first_of("*?[\\", 1) == kNone;
}

bool Glob::names(std::string_view path, PathKind kind) const {
    if (m_pattern.empty() || (m_foldersOnly && kind == PathKind::File)) return false;
    if (!m_anchored) path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
    if (m_literal) return path == m_pattern;
    if (m_suffix) return path.ends_with(std::string_view(m_pattern).substr(1));
    return wildcardMatches(m_pattern, path);
}

GlobList::GlobList(std::span<const std::string> lines) {
    for (const std::string& line : lines) {
        Glob glob(line);
        if (!glob.isEmpty()) m_globs.push_back(std::move(glob));
    }
}

const Glob* GlobList::lastNaming(std::string_view path, PathKind kind) const {
    for (auto glob = m_globs.rbegin(); glob != m_globs.rend(); ++glob) {
        if (glob->names(path, kind)) return &*glob;
    }
    return nullptr;
}

bool GlobList::matches(std::string_view path) const {
    if (m_globs.empty()) return false;
    for (auto slash = path.find('/'); slash != kNone; slash = path.find('/', slash + 1)) {
        const Glob* above = lastNaming(path.substr(0, slash), PathKind::Folder);
        if (above != nullptr && !above->isNegated()) return true;
    }
    const Glob* own = lastNaming(path, PathKind::File);
    return own != nullptr && !own->isNegated();
}

bool globMatches(std::string_view pattern, std::string_view path) {
    const std::string line(pattern);
    return GlobList(std::span(&line, 1)).matches(path);
}

} // namespace paydown
