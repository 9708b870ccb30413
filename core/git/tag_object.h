// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: what names lead to, read by our own reader alone. libgit2's can wait for ever for the rest
/// of an object that was cut off.

#include "core/git/repository.h"

#include <optional>
#include <string_view>

namespace paydown::git {

/// An annotated tag.
struct TagObject {
    CommitId target; ///< What it names: a commit, mostly.
    std::optional<Timestamp> tagged;
};
[[nodiscard]] std::optional<TagObject> parseTag(std::string_view bytes);

/// The commit that an object is, or that a tag of tags leads to; nothing where an object is missing, broken, or
/// neither.
struct PeeledCommit {
    CommitId commit;
    std::optional<Timestamp> tagged; ///< Of the outermost tag.
};
[[nodiscard]] std::optional<PeeledCommit> peelToCommit(const Repository& repository, const CommitId& id);

/// What a revision names, if it is of a common form: HEAD, a branch, a tag or any ref, an id or the beginning of one,
/// and behind it any of ~N, ^N, ^{commit}, ^{} and ^0.
enum class Understood : std::uint8_t { Yes, No };
struct NamedCommit {
    Understood understood = Understood::No; ///< No: of another form, which only libgit2 reads.
    std::optional<CommitId> commit;         ///< Nothing: there is no such commit.
};
[[nodiscard]] NamedCommit readRevision(const Repository& repository, std::string_view revision);

} // namespace paydown::git
