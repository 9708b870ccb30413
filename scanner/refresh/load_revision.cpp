// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/load_revision.h"

#include "core/git/blob_reader.h"
#include "core/git/commit_walk.h"
#include "core/git/revisions.h"
#include "core/registry/snapshot_reader.h"
#include "scanner/refresh/pending.h"
#include "scanner/tree/commit_tree.h"

#include <algorithm>

namespace paydown {

namespace {

/// The registry's part; nothing when it does not know this commit.
std::shared_ptr<Snapshot> readHistory(CheckoutState& place, const LoadOptions& options, const CommitId& commit) {
    if (!RegistryHandle::exists(place.location)) return nullptr;
    RegistryHandle& registry = place.readableRegistry();
    if (!HistoryReader(registry.database()).hasTip(commit)) return nullptr;
    SnapshotRequest request;
    request.tip = commit;
    request.mainline = git::resolveMainline(*place.repository, place.config.mainline).tip;
    request.ended = options.ended ? EndedItems::Read : EndedItems::Leave;
    return readSnapshot(registry, request);
}

/// What history leaves out: mentions, and files outside of the scanned set.
void addTheRest(const git::Repository& repository, const CommitId& commit, TreeReading reading, Snapshot& snapshot) {
    const auto firstEnded =
        std::ranges::find_if(snapshot.items, [](const Item& item) { return item.ended.has_value(); });
    std::vector<Item> ended(std::make_move_iterator(firstEnded), std::make_move_iterator(snapshot.items.end()));
    snapshot.items.erase(firstEnded, snapshot.items.end());
    const auto version = [&](std::string_view path) { return git::findFile(repository, commit, path); };
    std::vector<FileOnDisk> mentioning;
    for (auto& file : reading.files) {
        FileOnDisk mentions{file.path, file.language, file.annotations};
        std::erase_if(mentions.annotations, [](const Annotation& annotation) { return !annotation.mention; });
        if (!mentions.annotations.empty()) mentioning.push_back(std::move(mentions));
    }
    snapshot.items = matchWorkTree(std::move(snapshot.items), std::move(reading.files), version, version);
    std::ranges::move(itemsWithoutHistory(std::move(mentioning)), std::back_inserter(snapshot.items));
    std::ranges::move(ended, std::back_inserter(snapshot.items));
    snapshot.skipped = std::move(reading.skipped);
}

} // namespace

SnapshotPtr loadRevision(CheckoutState& place, const LoadOptions& options, const std::stop_token& stop) {
    const git::Repository& repository = *place.repository;
    const CommitId commit = git::resolveCommit(repository, options.revision);
    ScanSettings settings = place.config.scan;
    settings.all = options.all;
    auto snapshot = readHistory(place, options, commit);
    const bool hasHistory = snapshot != nullptr;
    if (!hasHistory) {
        snapshot = std::make_shared<Snapshot>();
        TreeReading reading = readCommitTree(repository, commit, settings, Symbols::ReadInTime, stop);
        snapshot->items = itemsWithoutHistory(std::move(reading.files));
        snapshot->skipped = std::move(reading.skipped);
    } else if (options.all || options.mentions) {
        addTheRest(repository, commit, readCommitTree(repository, commit, settings, Symbols::Skip, stop), *snapshot);
    }
    snapshot->repository = place.root;
    snapshot->name = place.name;
    snapshot->head = commit;
    snapshot->headName = options.revision;
    snapshot->revision = options.revision;
    // A clock may have been wrong: nothing is judged as of a day that has not come yet.
    const Timestamp committed = git::readCommit(repository, commit).committed;
    snapshot->asOf = committed.seconds < place.openedAt.seconds ? committed : place.openedAt;
    snapshot->historyComplete = hasHistory;
    if (!options.mentions) std::erase_if(snapshot->items, [](const Item& item) { return item.annotation.mention; });
    return snapshot;
}

} // namespace paydown
