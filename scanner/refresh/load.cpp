// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/registry/snapshot_reader.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"
#include "scanner/refresh/load_revision.h"
#include "scanner/refresh/pending.h"
#include "scanner/refresh/place_reading.h"
#include "scanner/tree/commit_tree.h"
#include "scanner/tree/file_bytes.h"

#include <algorithm>

namespace paydown {

namespace {

ScanSettings settingsOf(const Config& config, const LoadOptions& options) {
    ScanSettings settings = config.scan;
    settings.all = options.all;
    return settings;
}

/// All of the files at once.
TreeReading readWholePlace(const CheckoutState& place, const LoadOptions& options, Symbols symbols,
                           const std::stop_token& stop) {
    TreeReading whole;
    PlaceReadOptions reading;
    reading.symbols = symbols;
    reading.all = options.all;
    const auto keep = [&whole](TreeReading&& part) {
        std::ranges::move(part.files, std::back_inserter(whole.files));
        std::ranges::move(part.skipped, std::back_inserter(whole.skipped));
        return true;
    };
    readPlace(place, reading, keep, stop);
    std::ranges::sort(whole.skipped, {}, &SkippedFile::path);
    return whole;
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

void describePlace(const CheckoutState& place, Snapshot& snapshot) {
    snapshot.repository = place.root;
    snapshot.name = place.name;
    if (place.repository) snapshot.headName = place.repository->headName();
    snapshot.asOf = place.openedAt;
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
    describePlace(place, *snapshot);
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
        matchOpenItems(*m_state, readWholePlace(*m_state, options, Symbols::Skip, stop), *tip, options, *snapshot);
    } else if (!tip && (hasFiles || head)) {
        TreeReading reading =
            hasFiles ? readWholePlace(*m_state, options, Symbols::Read, stop)
                     : readCommitTree(repository(), *head, settingsOf(config(), options), Symbols::ReadInTime, stop);
        snapshot->items = itemsWithoutHistory(std::move(reading.files));
        snapshot->skipped = std::move(reading.skipped);
    }
    snapshot->head = head;
    snapshot->historyComplete = tip && tip == head;
    if (!options.mentions) std::erase_if(snapshot->items, [](const Item& item) { return item.annotation.mention; });
    return snapshot;
}

SnapshotPtr Checkout::emptySnapshot() {
    auto snapshot = std::make_shared<Snapshot>();
    describePlace(*m_state, *snapshot);
    if (isGit()) snapshot->head = repository().head();
    return snapshot;
}

bool Checkout::readsFilesAlone() { return !hasBeenScanned() && (!isGit() || !repository().isBare()); }

void Checkout::loadInParts(const LoadOptions& options, const OnPart& onPart, const std::function<void()>& onWait,
                           const std::stop_token& stop) {
    const SnapshotPtr heading = emptySnapshot();
    PlaceReadOptions reading;
    reading.all = options.all;
    reading.onWait = onWait;
    const auto handOn = [&](TreeReading&& part) {
        if (part.files.empty() && part.skipped.empty()) return true;
        auto snapshot = std::make_shared<Snapshot>(*heading);
        snapshot->items = itemsWithoutHistory(std::move(part.files));
        snapshot->skipped = std::move(part.skipped);
        if (!options.mentions) std::erase_if(snapshot->items, [](const Item& item) { return item.annotation.mention; });
        return onPart(assess(std::move(snapshot), Extent::Part));
    };
    readPlace(*m_state, reading, handOn, stop);
}

void Checkout::tellSkipped(const LoadOptions& options, const OnSkipped& onSkipped, const std::stop_token& stop) {
    if (!options.revision.empty() || (isGit() && repository().isBare())) {
        // There are no files, and what a commit leaves out is known once it is read.
        (void)std::ranges::all_of(load(options, stop)->skipped, onSkipped);
        return;
    }
    PlaceReadOptions reading;
    reading.wanted = Wanted::SkippedFiles;
    reading.all = options.all;
    const auto handOn = [&](TreeReading&& part) { return std::ranges::all_of(part.skipped, onSkipped); };
    readPlace(*m_state, reading, handOn, stop);
}

} // namespace paydown
