// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/decisions/decision_log.h"
#include "core/model/history.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// The last meeting with a remote.
struct SyncMeeting {
    Timestamp at;
    std::uint64_t sent = 0;          ///< Decisions.
    std::uint64_t received = 0;      ///< Decisions.
    std::vector<std::string> people; ///< Whose were received.
};

/// What a clone remembers between two times of sharing: a shortcut and some facts for people, nothing else. Losing it
/// costs a full comparison. A JSON file beside the registry, replaced whole:
///
///     {"version": 1, "notes": "…40 hex…", "log_bytes": 1234, "log_fingerprint": "…",
///      "remotes": {"origin": {"at": "…", "sent": 3, "received": 5, "people": ["Kai"]}}}
struct SyncState {
    std::optional<CommitId> notes; ///< A tip of our notes in which everything of the log up to logBytes stands.
    std::uint64_t logBytes = 0;
    std::string logFingerprint; ///< DecisionLog::fingerprint(logBytes).
    std::map<std::string, SyncMeeting> remotes;

    /// Whether everything of the log before logBytes stands in these notes, by what is remembered.
    [[nodiscard]] bool holdsFor(const std::optional<CommitId>& tip, const DecisionLog& log) const;
};

/// An empty state when there is no file, or one that cannot be read.
[[nodiscard]] SyncState readSyncState(const std::string& path);
/// Failures are ignored: the next time compares everything.
void writeSyncState(const std::string& path, const SyncState& state, unsigned fileMode);

} // namespace paydown
