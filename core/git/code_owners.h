// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glob.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// Where CODEOWNERS may stand, first found first: GitHub's order, then the place that GitLab alone knows.
[[nodiscard]] std::span<const std::string_view> codeOwnersPlaces();

/// Who is responsible for which file, in the forms of GitHub and GitLab. Both let the last line that names a path win;
/// where they differ, a file in .github/ is GitHub's, one in .gitlab/ or with a section or an exclusion in it is
/// GitLab's, any other one GitHub's:
/// - GitHub reads patterns as .gitignore does, and passes over lines with '!', "[…]" or a quoted "\#" in front;
/// - GitLab lets a pattern without a leading '/' match at any depth, names what a folder holds only with a '/' at the
///   end, knows sections with default owners ("[Name][2] @owner"), optional ones ("^[Name]") and exclusions ("!docs/"),
///   which take a path out of their section for good.
/// Pure; reading from several threads is fine.
class CodeOwners {
public:
    CodeOwners() = default;
    /// @param place one of codeOwnersPlaces().
    explicit CodeOwners(std::string_view text, std::string_view place = "CODEOWNERS");

    /// The owners of the last line that names the path, of every section in turn, optional sections last; empty when
    /// nobody is named.
    [[nodiscard]] std::vector<std::string> ownersOf(std::string_view path) const;
    /// The first of them, or empty.
    [[nodiscard]] std::string ownerOf(std::string_view path) const;
    [[nodiscard]] bool isEmpty() const { return m_sections.empty(); }

private:
    struct Line {
        Glob glob;
        bool insideFolders = true; ///< Files in folders that are named count too.
        bool excludes = false;     ///< GitLab's "!": its section has nothing to say about the path.
        std::vector<std::string> owners;
    };
    struct Section {
        std::string name; ///< Lower case; equal names are one section.
        bool isOptional = false;
        std::vector<Line> lines;
    };
    void readAsGitHub(std::string_view text);
    void readAsGitLab(std::string_view text);
    [[nodiscard]] static bool names(const Line& line, std::string_view path);
    static void addOwners(const Section& section, std::string_view path, std::vector<std::string>& owners);

    std::vector<Section> m_sections;
};

} // namespace paydown::git
