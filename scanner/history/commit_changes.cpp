// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/commit_changes.h"

#include "scanner/history/change_reader.h"

namespace paydown::history {

FlatChanges::FlatChanges(std::span<const ChangedCommit> commits) {
    for (std::size_t commit = 0; commit < commits.size(); ++commit) {
        for (const VersionChange& change : commits[commit].changes) {
            changes.push_back(change);
            commitOf.push_back(commit);
        }
    }
}

std::vector<ChangedCommit> readChangedCommits(const git::Repository& repository, std::span<const CommitId> ids,
                                              const IndexRequest& request, const std::stop_token& stop) {
    std::vector<git::WalkedCommit> walked;
    std::vector<ChangedCommit> commits;
    for (const CommitId& id : ids) {
        throwIfStopped(stop);
        git::CommitObject object = git::readCommit(repository, id);
        if (object.parents.size() > 1) continue;
        git::WalkedCommit& one = walked.emplace_back();
        one.commit.id = id;
        one.commit.parents = std::move(object.parents);
        one.tree = object.tree;
        commits.push_back({id, object.committed, std::string(git::summaryOf(object.message)), {}});
    }
    const ReadChanges read = readChanges(repository, walked, request, {}, stop);
    for (std::size_t i = 0; i < commits.size(); ++i) {
        const ChangeSet& set = read.runs[i / ReadChanges::kRun];
        const ChangeSet::OfCommit range = set.commits[i % ReadChanges::kRun];
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            const RawChange& change = set.changes[at];
            // A root has no parent to compare with.
            const BlobId before = walked[i].commit.parents.empty() ? BlobId{} : set.before[change.before];
            commits[i].changes.push_back({set.paths[change.path], before, change.now});
        }
    }
    return commits;
}

} // namespace paydown::history
