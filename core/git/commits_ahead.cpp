// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/commits_ahead.h"

#include "core/git/object_store.h"

#include <ranges>
#include <utility>

namespace paydown::git {

std::optional<WalkedCommit> readWalked(const ObjectStore& objects, const CommitId& id) {
    const auto object = objects.read(id.bytes);
    auto parsed = object && object->kind() == ObjectKind::Commit ? parseCommit(object->bytes()) : std::nullopt;
    if (!parsed) return std::nullopt;
    WalkedCommit walked;
    walked.tree = parsed->tree;
    walked.reverts = revertedBy(parsed->message);
    walked.coAuthors = coAuthors(parsed->message);
    walked.commit.id = id;
    walked.commit.author = std::move(parsed->author);
    walked.commit.authored = parsed->authored;
    walked.commit.committed = parsed->committed;
    walked.commit.summary = std::string(summaryOf(parsed->message));
    walked.commit.parents = std::move(parsed->parents);
    return walked;
}

CommitsAhead::CommitsAhead(std::shared_ptr<const PackSet> packs)
    : m_thread([this, packs = std::move(packs)](const std::stop_token& stop) {
          try {
              read(*packs, ObjectStore(packs), stop);
          } catch (...) { // The walk reads what is not here, and says what is wrong with it.
          }
      }) {}

void CommitsAhead::read(const PackSet& packs, const ObjectStore& objects, const std::stop_token& stop) {
    for (const auto& pack : packs.packs) {
        const auto commits = pack->commits(stop);
        for (const ObjectStore::Sha& sha : commits | std::views::reverse) {
            if (stop.stop_requested()) return;
            const CommitId id{sha};
            if (!isWanted(id)) continue;
            auto walked = readWalked(objects, id);
            if (!walked) continue;
            const std::lock_guard lock(m_mutex);
            m_commits.try_emplace(id, std::move(walked));
        }
    }
}

bool CommitsAhead::isWanted(const CommitId& id) {
    const std::lock_guard lock(m_mutex);
    return !m_commits.contains(id);
}

std::optional<WalkedCommit> CommitsAhead::take(const CommitId& id) {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_commits[id], std::nullopt);
}

} // namespace paydown::git
