// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/work_tree_walk.h"

#include "core/base/error.h"
#include "core/base/glob.h"
#include "core/base/posix_file.h"
#include "core/base/text.h"
#include "core/git/index_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <utility>

namespace paydown::git {

namespace {

constexpr std::string_view kIgnoreFile = ".gitignore";
constexpr std::string_view kAttributesFile = ".gitattributes";
constexpr std::size_t kMaxDepth = 1024;

struct CloseFolder {
    void operator()(DIR* folder) const noexcept { closedir(folder); }
};

enum class DiskKind : std::uint8_t { File, Folder, Link, Other };

struct DiskEntry {
    std::string name; ///< Of a folder, with '/' at its end: so the order of names is that of the paths below.
    DiskKind kind = DiskKind::Other;
};

DiskKind kindOf(mode_t mode) {
    if (S_ISREG(mode)) return DiskKind::File;
    if (S_ISDIR(mode)) return DiskKind::Folder;
    return S_ISLNK(mode) ? DiskKind::Link : DiskKind::Other;
}

DiskKind kindOf(DIR* folder, const dirent& entry) {
    if (entry.d_type != DT_UNKNOWN) return kindOf(static_cast<mode_t>(DTTOIF(entry.d_type)));
    struct stat status {}; // some file systems do not say
    if (fstatat(dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return DiskKind::Other;
    return kindOf(status.st_mode);
}

/// A file of rules, without its byte order mark; empty where there is none. Those of a work tree are untrusted: git
/// follows no link to them either, and a pipe would wait for ever.
std::string readRules(const std::string& path, int flags) {
    constexpr std::uint64_t kMostBytes = 16U << 20;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (path.empty()) return {};
    const PosixFile file(path, O_RDONLY | O_NONBLOCK | flags);
    struct stat status {};
    if (!file.isOpen() || fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > kMostBytes) return {};
    try {
        std::string text = file.read(0, size);
        if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
        return text;
    } catch (const Error&) { // A disk that fails is told of when files are read.
        return {};
    }
}

GlobList globsOf(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n'))
        lines.emplace_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    return GlobList(lines);
}

/// A file of the user's git configuration: as set, else "git/NAME" in the configuration folder.
std::string userFile(const Repository& repository, const std::string& key, const std::string& name) {
    if (auto path = repository.configPath(key)) return *path;
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config && *config) return std::string(config) + "/git/" + name;
    const char* home = std::getenv("HOME");
    return home ? std::string(home) + "/.config/git/" + name : std::string();
}

/// What lies in a folder, by path of what is below. Nothing when it cannot be opened: errno says why.
std::optional<std::vector<DiskEntry>> entriesOf(const std::string& path) {
    const std::unique_ptr<DIR, CloseFolder> folder(opendir(path.c_str()));
    if (!folder) return std::nullopt;
    std::vector<DiskEntry> entries;
    while (const dirent* entry = readdir(folder.get())) {
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..") continue;
        DiskEntry found{std::string(name), kindOf(folder.get(), *entry)};
        if (found.kind == DiskKind::Folder) found.name += '/';
        entries.push_back(std::move(found));
    }
    std::ranges::sort(entries, {}, &DiskEntry::name);
    return entries;
}

bool isRepositoryMark(const DiskEntry& entry) { return entry.name == ".git" || entry.name == ".git/"; }

} // namespace

class WorkTreeWalk::Impl {
public:
    Impl(std::string root, Ignored ignored, LeftOut told) : m_root(std::move(root)), m_ignored(ignored), m_told(told) {}

    void useRepository(const Repository& repository) {
        m_index.emplace(IndexFile::open(repository));
        m_attributes.addWeakest(readRules(userFile(repository, "core.attributesFile", "attributes"), 0));
        m_attributes.addStrongest(readRules(repository.commonDir() + "/info/attributes", 0));
        if (m_ignored == Ignored::Include) return;
        m_lists.push_back({0, globsOf(readRules(userFile(repository, "core.excludesFile", "ignore"), 0)),
                           "ignored by core.excludesFile"});
        m_lists.push_back(
            {0, globsOf(readRules(repository.commonDir() + "/info/exclude", 0)), "ignored by .git/info/exclude"});
    }

    void start() { enter({}, {}); }

    std::optional<WorkTreeFile> next() {
        while (!m_folders.empty()) {
            Folder& folder = m_folders.back();
            if (folder.at == folder.entries.size()) {
                leave();
                continue;
            }
            const DiskEntry& entry = folder.entries[folder.at++];
            std::string path = folder.path + entry.name;
            if (entry.kind == DiskKind::Folder)
                visitFolder(path);
            else if (auto file = visitFile(std::move(path), entry.kind))
                return file;
        }
        return std::nullopt;
    }

    std::vector<SkippedFile> takeLeftOut() { return std::exchange(m_leftOut, {}); }
    [[nodiscard]] const Attributes& attributes() const { return m_attributes; }

private:
    struct List {
        std::size_t folderBytes = 0; ///< Of the folder that its patterns are relative to, '/' included.
        GlobList globs;
        std::string reason;
    };
    /// A folder that is being walked.
    struct Folder {
        std::string path; ///< With '/' at its end; empty for the root.
        std::vector<DiskEntry> entries;
        std::size_t at = 0;
        bool hasIgnoreFile = false;
        bool hasAttributes = false;
        std::string ignoredBy; ///< Why all that is not tracked below is ignored; empty when it is not.
    };

