// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glob.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// What .gitattributes files say about files that no person wrote here, as on GitHub: linguist-generated,
/// linguist-vendored. Pure; reading from several threads is fine.
class Attributes {
public:
    /// @param folder of the file, relative to the root, with '/' between and none at the end; empty for the root.
    ///        Folders may be added in any order.
    void add(std::string_view folder, std::string_view text);
    /// The user's own file: any .gitattributes overrules it.
    void addWeakest(std::string_view text);
    /// $GIT_DIR/info/attributes: overrules them all.
    void addStrongest(std::string_view text);
    /// Forgets what add() took from this folder.
    void remove(std::string_view folder);

    /// Whether a path is marked generated or vendored. The deepest .gitattributes decides, in it the last line.
    [[nodiscard]] bool isGenerated(std::string_view path) const;
    [[nodiscard]] bool isVendored(std::string_view path) const;
    [[nodiscard]] bool isEmpty() const { return m_files.empty(); }

private:
    struct Line {
        Glob glob;
        std::optional<bool> generated;
        std::optional<bool> vendored;
    };
    struct File {
        std::string folder; ///< With '/' at its end; empty for the root.
        std::size_t strength = 0;
        std::vector<Line> lines;
    };
    static std::string prefixOf(std::string_view folder);
    void insert(File file, std::string_view text);
    [[nodiscard]] bool isSet(std::string_view path, std::optional<bool> Line::*attribute) const;

    std::vector<File> m_files; ///< Strongest first: by depth.
};

} // namespace paydown::git
