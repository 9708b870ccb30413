// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/model/item_view.h"
#include "core/schedule/calendar.h"
#include "core/triage/queues.h"

#include <QMetaType>
#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace paydown::gui {

/// How the desk names a row across snapshots: the item's id, or "path:line" while it has none. Selection, scroll and
/// signals travel by key, never by row.
using ItemKey = std::string;

/// A queue and what stands in it, best first.
struct DeskQueue {
    Queue id = Queue::Review;
    std::vector<std::uint32_t> rows; ///< Indexes into worklist->items.
};

/// The three columns of the plan.
enum class Slot : std::uint8_t { This, Next, Later };
constexpr std::size_t kSlotCount = 3;

/// What one person has in one period.
struct PlanCell {
    std::vector<std::uint32_t> items; ///< Indexes into worklist->items, best first.
    double hours = 0;                 ///< Effort placed here; what has none counts as assumed by the planner.
    double capacityHours = 0;
    std::uint32_t capacityItems = 0;
};

struct PlanRow {
    std::string owner; ///< Empty: nobody.
    std::array<PlanCell, kSlotCount> cells;
};

/// People by periods, computed off the GUI thread.
struct PlanGrid {
    std::array<Period, kSlotCount> periods; ///< For Later, the first of the later ones: where a card put there goes.
    std::array<QString, kSlotCount> names;  ///< "16 Nov – 29 Nov"
    std::vector<PlanRow> rows;              ///< By owner, "nobody" last.
    std::vector<std::uint32_t> waiting;     ///< Not placed: reckless first, then by rank.
    std::vector<std::uint32_t> questions;   ///< Items that need an answer.
    std::optional<Period> toClose;          ///< The earliest period that is over and not closed.
    QString toCloseName;
};

/// Everything the desk shows, at one moment. Immutable; built by a job, swapped whole in the GUI thread.
struct DeskState {
    WorklistPtr worklist;
    std::vector<DeskQueue> queues;
    std::unordered_map<ItemKey, std::uint32_t> byKey; ///< Ids and, for open items, "path:line" too.
    std::vector<std::string> owners;                  ///< Owners in force, by name, for completers.
    std::shared_ptr<const Config> config;             ///< Of the tip that is shown; never null.
    std::string me;                                   ///< The user as an owner: "@kai"; may be empty.
    PlanGrid plan;
    QString
        notice; ///< One line when what is shown is stale or partial ("origin/main is 31 commits ahead"); else empty.

    [[nodiscard]] const ItemView& item(std::uint32_t index) const { return worklist->items[index]; }
    [[nodiscard]] const DeskQueue* queue(Queue id) const;
    /// The index of the item with this key, if it is still known.
    [[nodiscard]] std::optional<std::uint32_t> find(const ItemKey& key) const;
};

using DeskStatePtr = std::shared_ptr<const DeskState>;

[[nodiscard]] ItemKey keyOf(const ItemView& view);
/// "path:line", the key of what has no id yet.
[[nodiscard]] ItemKey placeKeyOf(const ItemView& view);

/// Everything that the desk shows of a worklist. Some 100 ms for 100,000 items: called from jobs.
[[nodiscard]] std::shared_ptr<DeskState> makeDeskState(WorklistPtr worklist, std::shared_ptr<const Config> config);

} // namespace paydown::gui

Q_DECLARE_METATYPE(paydown::gui::DeskStatePtr)
