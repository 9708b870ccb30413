// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Whether the whole path fits a pattern of gitignore(5) without its prefixes and suffixes: '*' and '?' stay inside a
/// component, "**" as a whole component crosses them, [a-z], [!a] and [[:alpha:]] are classes, '\' quotes the next
/// byte. Case counts. Never exponential in the number of stars.
[[nodiscard]] bool wildcardMatches(std::string_view pattern, std::string_view path);

enum class PathKind : unsigned char { File, Folder };

/// One pattern as a line of .gitignore states it.
class Glob {
public:
    /// @param line as in .gitignore: a leading '!' negates, a trailing '/' means folders only, a '/' elsewhere anchors
    ///        it at the folder of the list, unquoted blanks at the end do not count.
    explicit Glob(std::string_view line);

    /// Whether this very path (relative to the folder of the list, with '/') is named, negated or not. What a folder
    /// that is named holds, is not asked here.
    [[nodiscard]] bool names(std::string_view path, PathKind kind) const;

    [[nodiscard]] bool isNegated() const { return m_negated; }
    /// A blank line or a comment: names nothing.
    [[nodiscard]] bool isEmpty() const { return m_pattern.empty(); }

private:
    std::string m_pattern;
    bool m_negated = false;
    bool m_foldersOnly = false;
    bool m_anchored = false; ///< Else the last component alone is compared.
    bool m_literal = false;  ///< No wildcard: plain comparison.
    bool m_suffix = false;   ///< '*' and then only literal bytes: "*.o".
};

/// A list of patterns in which the last one that names a path decides, as in .gitignore.
class GlobList {
public:
    GlobList() = default;
    explicit GlobList(std::span<const std::string> lines);

    /// Whether a file is named, itself or through a folder above it; what a folder that is named holds, cannot be
    /// taken out again by '!'.
    [[nodiscard]] bool matches(std::string_view path) const;
    /// The last pattern that names this very path; null for none.
    [[nodiscard]] const Glob* lastNaming(std::string_view path, PathKind kind) const;

    [[nodiscard]] bool isEmpty() const { return m_globs.empty(); }

private:
    std::vector<Glob> m_globs;
};

/// Whether a .gitignore of this one line, at the root, names the file. For many paths build a GlobList once.
[[nodiscard]] bool globMatches(std::string_view pattern, std::string_view path);

} // namespace paydown