    void tell(std::string path, std::string reason) {
        if (m_told == LeftOut::Everything) m_leftOut.push_back({std::move(path), std::move(reason)});
    }

    void enter(const std::string& path, std::string ignoredBy) {
        auto entries = entriesOf(m_root + "/" + path);
        if (!entries || m_folders.size() > kMaxDepth) {
            m_leftOut.push_back(
                {path.empty() ? "." : path, entries ? "folders nested too deep" : std::strerror(errno)});
            return;
        }
        const bool isRepository = std::ranges::any_of(*entries, isRepositoryMark);
        if (isRepository && !m_folders.empty()) return tell(path, "another repository");
        if (isRepository) std::erase_if(*entries, isRepositoryMark);
        Folder folder{path, std::move(*entries), 0, false, false, std::move(ignoredBy)};
        readRulesOf(folder);
        m_folders.push_back(std::move(folder));
    }

    void readRulesOf(Folder& folder) {
        const auto holds = [&](std::string_view name) {
            const auto found = std::ranges::lower_bound(folder.entries, name, {}, &DiskEntry::name);
            return found != folder.entries.end() && found->name == name && found->kind == DiskKind::File;
        };
        const std::string absolute = m_root + "/" + folder.path;
        if (m_ignored == Ignored::Skip && holds(kIgnoreFile)) {
            m_lists.push_back({folder.path.size(), globsOf(readRules(absolute + std::string(kIgnoreFile), O_NOFOLLOW)),
                               fmt::format("ignored by {}{}", folder.path, kIgnoreFile)});
            folder.hasIgnoreFile = true;
        }
        if (!holds(kAttributesFile)) return;
        folder.hasAttributes = true;
        m_attributes.add(nameOf(folder), readRules(absolute + std::string(kAttributesFile), O_NOFOLLOW));
    }

    void leave() {
        const Folder& folder = m_folders.back();
        if (folder.hasIgnoreFile) m_lists.pop_back();
        if (folder.hasAttributes) m_attributes.remove(nameOf(folder));
        m_folders.pop_back();
    }

    static std::string_view nameOf(const Folder& folder) {
        return std::string_view(folder.path).substr(0, folder.path.empty() ? 0 : folder.path.size() - 1);
    }

    std::optional<WorkTreeFile> visitFile(std::string path, DiskKind kind) {
        const bool tracked = isTracked(path);
        std::string ignoredBy = tracked ? std::string() : whyIgnored(path, PathKind::File);
        if (!ignoredBy.empty())
            tell(std::move(path), std::move(ignoredBy));
        else if (kind == DiskKind::File)
            return WorkTreeFile{std::move(path), tracked};
        else
            tell(std::move(path), kind == DiskKind::Link ? "symbolic link" : "not a regular file");
        return std::nullopt;
    }

    void visitFolder(const std::string& path) {
        // What an ignored folder holds is ignored, tracked files apart.
        std::string ignoredBy = whyIgnored(std::string_view(path).substr(0, path.size() - 1), PathKind::Folder);
        if (!ignoredBy.empty() && !holdsTracked(path)) return tell(path, std::move(ignoredBy));
        enter(path, std::move(ignoredBy));
    }

    [[nodiscard]] bool isTracked(std::string_view path) const {
        if (!m_index) return false;
        const auto found = std::ranges::lower_bound(m_index->entries(), path, {}, &IndexEntry::path);
        return found != m_index->entries().end() && found->path == path;
    }
    [[nodiscard]] bool holdsTracked(std::string_view folder) const {
        if (!m_index) return false;
        const auto found = std::ranges::lower_bound(m_index->entries(), folder, {}, &IndexEntry::path);
        return found != m_index->entries().end() && found->path.starts_with(folder);
    }

    /// Empty when it is not ignored. The deepest list that names the path decides.
    [[nodiscard]] std::string whyIgnored(std::string_view path, PathKind kind) const {
        if (m_ignored == Ignored::Include) return {};
        if (!m_folders.back().ignoredBy.empty()) return m_folders.back().ignoredBy;
        for (auto list = m_lists.rbegin(); list != m_lists.rend(); ++list) {
            if (const Glob* glob = list->globs.lastNaming(path.substr(list->folderBytes), kind))
                return glob->isNegated() ? std::string() : list->reason;
        }
        return {};
    }

    std::string m_root;
    Ignored m_ignored;
    LeftOut m_told;
    std::optional<IndexFile> m_index;
    std::vector<List> m_lists; ///< Weakest first.
    Attributes m_attributes;
    std::vector<Folder> m_folders; ///< From the root to the one that is being walked.
    std::vector<SkippedFile> m_leftOut;
};

WorkTreeWalk::WorkTreeWalk(const Repository& repository, Ignored ignored, LeftOut told)
    : m_impl(std::make_unique<Impl>(repository.workTree(), ignored, told)) {
    m_impl->useRepository(repository);
    m_impl->start();
}

WorkTreeWalk::WorkTreeWalk(const std::string& directory, Ignored ignored, LeftOut told)
    : m_impl(std::make_unique<Impl>(directory, ignored, told)) {
    m_impl->start();
}

WorkTreeWalk::~WorkTreeWalk() = default;

std::optional<WorkTreeFile> WorkTreeWalk::next() { return m_impl->next(); }
std::vector<SkippedFile> WorkTreeWalk::takeLeftOut() { return m_impl->takeLeftOut(); }
const Attributes& WorkTreeWalk::attributes() const { return m_impl->attributes(); }

} // namespace paydown::git
