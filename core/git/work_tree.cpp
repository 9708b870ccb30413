// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/work_tree.h"

#include "core/base/glob.h"
#include "core/base/text.h"
#include "core/git/index_file.h"
#include "core/git/repository_handle.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

namespace paydown::git {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const noexcept { closedir(folder); }
};

enum class DiskKind : std::uint8_t { File, Folder, Other };

struct DiskEntry {
    std::string name;
    DiskKind kind = DiskKind::Other;
};

DiskKind kindOf(DIR* folder, const dirent& entry) {
    if (entry.d_type == DT_REG) return DiskKind::File;
    if (entry.d_type == DT_DIR) return DiskKind::Folder;
    if (entry.d_type != DT_UNKNOWN) return DiskKind::Other;
    struct stat status {}; // some file systems do not say
    if (fstatat(dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return DiskKind::Other;
    return S_ISREG(status.st_mode) ? DiskKind::File : S_ISDIR(status.st_mode) ? DiskKind::Folder : DiskKind::Other;
}

GlobList readIgnoreFile(const std::string& path) {
    const auto text = readSmallFile(path);
    if (!text) return {};
    std::vector<std::string> lines;
    for (const auto line : split(*text, '\n'))
        lines.emplace_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    return GlobList(lines);
}

class Listing {
public:
    Listing(const Repository& repository, Ignored ignored)
        : m_root(repository.workTree()), m_ignored(ignored), m_index(IndexFile::open(repository)) {
        if (ignored == Ignored::Include) return;
        m_lists.push_back({0, readIgnoreFile(excludesFile(repository))});
        m_lists.push_back({0, readIgnoreFile(repository.commonDir() + "/info/exclude")});
    }

    WorkTreeListing run() {
        visit("", 0);
        std::ranges::sort(m_result.files, {}, &WorkTreeFile::path);
        return std::move(m_result);
    }

private:
    struct List {
        std::size_t folderBytes = 0; ///< Of the folder that its patterns are relative to, '/' included.
        GlobList globs;
    };

    static std::string excludesFile(const Repository& repository) {
        if (auto path = repository.configPath("core.excludesFile")) return *path;
        const char* config = std::getenv("XDG_CONFIG_HOME");
        if (config && *config) return std::string(config) + "/git/ignore";
        const char* home = std::getenv("HOME");
        return home ? std::string(home) + "/.config/git/ignore" : std::string();
    }

    /// @param folder relative, with '/' at its end; empty for the root.
    void visit(const std::string& folder, int depth) {
        constexpr int kMaxDepth = 1024;
        const std::unique_ptr<DIR, CloseFolder> opened(opendir((m_root + "/" + folder).c_str()));
        if (!opened || depth > kMaxDepth) {
            m_result.unreadable.push_back({folder, opened ? "folders nested too deep" : std::strerror(errno)});
            return;
        }
        std::vector<DiskEntry> entries;
        bool hasIgnoreFile = false;
        while (const dirent* entry = readdir(opened.get())) {
            const std::string_view name = entry->d_name;
            if (name == "." || name == "..") continue;
            if (name == ".git") {
                if (depth > 0) return; // another repository
                continue;
            }
            hasIgnoreFile |= name == ".gitignore";
            entries.push_back({std::string(name), kindOf(opened.get(), *entry)});
        }
        const bool reads = hasIgnoreFile && m_ignored == Ignored::Skip;
        if (reads) m_lists.push_back({folder.size(), readIgnoreFile(m_root + "/" + folder + ".gitignore")});
        for (const auto& entry : entries) {
            if (entry.kind == DiskKind::File)
                addFile(folder + entry.name);
            else if (entry.kind == DiskKind::Folder)
                visitFolder(folder + entry.name, depth);
        }
        if (reads) m_lists.pop_back();
    }

    void addFile(std::string path) {
        const bool tracked = isTracked(path);
        if (!tracked && isIgnored(path, PathKind::File)) return;
        m_result.files.push_back({std::move(path), tracked});
    }

    void visitFolder(const std::string& path, int depth) {
        const std::string folder = path + "/";
        // What an ignored folder holds is ignored, tracked files apart.
        const bool ignored = isIgnored(path, PathKind::Folder);
        if (ignored && !holdsTracked(folder)) return;
        m_insideIgnored += ignored ? 1 : 0;
        visit(folder, depth + 1);
        m_insideIgnored -= ignored ? 1 : 0;
    }

    [[nodiscard]] std::vector<IndexEntry>::const_iterator firstAt(std::string_view path) const {
        return std::ranges::lower_bound(m_index.entries(), path, {}, &IndexEntry::path);
    }
    [[nodiscard]] bool isTracked(std::string_view path) const {
        const auto found = firstAt(path);
        return found != m_index.entries().end() && found->path == path;
    }
    [[nodiscard]] bool holdsTracked(std::string_view folder) const {
        const auto found = firstAt(folder);
        return found != m_index.entries().end() && found->path.starts_with(folder);
    }

    [[nodiscard]] bool isIgnored(std::string_view path, PathKind kind) const {
        if (m_ignored == Ignored::Include) return false;
        if (m_insideIgnored > 0) return true;
        for (auto list = m_lists.rbegin(); list != m_lists.rend(); ++list) {
            if (const Glob* glob = list->globs.lastNaming(path.substr(list->folderBytes), kind))
                return !glob->isNegated();
        }
        return false;
    }

    std::string m_root;
    Ignored m_ignored;
    IndexFile m_index;
    std::vector<List> m_lists; ///< Weakest first.
    int m_insideIgnored = 0;
    WorkTreeListing m_result;
};

} // namespace

WorkTreeListing listWorkTree(const Repository& repository, Ignored ignored) {
    return Listing(repository, ignored).run();
}

} // namespace paydown::git
