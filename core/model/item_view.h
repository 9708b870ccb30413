// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// What a person decided a debt is (decisions, section 2).
enum class Verdict : std::uint8_t { None, Reckless, Prudent, LiveWith, NotDebt, Obsolete };

/// Derived, never stored; the first that holds, in this order.
enum class State : std::uint8_t { Ended, LivingWith, NeedsAnswer, Planned, Sleeping, Open, New, Inherited };

/// Where the owner in force comes from.
enum class OwnerSource : std::uint8_t { None, Annotation, Decision, CodeOwners, Rule };

/// How much the code around an item is worked on: what makes its debt cost.
struct Interest {
    std::uint32_t commits = 0; ///< Since it was introduced.
    std::uint32_t authors = 0; ///< Distinct authors among them.
    std::uint32_t lastYearCommits = 0;
    std::uint32_t lastYearAuthors = 0;
    std::optional<Date> last;              ///< The last of them.
    std::uint32_t lastYearFileChanges = 0; ///< Commits that changed its file in a year.
    /// Touches and what the changes of the file let expect of further ones, each halved every half-life.
    double weighted = 0;
};

/// A place in the order, with its facts (decisions, section 4).
struct Score {
    double raw = 0;         ///< interest × class weight × pressure ÷ principal.
    double shown = 0;       ///< 100·raw/(raw+10): 0 to 100.
    std::uint32_t rank = 0; ///< 1 is first among the ranked; 0 where an item is not ranked (ended, sleeping …).
    std::vector<std::string> reasons; ///< Sentences of facts, most telling first.
};

/// One item with everything in force: what every front end shows, computed once for all of them.
struct ItemView {
    const Item* item = nullptr;           ///< Lives as long as the worklist's snapshot.
    const DecidedItem* decided = nullptr; ///< Null when nobody decided anything.

    DebtClass debtClass = DebtClass::Unclassified; ///< In force: the verdict, else a rule's, else the code's.
    Verdict verdict = Verdict::None;
    std::string owner; ///< In force; empty for nobody.
    OwnerSource ownerSource = OwnerSource::None;
    std::optional<Date> ownerGoneSince; ///< The owner's newest commit, where that is more than a year ago.
    std::optional<Date> due;
    std::optional<std::chrono::minutes> effort;
    std::uint8_t urgency = 0;
    std::string ticket;

    State state = State::Inherited;
    bool sleeping = false;      ///< Nothing touched its surroundings for 24 months.
    bool woke = false;          ///< A condition or a touch ended its sleep lately.
    bool isNew = false;         ///< Introduced after the line and nobody looked at it yet.
    bool mine = false;          ///< The owner in force is me, else the author when nobody is named.
    std::optional<Date> period; ///< Start of the period that it is placed in.
    std::uint32_t slips = 0;
    std::uint32_t alike = 1; ///< Open items of equal folded title, itself included; 0 where they were not counted.
    Interest interest;
    Score score;
};

/// The assessed snapshot: every item with its state, rank and facts. Immutable; shared by threads.
struct Worklist {
    SnapshotPtr snapshot;
    Date today;
    std::vector<ItemView> items;       ///< In the order of snapshot->items.
    std::vector<std::uint32_t> byRank; ///< Indexes of ranked items, first first.
    /// The filters that the configuration saves, text by name: what filter:NAME stands for here.
    std::map<std::string, std::string> savedFilters;
};

using WorklistPtr = std::shared_ptr<const Worklist>;

} // namespace paydown
