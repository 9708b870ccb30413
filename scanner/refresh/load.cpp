// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/registry/snapshot_reader.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"
#include "scanner/refresh/load_revision.h"
#include "scanner/refresh/pending.h"
#include "scanner/tree/commit_tree.h"
#include "scanner/tree/file_listing.h"
#include "scanner/tree/tree_reader.h"

#include <algorithm>

namespace paydown {

namespace {

ScanSettings settingsOf(const Config& config, const LoadOptions& options) {
    ScanSettings settings = config.scan;
    settings.all = options.all;
    return settings;
}

TreeReading readPlace(const CheckoutState& place, const ScanSettings& settings, Symbols symbols,
                      const std::stop_token& stop) {
    FileListing listing =
        place.repository ? listCheckoutFiles(*place.repository, settings) : listDirectoryFiles(place.root, settings);
    const FileReader reader(settings);
    TreeReadOptions options;
    options.symbols = symbols;
    options.maxFileBytes = settings.maxFileBytes;
    TreeReading reading = readFiles(place.root, listing.paths, reader, options, stop);
    std::ranges::move(listing.skipped, std::back_inserter(reading.skipped));
    std::ranges::sort(reading.skipped, {}, &SkippedFile::path);
    return reading;
}

} // namespace

std::vector<Item> itemsWithoutHistory(std::vector<FileOnDisk> files) {
    std::vector<Item> items;
    for (auto& file : files) {
        for (auto& annotation : file.annotations) {
            Item item;
            item.place = {file.path, annotation.range.line, annotation.range.column};
            item.language = file.language;
            item.annotation = std::move(annotation);
            items.push_back(std::move(item));
        }
    }
    return items;
}

namespace {

void addMentions(const std::vector<FileOnDisk>& files, std::vector<Item>& items) {
    for (const auto& file : files) {
        for (const auto& annotation : file.annotations) {
            if (!annotation.mention) continue;
            Item item;
            item.place = {file.path, annotation.range.line, annotation.range.column};
            item.language = file.language;
            item.annotation = annotation;
            items.push_back(std::move(item));
        }
    }
}

/// Open items first, then ended ones, as a snapshot orders them; matching concerns the open ones alone.
void matchOpenItems(CheckoutState& place, TreeReading reading, const CommitId& tip, const LoadOptions& options,
                    Snapshot& snapshot) {
    const auto firstEnded =
        std::ranges::find_if(snapshot.items, [](const Item& item) { return item.ended.has_value(); });
    std::vector<Item> ended(std::make_move_iterator(firstEnded), std::make_move_iterator(snapshot.items.end()));
    snapshot.items.erase(firstEnded, snapshot.items.end());
    const git::Repository& repository = *place.repository;
    const auto atHead = [&](std::string_view path) { return git::findFile(repository, tip, path); };
    const auto onDisk = [&](std::string_view path) -> std::optional<std::string> {
        std::string bytes;
        std::string reason;
        const std::string absolute = place.root + "/" + std::string(path);
        if (!readFileBytes(absolute, place.config.scan.maxFileBytes, bytes, reason)) return std::nullopt;
        return bytes;
    };
    std::vector<FileOnDisk> files = std::move(reading.files);
    std::vector<Item> mentions;
    if (options.mentions) addMentions(files, mentions);
    snapshot.items = matchWorkTree(std::move(snapshot.items), std::move(files), atHead, onDisk);
    std::ranges::move(mentions, std::back_inserter(snapshot.items));
    std::ranges::move(ended, std::back_inserter(snapshot.items));
    snapshot.skipped = std::move(reading.skipped);
}

/// The registry's part of a snapshot; without a registry, an empty one. Its head is the tip that it speaks of.
std::shared_ptr<Snapshot> readHistory(CheckoutState& place, const LoadOptions& options) {
    auto snapshot = std::make_shared<Snapshot>();
    if (place.repository && RegistryHandle::exists(place.location)) {
        SnapshotRequest request;
        request.tip = place.repository->head();
        if (request.tip) request.mainline = git::resolveMainline(*place.repository, place.config.mainline).tip;
        request.ended = options.ended ? EndedItems::Read : EndedItems::Leave;
        snapshot = readSnapshot(place.readableRegistry(), request);
    }
    snapshot->repository = place.root;
    snapshot->name = place.name;
    if (place.repository) snapshot->headName = place.repository->headName();
    return snapshot;
}

} // namespace

SnapshotPtr Checkout::load(const LoadOptions& options, const std::stop_token& stop) {
    if (!options.revision.empty()) return loadRevision(*m_state, options, stop);
    std::shared_ptr<Snapshot> snapshot = readHistory(*m_state, options);
    const std::optional<CommitId> tip = snapshot->head;
    const std::optional<CommitId> head = isGit() ? repository().head() : std::nullopt;
    const bool hasFiles = !isGit() || !repository().isBare();
    if (tip && hasFiles && options.workTree) {
        matchOpenItems(*m_state, readPlace(*m_state, settingsOf(config(), options), Symbols::Skip, stop), *tip, options,
                       *snapshot);
    } else if (!tip && (hasFiles || head)) {
        const ScanSettings settings = settingsOf(config(), options);
        TreeReading reading = hasFiles ? readPlace(*m_state, settings, Symbols::Read, stop)
                                       : readCommitTree(repository(), *head, settings, Symbols::Read, stop);
        snapshot->items = itemsWithoutHistory(std::move(reading.files));
        snapshot->skipped = std::move(reading.skipped);
    }
    snapshot->head = head;
    snapshot->asOf = m_state->openedAt;
    snapshot->historyComplete = tip && tip == head;
    if (!options.mentions) std::erase_if(snapshot->items, [](const Item& item) { return item.annotation.mention; });
    return snapshot;
}

} // namespace paydown
