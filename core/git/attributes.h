// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glob.h"
#include "core/model/object_id.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paydown::git {

/// What .gitattributes files say about files, as on GitHub: which no person wrote here (linguist-generated,
/// linguist-vendored), and what language they are in (linguist-language). Pure; reading from several threads is fine.
class Attributes {
public:
    /// @param folder of the file, relative to the root, with '/' between and none at the end; empty for the root.
    ///        Folders may be added in any order; the root before those that use its macros ("[attr]name …").
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
    /// The language that is stated for a path ("C++", "Emacs-Lisp"), as it is written; empty when none is.
    [[nodiscard]] std::string languageOf(std::string_view path) const;
    [[nodiscard]] bool isEmpty() const { return m_files.empty(); }

    /// The lines that isGenerated() and isVendored(), or languageOf(), answer by: equal texts give equal answers.
    [[nodiscard]] const std::string& pathRules() const { return m_pathRules; }
    [[nodiscard]] const std::string& languageRules() const { return m_languageRules; }

private:
    struct Line {
        Glob glob;
        std::optional<bool> generated;
        std::optional<bool> vendored;
        std::optional<std::string> language; ///< Empty: unset here, whatever stands above.
    };
    struct File {
        std::string folder; ///< With '/' at its end; empty for the root.
        std::size_t strength = 0;
        std::vector<Line> lines;
    };
    static std::string prefixOf(std::string_view folder);
    void insert(File file, std::string_view text);
    void define(std::string_view macro);
    [[nodiscard]] std::vector<std::string> expanded(std::string_view line) const;
    void take(const std::string& word, Line& line, std::string_view folder, std::string_view pattern);
    /// The value that the deepest file gives, in it the last line; nothing when no line speaks of the path.
    template <typename T>
    [[nodiscard]] const T* valueAt(std::string_view path, std::optional<T> Line::*attribute) const;

    std::vector<File> m_files;                                             ///< Strongest first: by depth.
    std::map<std::string, std::vector<std::string>, std::less<>> m_macros; ///< "[attr]name …", as defined so far.
    std::string m_pathRules;
    std::string m_languageRules;
};

/// The attributes of single paths, for who asks about few: only the .gitattributes of the folders above a path are
/// read, each once, when it is first asked about. One thread.
class LazyAttributes {
public:
    /// Gives a file by its path from the root; nothing when there is none.
    using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;
    explicit LazyAttributes(ReadFile readFile) : m_readFile(std::move(readFile)) {}

    /// Attributes that hold for the path; they may know nothing of others.
    [[nodiscard]] const Attributes& above(std::string_view path);

private:
    ReadFile m_readFile;
    Attributes m_attributes;
    std::set<std::string, std::less<>> m_read; ///< Folders.
};

class Repository;

/// By the files of the work tree; those of HEAD's commit for a bare repository. The repository must live as long.
[[nodiscard]] LazyAttributes attributesOnDisk(const Repository& repository);
/// By the files of a commit. The repository must live as long.
[[nodiscard]] LazyAttributes attributesAt(const Repository& repository, const CommitId& commit);

} // namespace paydown::git
