// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/decide.h"

#include "core/base/text.h"
#include "core/decisions/field_values.h"
#include "core/decisions/record_codec.h"
#include "core/decisions/ulid.h"
#include "core/registry/registry_handle.h"
#include "core/registry/seq_counter.h"

#include <algorithm>
#include <set>

namespace paydown {

namespace {

/// A title in an address is for finding the item again; a longer one finds it no better.
constexpr std::size_t kMaxAddressTitleBytes = 512;

void requireActor(const Person& actor) {
    if (!actor.name.empty() || !actor.email.empty()) return;
    throw Error("git does not know who you are, and a decision has an author",
                "git config --global user.email you@example.com");
}

void requireValid(const Change& change) {
    const bool onThePlan = change.field == field::kClosed;
    if (!onThePlan && change.item.isPending() && !change.address) {
        throw Error("an item that is in no commit yet cannot be decided about", "commit it first");
    }
    const auto checked = checkFieldValue(change.field, change.value);
    if (!checked) throw Error(checked.error().what, checked.error().remedy);
}

/// Cuts between code points where the text is UTF-8.
std::string cut(const std::string& text, std::size_t maxBytes) {
    if (text.size() <= maxBytes) return text;
    std::size_t end = maxBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

/// An address is a help where the item's id is known; a path of thousands of bytes must not keep anybody from deciding.
void dropAddressIfTooLong(DecisionRecord& record) {
    if (record.item.isPending() || encodeRecord(record)) return;
    record.address.reset();
}

DecisionRecord draftOf(const Change& change, const std::string& note) {
    DecisionRecord record;
    record.item = change.item;
    record.address = change.address;
    if (record.address) record.address->title = cut(record.address->title, kMaxAddressTitleBytes);
    record.field = change.field;
    record.value = change.value;
    record.note = change.note.empty() ? note : change.note;
    return record;
}

/// Completes drafts to records of one batch and writes them, local log first.
ActionResult write(RegistryHandle& registry, const Person& actor, std::vector<DecisionRecord> drafts,
                   const std::vector<std::vector<ItemId>>& aliases) {
    ActionResult result;
    if (drafts.empty()) return result;
    UlidGenerator ids;
    result.batch = ids.next();
    const Timestamp time = now();
    {
        // What another process decided a moment ago must be known before seq is computed, and none may come between.
        auto writer = registry.log().lockForAppend();
        SeqCounter seqs(registry);
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            auto& record = drafts[i];
            record.id = ids.next();
            record.batch = result.batch;
            record.time = time;
            record.actor = {toUtf8(actor.name), toUtf8(actor.email)};
            record.seq = seqs.next(record, i < aliases.size() ? std::span(aliases[i]) : std::span<const ItemId>());
            dropAddressIfTooLong(record);
        }
        writer.append(drafts);
    }
    result.records = std::move(drafts);
    if (registry.mode() == OpenMode::Write) registry.catchUp();
    return result;
}

using Ids = std::set<std::string>;

/// The records of the last action of somebody that still holds, in the order of the log.
std::vector<DecisionRecord> lastActionOf(RegistryHandle& registry, const Person& actor) {
    Ids takenBack;
    std::vector<DecisionRecord> action;
    // Newest first, so what an undo took back comes after the undo; a batch stands together.
    registry.visitLatestBy(actor, [&](const DecisionRecord& record) {
        takenBack.insert(record.takesBack.begin(), record.takesBack.end());
        const bool holds = record.takesBack.empty() && !takenBack.contains(record.id);
        if (!action.empty() && record.batch != action.front().batch) return false;
        if (holds) action.push_back(record);
        return true;
    });
    std::ranges::reverse(action);
    return action;
}

/// So many ids fit into a line beside everything else.
constexpr std::size_t kIdsPerRecord = 64;

/// One record per item (and per kIdsPerRecord), since a record only takes back what is about its own item.
std::vector<DecisionRecord> undoDrafts(const std::vector<DecisionRecord>& action) {
    std::vector<DecisionRecord> drafts;
    for (const auto& record : action) {
        const auto isOfSameItem = [&](const DecisionRecord& draft) {
            return draft.item == record.item && draft.address == record.address &&
                   draft.takesBack.size() < kIdsPerRecord;
        };
        // The records of one item stand together in a batch, so only the last draft can be meant.
        if (drafts.empty() || !isOfSameItem(drafts.back())) {
            DecisionRecord draft;
            draft.item = record.item;
            draft.address = record.address;
            draft.field = field::kUndo;
            draft.value = record.batch;
            drafts.push_back(std::move(draft));
        }
        drafts.back().takesBack.push_back(record.id);
    }
    return drafts;
}

} // namespace

std::size_t ActionResult::itemCount() const {
    std::set<std::string> items;
    for (const auto& record : records) {
        items.insert(record.item.isPending() ? encodeAddress(record.address) : record.item.value);
    }
    items.erase(std::string());
    return items.size();
}

ActionResult decide(RegistryHandle& registry, const Person& actor, std::span<const Change> changes,
                    const std::string& note) {
    requireActor(actor);
    if (const auto checked = checkFieldValue(field::kNote, note); !checked) {
        throw Error("the note: " + checked.error().what, checked.error().remedy);
    }
    std::vector<DecisionRecord> drafts;
    std::vector<std::vector<ItemId>> aliases;
    for (const auto& change : changes) {
        requireValid(change);
        drafts.push_back(draftOf(change, note));
        aliases.push_back(change.aliases);
    }
    return write(registry, actor, std::move(drafts), aliases);
}

std::optional<Address> addressOf(const Snapshot& snapshot, const Item& item) {
    if (!snapshot.head || item.id.isPending() || item.ended) return std::nullopt;
    Address address{*snapshot.head, item.place.path, item.annotation.title, 0, item.place.line};
    const auto& items = snapshot.items;
    // Open items come first, by path and line.
    const auto openEnd = std::ranges::partition_point(items, [](const Item& other) { return !other.ended; });
    const auto pathOf = [](const Item& other) -> const std::string& { return other.place.path; };
    const auto inFile = std::ranges::equal_range(items.begin(), openEnd, item.place.path, {}, pathOf);
    for (const auto& other : inFile) {
        const bool isBefore = other.place.line < item.place.line ||
                              (other.place.line == item.place.line && other.place.column < item.place.column);
        if (isBefore && !other.id.isPending() && other.annotation.title == item.annotation.title) ++address.order;
    }
    return address;
}

Change changeOf(const Snapshot& snapshot, const Item& item, std::string field, std::string value) {
    Change change;
    change.item = item.id;
    change.aliases = item.aliases;
    change.address = addressOf(snapshot, item);
    change.field = std::move(field);
    change.value = std::move(value);
    return change;
}

UndoResult undo(RegistryHandle& registry, const Person& actor) {
    requireActor(actor);
    UndoResult result;
    result.takenBack = lastActionOf(registry, {toUtf8(actor.name), toUtf8(actor.email)});
    result.written = write(registry, actor, undoDrafts(result.takenBack), {});
    return result;
}

std::vector<DecisionEntry> decisionsAbout(RegistryHandle& registry, const Item& item) {
    if (item.id.isPending()) return {};
    std::vector<ItemId> names = item.aliases;
    names.push_back(item.id);
    return decisionHistory(registry.recordsOf(names));
}

} // namespace paydown
