// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glob.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// Where CODEOWNERS may stand, first found first.
[[nodiscard]] std::span<const std::string_view> codeOwnersPlaces();

/// Who is responsible for which file, in the forms of GitHub and GitLab (sections with default owners). Pure; reading
/// from several threads is fine.
class CodeOwners {
public:
    CodeOwners() = default;
    explicit CodeOwners(std::string_view text);

    /// The owners of the last line that names the path, of every section in turn; empty when nobody is named.
    [[nodiscard]] std::vector<std::string> ownersOf(std::string_view path) const;
    /// The first of them, or empty.
    [[nodiscard]] std::string ownerOf(std::string_view path) const;
    [[nodiscard]] bool isEmpty() const { return m_sections.empty(); }

private:
    struct Line {
        Glob glob;
        bool insideFolders = true; ///< Files in folders that are named count too; not for "docs/*".
        std::vector<std::string> owners;
    };
    struct Section {
        std::string name; ///< Lower case; equal names are one section.
        std::vector<Line> lines;
    };
    [[nodiscard]] static bool names(const Line& line, std::string_view path);

    std::vector<Section> m_sections;
};

} // namespace paydown::git
