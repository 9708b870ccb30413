// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/model/annotation.h"
#include "core/model/item_id.h"
#include "core/model/object_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// Somebody as git names them, after the committed .mailmap.
struct Person {
    std::string name;  ///< Bytes as in the commit.
    std::string email; ///< Bytes as in the commit.

    friend auto operator<=>(const Person&, const Person&) = default;
};

/// What is kept of a commit.
struct Commit {
    CommitId id;
    std::vector<CommitId> parents; ///< Empty for a root and at the boundary of a shallow clone.
    Person author;
    Timestamp authored;
    Timestamp committed;
    std::uint32_t generation = 1;  ///< 1 + the highest of its parents; order never depends on dates.
    bool boundary = false;         ///< A shallow clone ends here: what stands here came at this commit or before.
    std::string summary;           ///< First line of the message.
    std::vector<Person> coAuthors; ///< Of "Co-authored-by:" lines.
};

/// What a commit did to an item (identity, section 1).
enum class EventKind : std::uint8_t { Introduced, Edited, Reclassified, Moved, Copied, Ended, Reopened };

/// How an item ended (identity, section 1). Tidied: it had been judged obsolete, so its deletion is no alarm.
enum class EndingKind : std::uint8_t { Paid, Dropped, Erased, Reverted, Excluded, Tidied };

/// A place in a tree.
struct Place {
    std::string path;         ///< As git stores it, with '/'; any bytes but NUL.
    std::uint32_t line = 1;   ///< 1-based.
    std::uint32_t column = 1; ///< 1-based, in bytes.

    friend bool operator==(const Place&, const Place&) = default;
};

/// One thing that one commit did to one item.
struct Event {
    ItemId item;
    CommitId commit;
    EventKind kind = EventKind::Introduced;
    std::optional<EndingKind> ending; ///< Set if and only if kind is Ended.
    Place place;                      ///< Where the item stands after the commit; for Ended, where it stood last.
    std::string fromPath;             ///< For Moved to another file: where it came from. Else empty.
    std::string title;                ///< The title after the commit; for Ended, the last one.
    std::optional<ItemId> parent;     ///< For Copied: the item it is a copy of.
};

} // namespace paydown
