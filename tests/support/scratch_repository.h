// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::testing {

/// A folder below the system's temporary one, removed with everything in it at the end.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    /// Writes a file below it, folders included.
    void write(const std::string& path, std::string_view bytes) const;
    [[nodiscard]] std::string read(const std::string& path) const;

private:
    std::string m_path;
};

/// Runs `git` without any configuration but the repository's own. @returns its standard output.
/// @throws std::runtime_error with standard error when it fails.
std::string runGit(const std::string& directory, const std::vector<std::string>& arguments);
/// The same, but an exit code instead of an exception; standard error comes after standard output.
struct GitOutcome {
    int exitCode = 0;
    std::string text;
};
GitOutcome tryGit(const std::string& directory, const std::vector<std::string>& arguments);

/// A real git repository that a test tells the story of. Commits are made in memory and stored as objects, some tens of
/// microseconds each; index and work tree follow only when checkOut() is called. The user's git configuration does not
/// count, here and in the code under test. The author is Mia until somebody else is named; a day passes after each
/// commit, from 2024-01-01 12:00 UTC on.
class ScratchRepository {
public:
    ScratchRepository();
    ~ScratchRepository();
    ScratchRepository(const ScratchRepository&) = delete;
    ScratchRepository& operator=(const ScratchRepository&) = delete;

    [[nodiscard]] const std::string& path() const { return m_folder.path(); }

    // What the next commit holds, beside what the current branch has already.
    ScratchRepository& write(const std::string& path, std::string_view bytes);
    ScratchRepository& writeExecutable(const std::string& path, std::string_view bytes);
    ScratchRepository& writeLink(const std::string& path, std::string_view target);
    ScratchRepository& writeSubmodule(const std::string& path, const CommitId& commit);
    ScratchRepository& remove(const std::string& path);
    ScratchRepository& rename(const std::string& from, const std::string& to);

    /// Who makes the next commits ("Mia", "mia@corp.example").
    ScratchRepository& as(const std::string& name, const std::string& email);
    /// When the next commit is made; the one after it comes a day later.
    ScratchRepository& at(Timestamp when);
    ScratchRepository& on(std::string_view day); ///< "2024-03-01", at noon UTC.

    CommitId commit(const std::string& message = "Change something");
    /// A commit of several parents. What only one side changed since the merge base is taken over; what both changed
    /// stays as it is on this branch, unless it was written before the call.
    CommitId merge(const std::vector<std::string>& branches, const std::string& message = "Merge");
    CommitId merge(const std::string& branch, const std::string& message = "Merge");
    /// Undoes one commit, with the message that git writes.
    CommitId revert(const CommitId& commit);
    /// Applies what one commit changed against its first parent, with its author and message.
    CommitId cherryPick(const CommitId& commit);
    /// Stores a commit object of these very bytes and moves the current branch to it.
    CommitId commitBytes(std::string_view bytes);

    /// Makes a branch at the current commit and goes to it.
    ScratchRepository& branch(const std::string& name);
    /// Makes a branch without a commit, and goes to it; nothing stands there.
    ScratchRepository& orphan(const std::string& name);
    /// Goes to a branch; what was written and not committed is forgotten.
    ScratchRepository& switchTo(const std::string& branch);
    ScratchRepository& resetTo(const CommitId& commit);
    ScratchRepository& tag(const std::string& name);

    [[nodiscard]] CommitId head() const;
    [[nodiscard]] BlobId blob(const std::string& path) const; ///< As the next commit would hold it.
    [[nodiscard]] std::string treeHex(const CommitId& commit) const;
    /// Path → content of a commit made here.
    [[nodiscard]] std::map<std::string, std::string> files(const CommitId& commit) const;

    /// Makes index and work tree equal to the current branch.
    ScratchRepository& checkOut();
    /// Writes into the work tree, no more.
    ScratchRepository& writeOnDisk(const std::string& path, std::string_view bytes);
    /// `git add -A -- PATHS`.
    ScratchRepository& stage(const std::vector<std::string>& paths);
    /// Runs `git` in the repository; see runGit.
    std::string git(const std::vector<std::string>& arguments) const;

private:
    struct Entry {
        std::uint32_t mode = 0100644;
        std::string bytes; ///< For submodules, the commit's 20 bytes.
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    using State = std::map<std::string, Entry>;
    struct Made {
        State state;
        std::vector<CommitId> parents;
        Person author;
        std::string message;
    };
    struct Objects;

    ScratchRepository& put(const std::string& path, std::uint32_t mode, std::string_view bytes);
    CommitId store(const std::vector<CommitId>& parents, const std::string& message);
    void moveBranch(const CommitId& commit);
    CommitId applyDifference(const State& from, const State& to, const std::string& message);
    [[nodiscard]] const Made& made(const CommitId& commit) const;
    [[nodiscard]] State baseOf(const CommitId& a, const CommitId& b) const;
    [[nodiscard]] std::set<CommitId> ancestors(const CommitId& commit) const;

    ScratchFolder m_folder;
    std::unique_ptr<Objects> m_objects;
    std::map<CommitId, Made> m_made;
    std::map<std::string, CommitId> m_branches;
    std::string m_branch = "main";
    State m_state;
    std::set<std::string> m_written; ///< Paths written since the last commit.
    Person m_author{"Mia", "mia@corp.example"};
    Timestamp m_when{1704110400, 0};
};

} // namespace paydown::testing
