// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sharing/notes_union.h"
#include "core/sharing/sync_state.h"

#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// What a synchronisation did.
struct SyncReport {
    std::string remote;
    std::vector<DecisionRecord> received; ///< Other people's decisions, new here.
    std::uint64_t sent = 0;               ///< Decisions of this clone that the remote lacked and has now.
    std::string pushProblem;              ///< Why nothing could be sent; what was received is here all the same.
    std::vector<std::string> notices;
};

/// Writes what was decided here into this clone's own notes, so that git carries it through amend and rebase. Sends
/// nothing. Called after each decision; quick where little is new.
/// @throws Error, RegistryError: the decisions are in the log all the same
UnionResult publishDecisions(const SharingPlace& place);

/// Shares decisions with a remote: fetches its notes, unites them with ours and the log, pushes the union, and begins
/// again when somebody else pushed in between.
/// @param remote a name or an address; empty: git::defaultRemote().
/// @throws Error where there is no remote or it cannot be fetched from; nothing is lost then
[[nodiscard]] SyncReport syncDecisions(const SharingPlace& place, const std::string& remote);

/// How this clone stands to a remote.
struct SyncStatus {
    std::string remote;
    std::uint64_t ahead = 0;         ///< Decisions here that the remote lacks.
    std::uint64_t behind = 0;        ///< Decisions there that this clone lacks.
    std::string fetchProblem;        ///< Why the remote could not be asked; the numbers are of the last time then.
    std::optional<SyncMeeting> last; ///< None: never.
};

/// Asks the remote; changes neither log nor notes. @throws Error where there is no remote
[[nodiscard]] SyncStatus syncStatus(const SharingPlace& place, const std::string& remote);

/// Makes `git commit --amend` and `git rebase` carry the notes: notes.rewriteRef and notes.rewriteMode of this clone.
/// @returns what was set, for the user; empty when it was set already.
[[nodiscard]] std::string followRewrites(const git::Repository& repository);

} // namespace paydown
