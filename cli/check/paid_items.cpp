// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check/paid_items.h"

#include "core/base/text.h"
#include "core/git/blob_reader.h"
#include "core/git/commit_walk.h"
#include "core/git/revisions.h"
#include "core/model/item_id.h"
#include "scanner/tree/stated_language.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

namespace paydown::cli {

namespace {

using StandsStill = std::function<bool(const Item& item)>;

/// The ids that trailers name, added to those that are there.
void addPaid(std::string_view message, std::vector<std::string>& paid) {
    for (const std::string_view value : git::trailers(message, "Pays")) {
        std::string names(value);
        std::ranges::replace(names, ',', ' ');
        for (const std::string_view name : split(names, ' ')) {
            const std::string id(trimmed(name));
            if (!id.empty() && std::ranges::find(paid, id) == paid.end()) paid.push_back(id);
        }
    }
}

bool isTheSame(const Item& item, const std::string& path, const Annotation& annotation) {
    return item.place.path == path && foldTitle(item.annotation.title) == foldTitle(annotation.title);
}

/// Whether HEAD has it: history may have been read some commits ago.
bool standsAtHead(Session& session, const Item& item) {
    const Checkout& place = session.checkout();
    const git::Repository& repository = session.checkout().repository();
    const auto head = repository.head();
    const auto bytes = head ? git::findFile(repository, *head, item.place.path) : std::nullopt;
    if (!bytes) return false;
    git::LazyAttributes attributes = git::attributesAt(repository, *head);
    const FileReader reader(place.config().scan, statedBy(attributes));
    const auto annotations = reader.read(item.place.path, *bytes, Symbols::Skip).annotations;
    return std::ranges::any_of(annotations,
                               [&](const Annotation& one) { return isTheSame(item, item.place.path, one); });
}

std::vector<std::string> sentences(Session& session, const std::string& revision, const std::vector<std::string>& ids,
                                   const StandsStill& standsStill) {
    LoadOptions load;
    load.workTree = false;
    load.ended = true;
    load.revision = revision;
    const SnapshotPtr snapshot = session.checkout().load(load, session.stop());
    const ShortIds shortIds = shortIdsOf(*snapshot);
    std::vector<std::string> said;
    for (const auto& typed : ids) {
        const auto id = findItem(typed, *snapshot, shortIds);
        if (!id) {
            said.push_back(fmt::format("Pays: {}: {}", typed, id.error().what));
            continue;
        }
        const auto item = std::ranges::find(snapshot->items, *id, &Item::id);
        if (item == snapshot->items.end() || item->ended || !standsStill(*item)) continue;
        said.push_back(fmt::format("Pays: {}: it still stands at {}:{} ({}: {})", shortIds.shown(item->id),
                                   item->place.path, item->place.line, item->annotation.tag, item->annotation.title));
    }
    return said;
}

std::vector<std::string> notRead(const std::vector<std::string>& ids) {
    return {fmt::format("Pays: {}: history has not been read, so nobody knows what that is; run 'paydown scan'",
                        ids.front())};
}

} // namespace

std::vector<std::string> paidByDraft(std::string_view draft, char commentMark) {
    constexpr std::string_view kScissors = "------------------------ >8 ------------------------";
    std::string message;
    for (const std::string_view line : split(draft, '\n')) {
        const bool isComment = line.starts_with(commentMark);
        if (isComment && line.find(kScissors) != std::string_view::npos) break;
        if (!isComment) message.append(line).push_back('\n');
    }
    std::vector<std::string> paid;
    addPaid(message, paid);
    return paid;
}

std::vector<std::string> stillStanding(Session& session, const std::vector<std::string>& ids,
                                       const DebtChanges& index) {
    if (!session.checkout().hasBeenScanned()) return notRead(ids);
    return sentences(session, {}, ids, [&](const Item& item) {
        const bool isEnded = std::ranges::any_of(
            index.ended, [&](const EndedAnnotation& one) { return isTheSame(item, one.path, one.annotation); });
        return !isEnded && standsAtHead(session, item);
    });
}

std::vector<std::string> stillStandingAfter(Session& session, const CommitId& from, const CommitId& to) {
    const git::Repository& repository = session.checkout().repository();
    std::vector<std::string> ids;
    for (const auto& commit : git::commitsBetween(repository, from, to)) {
        addPaid(git::readCommit(repository, commit).message, ids);
    }
    if (ids.empty()) return {};
    if (!session.checkout().hasBeenScanned()) return notRead(ids);
    return sentences(session, toHex(to), ids, [](const Item&) { return true; });
}

} // namespace paydown::cli
