// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/known_items.h"

#include "core/decisions/fold.h"

#include <algorithm>

namespace paydown::cli {

namespace {

const Item* itemAt(const Snapshot& snapshot, const std::string& path, const Annotation& annotation) {
    const auto found = std::ranges::find_if(snapshot.items, [&](const Item& item) {
        return !item.ended && item.place.line == annotation.range.line &&
               item.place.column == annotation.range.column && item.place.path == path;
    });
    return found == snapshot.items.end() ? nullptr : &*found;
}

SnapshotPtr committedSnapshot(Session& session, const std::string& revision) {
    LoadOptions load;
    load.workTree = false;
    load.revision = revision;
    return session.checkout().load(load, session.stop());
}

} // namespace

void nameEnded(Session& session, const std::string& revision, DebtChanges& changes) {
    if (changes.ended.empty() || !session.checkout().hasBeenScanned()) return;
    try {
        const SnapshotPtr snapshot = committedSnapshot(session, revision);
        const ShortIds shortIds = shortIdsOf(*snapshot);
        for (auto& ended : changes.ended) {
            const auto item = std::ranges::find_if(snapshot->items, [&](const Item& candidate) {
                return candidate.place.path == ended.path && candidate.annotation.title == ended.annotation.title;
            });
            if (item == snapshot->items.end() || item->id.isPending()) continue;
            ended.shownId = shortIds.shown(item->id);
            const auto decided = snapshot->decided.find(item->id);
            if (decided != snapshot->decided.end()) ended.kind = endingAsJudged(ended.kind, &decided->second);
            if (item->introduced) ended.age = session.checkout().today() - dateOf(item->introduced->date);
        }
    } catch (const Error&) {
        // The registry only adds an id and an age here.
    }
}

std::optional<std::vector<std::string>> openPathsAt(Session& session, const CommitId& commit) {
    if (!session.checkout().hasBeenScanned()) return std::nullopt;
    try {
        const SnapshotPtr snapshot = committedSnapshot(session, {});
        if (!snapshot->historyComplete || snapshot->head != commit) return std::nullopt;
        std::vector<std::string> paths;
        for (const Item& item : snapshot->items) {
            paths.push_back(item.place.path);
            for (const Place& other : item.also) paths.push_back(other.path);
        }
        return paths;
    } catch (const Error&) {
        return std::nullopt;
    }
}

bool nameAdded(Session& session, const std::string& revision, DebtChanges& changes) {
    if (changes.added.empty() && changes.changed.empty()) return true;
    if (!session.checkout().hasBeenScanned()) return false;
    try {
        ProgressLine progress(stderr);
        session.checkout().catchUpWith(revision, progress.sink(), session.stop());
        const SnapshotPtr snapshot = committedSnapshot(session, revision);
        const auto name = [&](const std::string& path, const Annotation& annotation, AnnotationIdentity& identity) {
            const Item* item = itemAt(*snapshot, path, annotation);
            // Where a shallow clone ends, ids are not those of other clones.
            if (item != nullptr && item->introduced && !item->introduced->boundary) identity.itemId = item->id.value;
        };
        for (auto& added : changes.added) name(added.path, added.annotation, added.identity);
        for (auto& changed : changes.changed) name(changed.path, changed.after, changed.identity);
        return snapshot->historyComplete && !snapshot->shallow;
    } catch (const Error&) {
        return false;
    }
}

} // namespace paydown::cli
