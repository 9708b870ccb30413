// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decisions/fold.h"
#include "core/model/decision.h"
#include "core/model/snapshot.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paydown {

class RegistryHandle;

/// One field of one item, to be decided. The value is as the log holds it: parseFieldValue() of core/decisions makes it
/// from what people type.
struct Change {
    ItemId item;                    ///< Empty where only the address is known, and for field::kClosed.
    std::vector<ItemId> aliases;    ///< Its other names, so that a later decision also counts as later.
    std::optional<Address> address; ///< Where it stands; kept with the record, so that it survives rewritten history.
    std::string field;
    std::string value;
    std::string note;
};

/// What one action of somebody wrote: all of it, or nothing.
struct ActionResult {
    std::string batch; ///< Empty when there was nothing to do.
    std::vector<DecisionRecord> records;

    [[nodiscard]] std::size_t itemCount() const;
};

/// Decides: writes one batch to the log (on the disk when this returns), then to the tables. Works while a scan runs.
/// @param note the reason for all changes that bring none of their own.
/// @throws Error when git does not know the actor, a value does not fit its field, an item is pending (it is in no
/// commit), or the log cannot be written: then nothing was decided.
ActionResult decide(RegistryHandle& registry, const Person& actor, std::span<const Change> changes,
                    const std::string& note = {});

/// A change of one field of an item of a snapshot, with its aliases and its address.
[[nodiscard]] Change changeOf(const Snapshot& snapshot, const Item& item, std::string field, std::string value);

/// Where an item stands at the snapshot's head; nothing for pending and ended items, and without a head.
[[nodiscard]] std::optional<Address> addressOf(const Snapshot& snapshot, const Item& item);

/// What an undo did.
struct UndoResult {
    ActionResult written;
    std::vector<DecisionRecord> takenBack; ///< The records that no longer hold; empty when there was nothing to undo.
};

/// Takes back the last action of this actor in this clone that was not taken back yet. Whatever others decided since
/// stays. @throws Error as decide()
UndoResult undo(RegistryHandle& registry, const Person& actor);

/// The decisions about an item, oldest first, with what became of each.
[[nodiscard]] std::vector<DecisionEntry> decisionsAbout(RegistryHandle& registry, const Item& item);

} // namespace paydown
