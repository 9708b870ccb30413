// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decisions/fold.h"
#include "core/model/snapshot.h"
#include "core/registry/registry_handle.h"
#include "tests/support/scratch_repository.h"

#include <string>

namespace paydown {

/// A registry of its own in a temporary folder.
class ScratchRegistry {
public:
    ScratchRegistry() : m_location(locateRegistry({m_folder.path(), "", ""})) {}

    [[nodiscard]] const RegistryLocation& location() const { return m_location; }
    [[nodiscard]] RegistryHandle open(OpenMode mode = OpenMode::Write) const {
        return RegistryHandle::open(m_location, mode);
    }
    /// What is in force, from whatever the registry has.
    [[nodiscard]] FoldedDecisions decided() const {
        auto handle = open(OpenMode::Read);
        return foldDecisions(handle.records());
    }
    [[nodiscard]] std::string valueOf(const std::string& item, const char* name) const {
        auto all = decided();
        const DecidedValue* value = all.items[ItemId{item}].find(name);
        return value == nullptr ? "(absent)" : value->value;
    }

private:
    testing::ScratchFolder m_folder;
    RegistryLocation m_location;
};

/// A snapshot of open items named by single letters: item 'a' is "aaaaaaaaaa" at line 10, 'b' at line 20 …
inline std::shared_ptr<Snapshot> snapshotOf(const std::string& letters) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->head = *parseObjectId<CommitId>(std::string(40, 'f'));
    std::uint32_t line = 0;
    for (const char letter : letters) {
        Item item;
        item.id.value = std::string(kItemIdLength, letter);
        item.place = {"src/a.cpp", line += 10, 1};
        item.annotation.title = "same title";
        snapshot->items.push_back(std::move(item));
    }
    return snapshot;
}

} // namespace paydown
