// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <optional>
#include <string>
#include <vector>

namespace paydown::git {

/// A local branch.
struct Branch {
    std::string name; ///< "main", without "refs/heads/".
    CommitId tip;
    bool checkedOut = false;
};

/// Local branches by name.
[[nodiscard]] std::vector<Branch> branches(const Repository& repository);

/// A tag, annotated or not.
struct Tag {
    std::string name; ///< "v2.0", without "refs/tags/".
    Timestamp made;   ///< When it was tagged; for a lightweight one, when its commit was made.
};

/// Tags of commits by name; one of a tree or a file, or a broken one, is left out. Reads an object or two for each.
/// @throws Error when the references cannot be listed.
[[nodiscard]] std::vector<Tag> tags(const Repository& repository);

/// The commit that a revision names ("v2.0", "main~3", "origin/main", a hex prefix, "HEAD^2"); tags are followed.
/// @throws Error when it names none.
[[nodiscard]] CommitId resolveCommit(const Repository& repository, const std::string& revision);
/// The same; nothing when it names no commit.
[[nodiscard]] std::optional<CommitId> findCommit(const Repository& repository, const std::string& revision);

/// What a range is about: what `to` has beyond `from`.
struct CommitRange {
    CommitId from;
    CommitId to;
};

/// "A..B", "A..", "..B" (HEAD where a side is missing) and "A...B" (from the merge base of both). @throws Error
[[nodiscard]] CommitRange resolveRange(const Repository& repository, const std::string& text);

/// The tip that people decide about.
struct Mainline {
    CommitId tip;
    std::string name; ///< "origin/main", "main"; "HEAD" when detached.
};

/// The configured revision, else the HEAD of the current branch's remote (else of origin, else of the only remote),
/// else HEAD. @param configured `mainline` of .paydown.toml; may be empty. @throws Error when it names no commit, or
/// there is no commit yet.
[[nodiscard]] Mainline resolveMainline(const Repository& repository, const std::string& configured);

/// A best common ancestor; nothing for unrelated histories. Stops at a shallow boundary.
[[nodiscard]] std::optional<CommitId> mergeBase(const Repository& repository, const CommitId& a, const CommitId& b);

/// The commits reachable from `to` and not from `from`, newest first. Cost grows with the range, not with the history.
[[nodiscard]] std::vector<CommitId> commitsBetween(const Repository& repository, const CommitId& from,
                                                   const CommitId& to);

} // namespace paydown::git
