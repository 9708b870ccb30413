// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/commits_ahead.h"

#include <algorithm>
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
        if (stop.stop_requested()) return;
        // A few at a time: the lock is asked for less often than there are commits.
        constexpr std::size_t kFew = 16;
        const auto commits = pack->commits(stop);
        for (std::size_t end = commits.size(); end > 0 && !stop.stop_requested(); end -= std::min(end, kFew)) {
            std::vector<WalkedCommit> walked;
            for (const CommitId& id : wantedOf(std::span(commits).first(end).last(std::min(end, kFew))))
                if (auto commit = readWalked(objects, id)) walked.push_back(std::move(*commit));
            const std::lock_guard lock(m_mutex);
            for (WalkedCommit& commit : walked) m_commits.try_emplace(commit.commit.id, std::move(commit));
        }
    }
}

std::vector<CommitId> CommitsAhead::wantedOf(std::span<const ObjectStore::Sha> few) {
    std::vector<CommitId> wanted;
    const std::lock_guard lock(m_mutex);
    for (const ObjectStore::Sha& sha : few | std::views::reverse)
        if (!m_commits.contains(CommitId{sha})) wanted.push_back(CommitId{sha});
    return wanted;
}

std::optional<WalkedCommit> CommitsAhead::take(const CommitId& id) {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_commits[id], std::nullopt);
}

} // namespace paydown::git
