// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: commits that are read before a walk asks for them.

#include "core/git/commit_walk.h"
#include "core/git/object_store.h"
#include "core/git/pack_file.h"

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>
#include <unordered_map>
#include <vector>

namespace paydown::git {

/// The commit of an id, parsed, without generation and boundary. Nothing when it is missing, broken or no commit.
[[nodiscard]] std::optional<WalkedCommit> readWalked(const ObjectStore& objects, const CommitId& id);

/// Reads the commits of packs on a thread of its own, from the oldest on, while a walk comes from the newest: all
/// but a few commits are read by one of them only, and what the walk is given does not depend on which. One thread
/// asks.
class CommitsAhead {
public:
    explicit CommitsAhead(std::shared_ptr<const PackSet> packs);

    /// The commit, when it was read ahead; else nothing, and it is left to the caller.
    [[nodiscard]] std::optional<WalkedCommit> take(const CommitId& id);

private:
    void read(const PackSet& packs, const ObjectStore& objects, const std::stop_token& stop);
    /// Those that nobody has read, in the other order.
    [[nodiscard]] std::vector<CommitId> wantedOf(std::span<const ObjectStore::Sha> few);

    std::mutex m_mutex;
    /// What was read; nothing for what the caller reads, or took.
    std::unordered_map<CommitId, std::optional<WalkedCommit>, ObjectIdHash> m_commits;
    std::jthread m_thread; ///< The last member: it uses the others.
};

} // namespace paydown::git
