// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: packs of objects (gitformat-pack(5)), read in place.

#include "core/git/mapped_file.h"
#include "core/git/object_store.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// What stands at an offset of a pack, before anything is inflated.
struct PackEntry {
    std::optional<ObjectKind> kind; ///< None: a delta.
    std::uint64_t size = 0;         ///< Inflated: of the object, or of the delta.
    std::string_view packed;        ///< From its zlib stream to the end of the pack.
    std::uint64_t baseOffset = 0;   ///< Of a delta.
};

/// One pack and its index, version 2, mapped. Every access is checked against their sizes. Threads may share it.
class PackFile {
public:
    /// @param indexPath "….idx". Nothing where it or its pack cannot be read or is of another version.
    [[nodiscard]] static std::shared_ptr<const PackFile> open(const std::string& indexPath);

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::optional<std::uint64_t> find(const ObjectStore::Sha& id) const;
    /// The commits that stand whole in the pack, in their order: git writes the newest first, before all trees and
    /// files. Of a pack that mixes them only the first are found. Nothing once a stop is requested.
    [[nodiscard]] std::vector<ObjectStore::Sha> commits(const std::stop_token& stop) const;
    /// Nothing when it is broken, or its base is not in this pack.
    [[nodiscard]] std::optional<PackEntry> entryAt(std::uint64_t offset) const;

private:
    PackFile(MappedFile index, MappedFile pack) : m_index(std::move(index)), m_pack(std::move(pack)) {}
    [[nodiscard]] bool isSound();
    [[nodiscard]] std::size_t word(std::size_t at) const;
    [[nodiscard]] std::optional<std::uint64_t> offsetOf(std::size_t position) const;
    [[nodiscard]] const char* nameAt(std::size_t position) const;

    MappedFile m_index;
    MappedFile m_pack;
    std::size_t m_count = 0;
};

/// The packs of an objects folder and of its alternates, the largest first. Threads may share it.
struct PackSet {
    std::vector<std::shared_ptr<const PackFile>> packs;
    std::vector<std::string> folders; ///< Objects folders, the own one first.
    bool complete = true;             ///< False: some pack is of a kind that only libgit2 may know.
    bool byLibrary = false;           ///< PAYDOWN_READER=libgit2: libgit2 reads every object, for comparing the two.

    [[nodiscard]] static std::shared_ptr<const PackSet> open(const std::string& objectsFolder);
};

} // namespace paydown::git
