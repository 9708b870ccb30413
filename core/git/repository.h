// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"
#include "core/model/object_id.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

class ObjectStore;
struct RepositoryHandle;

/// A repository that may be trusted to be read: its owner, object format and extensions have been checked as git checks
/// them. Opening takes a few milliseconds; everything else is read when asked for. Objects come as git stores them: no
/// filter, no hook, no replace ref, no graft. One thread at a time; another thread opens its own.
class Repository {
public:
    /// The repository that holds a directory, as git finds it: upwards, with GIT_DIR and GIT_WORK_TREE honoured.
    /// @throws Error with a remedy where there is none, or it cannot be read: a foreign owner (safe.directory),
    /// SHA-256,
    ///         an unknown extension, broken files. A repository without a commit opens; see headCommit().
    [[nodiscard]] static Repository open(const std::string& directory);
    /// The same, but nothing when no repository holds the directory.
    [[nodiscard]] static std::optional<Repository> find(const std::string& directory);

    ~Repository();
    Repository(Repository&&) noexcept;
    Repository& operator=(Repository&&) noexcept;

    /// Absolute paths without a final '/'.
    [[nodiscard]] const std::string& workTree() const;  ///< Empty for a bare repository.
    [[nodiscard]] const std::string& gitDir() const;    ///< Of this work tree: HEAD and index are here.
    [[nodiscard]] const std::string& commonDir() const; ///< Shared by all work trees: objects and refs are here.
    [[nodiscard]] std::string name() const;             ///< For people: "git" for /src/git and for /srv/git.git.
    [[nodiscard]] bool isBare() const { return workTree().empty(); }

    /// Where a shallow clone ends, ascending; empty for a full one.
    [[nodiscard]] const std::vector<CommitId>& shallowBoundary() const;
    [[nodiscard]] bool isShallow() const { return !shallowBoundary().empty(); }

    /// The checked-out commit; nothing before the first one. @throws Error when HEAD is broken.
    [[nodiscard]] std::optional<CommitId> head() const;
    /// The same. @throws Error that says what to do when there is no commit yet.
    [[nodiscard]] CommitId headCommit() const;
    /// "main" (also before the first commit); ten digits of the commit when detached.
    [[nodiscard]] std::string headName() const;
    /// Other parents of the commit that is being made at the end of a merge (MERGE_HEAD); empty otherwise.
    [[nodiscard]] std::vector<CommitId> mergeHeads() const;

    /// user.name and user.email; empty where not set. GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL count first, as in git.
    [[nodiscard]] Person user() const;
    /// A value of the repository's and the user's git configuration.
    [[nodiscard]] std::optional<std::string> configString(const std::string& key) const;
    /// A path value ("~/" expanded). Relative ones stay relative.
    [[nodiscard]] std::optional<std::string> configPath(const std::string& key) const;

    /// What people should know of this repository, one sentence each: shallow, partial, replace refs, grafts.
    [[nodiscard]] std::vector<std::string> notices() const;

    /// Objects of this repository, for the thread that uses this handle.
    [[nodiscard]] const ObjectStore& objects() const;
    /// A further handle on the same objects, for another thread.
    [[nodiscard]] std::unique_ptr<ObjectStore> openObjects() const;

    /// For the folder itself.
    [[nodiscard]] const RepositoryHandle& handle() const { return *m_handle; }

private:
    explicit Repository(std::unique_ptr<RepositoryHandle> handle);

    std::unique_ptr<RepositoryHandle> m_handle;
};

} // namespace paydown::git
