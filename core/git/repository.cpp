// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/repository.h"

#include "core/base/text.h"
#include "core/base/whole_file.h"
#include "core/git/repository_handle.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace paydown::git {

namespace {

namespace fs = std::filesystem;

std::string withoutFinalSlash(const char* path) {
    std::string text = path ? path : "";
    while (text.size() > 1 && text.back() == '/') text.pop_back();
    return text;
}

std::string quoted(const std::string& path) { return "'" + path + "'"; }

/// The owner check of libgit2 1.5 answers that it did not find the configuration which would allow the repository.
bool isForeign(int code) { return code == GIT_EOWNER || lastError().find("safe.directory") != std::string::npos; }

/// Turns what libgit2 answers into what a person can act on.
[[noreturn]] void refuseToOpen(int code, const std::string& directory) {
    const std::string reason = lastError();
    const std::string what = "open the git repository at " + directory + ": ";
    if (isForeign(code)) {
        const std::string root = fs::weakly_canonical(directory).string();
        throw Error(what + "it belongs to somebody else", "if you trust it: git config --global --add safe.directory " +
                                                              quoted(root) + " (the root of the repository)");
    }
    if (reason.find("unsupported extension") != std::string::npos) {
        throw Error(what + "it uses a git feature that paydown cannot read (" + reason + ")");
    }
    if (reason.find("repository version") != std::string::npos) {
        throw Error(what + "its format is newer than paydown can read (" + reason + ")");
    }
    throw Error(what + reason, "git fsck says what is broken");
}

/// The value was allowed by name only: read as SHA-1, a SHA-256 repository would give nonsense.
void refuseOtherHashes(git_repository* repository, const std::string& directory) {
    git_config* config = nullptr;
    checkGit(git_repository_config_snapshot(&config, repository), "read the configuration of " + directory);
    const ConfigPtr owner(config);
    const char* format = nullptr;
    if (git_config_get_string(&format, config, "extensions.objectformat") != 0) return;
    if (asciiLower(format) == "sha1") return;
    throw Error("open the git repository at " + directory + ": its objects are named by " + format +
                    ", which paydown cannot read yet",
                "only SHA-1 repositories can be read");
}

std::vector<CommitId> readShallow(const std::string& commonDir) {
    std::vector<CommitId> boundary;
    const auto text = readWholeFile(commonDir + "/shallow");
    if (!text) return boundary;
    for (const auto line : split(*text, '\n')) {
        if (const auto id = parseObjectId<CommitId>(trimmed(line))) boundary.push_back(*id);
    }
    std::ranges::sort(boundary);
    return boundary;
}

/// A configuration as it was when first asked for.
const git_config* configOf(const RepositoryHandle& handle) {
    if (!handle.config) {
        git_config* config = nullptr;
        const int code = git_repository_config_snapshot(&config, handle.get());
        handle.config.reset(config);
        checkGit(code, "read the git configuration");
    }
    return handle.config.get();
}

/// Not asked of libgit2, which would take in all packed refs, one by one, at every start.
bool hasReplaceRefs(const std::string& commonDir) {
    std::error_code problem;
    if (!fs::is_empty(commonDir + "/refs/replace", problem) && !problem) return true;
    const auto packed = readWholeFile(commonDir + "/packed-refs");
    return packed && packed->find(" refs/replace/") != std::string::npos;
}

/// Packs that a promising remote sent have a mark beside them.
bool isPartial(const std::string& commonDir) {
    std::error_code problem;
    for (fs::directory_iterator entry(commonDir + "/objects/pack", problem), end; !problem && entry != end;
         entry.increment(problem)) {
        if (entry->path().extension() == ".promisor") return true;
    }
    return false;
}

} // namespace

Repository::Repository(std::unique_ptr<RepositoryHandle> handle) : m_handle(std::move(handle)) {}
Repository::~Repository() = default;
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;

Repository Repository::open(const std::string& directory) {
    if (auto found = find(directory)) return std::move(*found);
    std::error_code ignored;
    if (!fs::exists(directory, ignored)) throw Error("open " + directory + ": there is no such folder");
    throw Error(directory + " is not in a git repository", "go into one, name one with -C, or make one: git init");
}

