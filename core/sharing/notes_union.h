// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"
#include "core/model/decision.h"
#include "core/registry/registry_handle.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// The reference that holds decisions as notes. paydown writes and pushes no other.
inline constexpr const char* kNotesReference = "refs/notes/paydown";

/// A clone whose decisions are shared. The registry is open for writing.
struct SharingPlace {
    const git::Repository& repository;
    RegistryHandle& registry;
    Person me; ///< Author of the notes commits.
};

/// What a union did.
struct UnionResult {
    std::optional<CommitId> tip;          ///< Of our notes now; none: nobody has decided anything.
    std::vector<DecisionRecord> received; ///< New to this clone; in the log now.
    std::uint64_t unsent = 0;             ///< Decisions here that their notes lack.
    std::vector<std::string> notices;     ///< What was refused or kept aside, one sentence each.
};

/// Makes log and notes of this clone one (decisions, section 7): per object, the lines of our notes and of theirs, and
/// of the log what stands in neither; the log gets what it lacks. No line is ever removed but those longer than a
/// record may be. The result is one notes commit with both tips as parents, none where a tip says all already.
///
/// Commutative, associative and idempotent, so any number of people in any order end with the same lines. Killed at any
/// point, the next union repairs: the log is written first, then the reference.
/// @param theirs notes fetched from somebody; none: only log and notes of this clone are compared.
/// @pre the sync lock is held (lockForSharing). @throws Error, RegistryError
[[nodiscard]] UnionResult uniteNotes(const SharingPlace& place, const std::optional<CommitId>& theirs);

/// Excludes other processes that share this clone's decisions; waits for them.
[[nodiscard]] FileLock lockForSharing(const RegistryLocation& location);

} // namespace paydown
