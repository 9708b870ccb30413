// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QObject>
#include <unordered_map>
#include <unordered_set>

namespace paydown::gui {

class DeskBackend;

/// A place of the plan that a card can be in; no slot means the tray.
struct PlanPlace {
    std::string owner;
    std::optional<Slot> slot;

    friend bool operator==(const PlanPlace&, const PlanPlace&) = default;
};

/// What a proposal wants of a card.
struct ProposedCard {
    PlanPlace place;
    QString reason;
    bool dropped = false; ///< The user does not want this one.
};

/// The plan being worked on: which card is current, what a proposal would change, moves on their way to the log. Holds
/// no widget.
class PlanSession : public QObject {
    Q_OBJECT

public:
    explicit PlanSession(DeskBackend* backend, QObject* parent = nullptr);

    void setState(const DeskStatePtr& state);
    [[nodiscard]] const DeskStatePtr& state() const { return m_state; }

    [[nodiscard]] const ItemKey& current() const { return m_current; }
    void setCurrent(const ItemKey& key);
    [[nodiscard]] PlanPlace placeOf(const ItemKey& key) const;

    /// Writes where a card goes: its period, and its owner where that changes. To the tray takes it out of the plan.
    void move(const ItemKey& key, const PlanPlace& to);
    /// One step: columns earlier or later (before "this" is the tray), rows up or down.
    void moveBy(const ItemKey& key, int columns, int rows);

    void propose();
    [[nodiscard]] const ProposalPtr& proposal() const { return m_proposal; }
    [[nodiscard]] const ProposedCard* proposed(const ItemKey& key) const;
    [[nodiscard]] std::vector<ItemKey> proposedAt(const PlanPlace& place) const; ///< Dropped ones included.
    [[nodiscard]] int keptCount() const;                                         ///< Proposed and not dropped.
    void toggleDropped(const ItemKey& key);
    void accept();
    void discard();

    /// An answer to an item that slipped too often.
    void answer(const ItemKey& key, const char* word, const std::vector<std::pair<std::string, std::string>>& values);

signals:
    void changed(); ///< The state or the proposal is another.
    void currentChanged();

private:
    void take(const ProposalPtr& proposal);

    DeskBackend* m_backend;
    DeskStatePtr m_state;
    ItemKey m_current;
    ProposalPtr m_proposal;
    std::unordered_map<ItemKey, ProposedCard> m_proposed;
    std::vector<ItemKey> m_proposedOrder;
};

} // namespace paydown::gui
