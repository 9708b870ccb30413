// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/config/config.h"
#include "core/model/item_view.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace paydown {

/// Who asks: git's user.name and user.email, and further names that owners may use for the same person. Handles that
/// the config's aliases give to the address or the name are found by assess() itself.
struct Me {
    std::string name;
    std::string email;
    std::vector<std::string> handles; ///< "@mia", with or without "@".
};

/// A set of commits, such as those of a range or all ancestors of one. Shared and immutable.
using CommitSet = std::shared_ptr<const std::unordered_set<CommitId, ObjectIdHash>>;

/// The line of [inbox] since: what was introduced on the far side of it is inherited, never new.
/// Resolving the revision needs the repository, so the caller does it, by whichever is at hand.
struct InboxLine {
    CommitSet
        inherited; ///< The line's commit and its ancestors, as far as they introduced an item: exact, so preferred.
    std::optional<Date> since; ///< Else the author date of its commit: introduced before this day is inherited.
    // With neither, nobody drew a line: what was introduced in the last kNewWithoutLine days is new.
};

/// Without a line in the config, only what is younger than this is new: nobody is shown three thousand new items.
inline constexpr std::chrono::days kNewWithoutLine{30};
/// Surroundings that nothing touched for so many months sleep.
inline constexpr std::chrono::months kSleepsAfter{24};
/// What a touch woke shows as woken for so many days, or until somebody decides about it.
inline constexpr std::chrono::days kWokeFor{30};

/// The owner that a CODEOWNERS file names for a path, "" for none. Called once per open item that nobody else owns, by
/// several threads.
using OwnerOfPath = std::function<std::string(std::string_view path)>;

/// A tag of the repository, for items that wake with a release.
struct ReleaseTag {
    std::string name; ///< Without refs/tags/.
    Date day;         ///< Of the tag, else of the commit that it names.
};

/// Whether a snapshot holds every item of its place.
enum class Extent : std::uint8_t {
    Whole,
    Part, ///< Nothing is said that depends on the others: ranks and numbers of alike items are 0.
};

/// What the rules need to know and a snapshot does not hold. Every member may stay empty.
struct AssessSources {
    InboxLine line;
    OwnerOfPath ownerOfPath;
    std::vector<ReleaseTag> tags;
    Extent extent = Extent::Whole;
};

/// Computes everything in force about every item of a snapshot: values (decided by hand, else by a rule, else stated in
/// the code), state, sleep, rank with its reasons. Pure: equal arguments give equal worklists, on any machine.
/// Takes some 100 ms for 100,000 items; call it from a job, not from the GUI thread.
/// @param snapshot kept alive by the worklist. Not null.
/// @param today at the config's utc_offset.
/// A rule whose filter does not parse is left out; parseConfig() has refused it before.
[[nodiscard]] WorklistPtr assess(SnapshotPtr snapshot, const Config& config, Date today, const Me& me,
                                 const AssessSources& sources = {});

/// Whether the item counts as debt that stands: not ended, not a mention, and nobody judged it no debt or obsolete.
/// Sleeping and lived-with items do count.
[[nodiscard]] bool isOpenDebt(const ItemView& view);

} // namespace paydown
