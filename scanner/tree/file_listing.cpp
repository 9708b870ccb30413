// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_listing.h"

#include "core/base/glob.h"
#include "core/base/text.h"
#include "core/git/attributes.h"
#include "core/git/work_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

namespace paydown {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAttributesFile = ".gitattributes";
constexpr std::string_view kIgnoreFile = ".gitignore";

std::string readText(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return file ? std::string(std::istreambuf_iterator<char>(file), {}) : std::string();
}

std::string folderOf(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

git::Attributes readAttributes(const std::string& root, const std::vector<std::string>& paths) {
    git::Attributes attributes;
    for (const auto& path : paths) {
        const bool isAttributes =
            path == kAttributesFile || path.ends_with(std::string("/") + std::string(kAttributesFile));
        if (isAttributes) attributes.add(folderOf(path), readText(root + "/" + path));
    }
    return attributes;
}

/// Takes out what the settings and the attributes leave out.
FileListing filtered(const std::string& root, std::vector<std::string> paths, std::vector<SkippedFile> skipped,
                     const ScanSettings& settings) {
    FileListing listing;
    listing.skipped = std::move(skipped);
    if (settings.all) {
        listing.paths = std::move(paths);
        return listing;
    }
    const GlobList exclude(settings.exclude);
    const git::Attributes attributes = readAttributes(root, paths);
    for (auto& path : paths) {
        const char* reason = nullptr;
        if (!exclude.isEmpty() && exclude.matches(path))
            reason = "excluded by .paydown.toml";
        else if (!attributes.isEmpty() && attributes.isGenerated(path))
            reason = "generated, says .gitattributes";
        else if (!attributes.isEmpty() && attributes.isVendored(path))
            reason = "vendored, says .gitattributes";
        if (reason != nullptr)
            listing.skipped.push_back({std::move(path), reason});
        else
            listing.paths.push_back(std::move(path));
    }
    return listing;
}

/// Walks a plain directory, with the .gitignore files that lie above each entry.
class DirectoryWalk {
public:
    DirectoryWalk(const std::string& root, bool all) : m_root(root), m_all(all) {}

    void enter(const std::string& folder) {
        const fs::path absolute = folder.empty() ? fs::path(m_root) : fs::path(m_root) / folder;
        std::error_code failure;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator at(absolute, failure), end; !failure && at != end; at.increment(failure)) {
            entries.push_back(*at);
        }
        if (failure) {
            skipped.push_back({folder.empty() ? "." : folder, failure.message()});
            return;
        }
        const bool hasRules = pushRules(folder, absolute);
        for (const auto& entry : entries) visit(folder, entry);
        if (hasRules) m_rules.pop_back();
    }

    std::vector<std::string> paths;
    std::vector<SkippedFile> skipped;

private:
    /// A .gitignore and the folder whose entries it speaks of.
    using Rules = std::pair<std::string, GlobList>;

    bool pushRules(const std::string& folder, const fs::path& absolute) {
        const std::string text = m_all ? std::string() : readText((absolute / kIgnoreFile).string());
        if (text.empty()) return false;
        std::vector<std::string> lines;
        for (const auto line : split(text, '\n'))
            lines.emplace_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        m_rules.emplace_back(folder.empty() ? "" : folder + "/", GlobList(lines));
        return true;
    }

    /// The deepest list that names the path decides.
    [[nodiscard]] bool isIgnored(const std::string& path, PathKind kind) const {
        for (auto rules = m_rules.rbegin(); rules != m_rules.rend(); ++rules) {
            const Glob* glob = rules->second.lastNaming(std::string_view(path).substr(rules->first.size()), kind);
            if (glob != nullptr) return !glob->isNegated();
        }
        return false;
    }

    void visit(const std::string& folder, const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        const std::string path = folder.empty() ? name : folder + "/" + name;
        std::error_code failure;
        const auto status = entry.symlink_status(failure);
        if (failure || fs::is_symlink(status)) return;
        if (fs::is_directory(status)) {
            const bool isRepository = name == ".git" || fs::exists(entry.path() / ".git", failure);
            if (!isRepository && !isIgnored(path, PathKind::Folder)) enter(path);
        } else if (fs::is_regular_file(status) && !isIgnored(path, PathKind::File)) {
            paths.push_back(path);
        }
    }

    const std::string& m_root;
    bool m_all;
    std::vector<Rules> m_rules; ///< Outermost first.
};

} // namespace

FileListing listCheckoutFiles(const git::Repository& repository, const ScanSettings& settings) {
    auto found = git::listWorkTree(repository, settings.all ? git::Ignored::Include : git::Ignored::Skip);
    std::vector<std::string> paths;
    paths.reserve(found.files.size());
    for (auto& file : found.files) paths.push_back(std::move(file.path));
    return filtered(repository.workTree(), std::move(paths), std::move(found.unreadable), settings);
}

FileListing listDirectoryFiles(const std::string& root, const ScanSettings& settings) {
    DirectoryWalk walk(root, settings.all);
    walk.enter({});
    std::ranges::sort(walk.paths);
    return filtered(root, std::move(walk.paths), std::move(walk.skipped), settings);
}

} // namespace paydown