std::optional<Repository> Repository::find(const std::string& directory) {
    startLibrary();
    git_repository* opened = nullptr;
    int code = 0;
    if (std::getenv("GIT_DIR") != nullptr) {
        code = git_repository_open_ext(&opened, nullptr, GIT_REPOSITORY_OPEN_FROM_ENV, nullptr);
    } else {
        code = git_repository_open_ext(&opened, directory.c_str(), 0, nullptr);
    }
    auto handle = std::make_unique<RepositoryHandle>();
    handle->repository.reset(opened);
    if (code == GIT_ENOTFOUND && !isForeign(code)) return std::nullopt;
    if (code < 0) refuseToOpen(code, directory);
    refuseOtherHashes(opened, directory);
    handle->workTree = withoutFinalSlash(git_repository_workdir(opened));
    handle->gitDir = withoutFinalSlash(git_repository_path(opened));
    handle->commonDir = withoutFinalSlash(git_repository_commondir(opened));
    handle->shallow = readShallow(handle->commonDir);
    return Repository(std::move(handle));
}

const std::string& Repository::workTree() const { return m_handle->workTree; }
const std::string& Repository::gitDir() const { return m_handle->gitDir; }
const std::string& Repository::commonDir() const { return m_handle->commonDir; }
const std::vector<CommitId>& Repository::shallowBoundary() const { return m_handle->shallow; }

std::string Repository::name() const {
    std::string name = fs::path(isBare() ? gitDir() : workTree()).filename().string();
    if (isBare() && name.size() > 4 && name.ends_with(".git")) name.resize(name.size() - 4);
    return name;
}

std::optional<CommitId> Repository::head() const {
    git_oid oid;
    const int code = git_reference_name_to_id(&oid, m_handle->get(), "HEAD");
    if (code == 0) return idOf<CommitId>(oid);
    // Unborn is fine; anything else (no HEAD at all, nonsense in it) is not.
    if (code == GIT_ENOTFOUND && git_repository_head_unborn(m_handle->get()) == 1) return std::nullopt;
    throw Error("read HEAD of " + gitDir() + ": " + lastError(), "git status says more");
}

CommitId Repository::headCommit() const {
    if (const auto commit = head()) return *commit;
    throw Error("the repository at " + (isBare() ? gitDir() : workTree()) + " has no commit yet",
                "make the first one; until then paydown list reads the files alone");
}

std::string Repository::headName() const {
    git_reference* found = nullptr;
    const int code = git_reference_lookup(&found, m_handle->get(), "HEAD");
    const ReferencePtr reference(found);
    checkGit(code, "read HEAD of " + gitDir());
    if (const char* target = git_reference_symbolic_target(found)) {
        const std::string_view name(target);
        constexpr std::string_view kBranches = "refs/heads/";
        return std::string(name.starts_with(kBranches) ? name.substr(kBranches.size()) : name);
    }
    return toHex(idOf<CommitId>(*git_reference_target(found))).substr(0, 10);
}

std::vector<CommitId> Repository::mergeHeads() const {
    std::vector<CommitId> heads;
    if (const auto text = readWholeFile(gitDir() + "/MERGE_HEAD")) {
        for (const auto line : split(*text, '\n')) {
            if (const auto id = parseObjectId<CommitId>(trimmed(line))) heads.push_back(*id);
        }
    }
    return heads;
}

Person Repository::user() const {
    const auto either = [this](const char* variable, const char* key) {
        const char* value = std::getenv(variable);
        return value && *value ? std::string(value) : configString(key).value_or(std::string());
    };
    return {either("GIT_AUTHOR_NAME", "user.name"), either("GIT_AUTHOR_EMAIL", "user.email")};
}

std::optional<std::string> Repository::configString(const std::string& key) const {
    const char* value = nullptr;
    if (git_config_get_string(&value, configOf(*m_handle), key.c_str()) < 0) return std::nullopt;
    return std::string(value ? value : "");
}

std::optional<std::string> Repository::configPath(const std::string& key) const {
    Buffer path;
    if (git_config_get_path(&path.buf, configOf(*m_handle), key.c_str()) < 0) return std::nullopt;
    return path.text();
}

std::vector<std::string> Repository::notices() const {
    std::vector<std::string> found;
    if (isShallow()) {
        found.emplace_back("this clone is shallow: what is older than its boundary shows as \"at or before\" it "
                           "(git fetch --unshallow brings the rest)");
    }
    if (isPartial(commonDir())) {
        found.emplace_back("this is a partial clone: files that have not been fetched are gaps in the history");
    }
    if (hasReplaceRefs(commonDir())) found.emplace_back("replace refs (refs/replace) are ignored");
    std::error_code ignored;
    if (fs::exists(commonDir() + "/info/grafts", ignored)) found.emplace_back("grafts (info/grafts) are ignored");
    return found;
}

const ObjectStore& Repository::objects() const {
    if (!m_handle->objects) m_handle->objects = std::make_unique<ObjectStore>(commonDir() + "/objects");
    return *m_handle->objects;
}

std::unique_ptr<ObjectStore> Repository::openObjects() const {
    return std::make_unique<ObjectStore>(objects().packs());
}

} // namespace paydown::git
