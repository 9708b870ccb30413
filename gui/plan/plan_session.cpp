// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plan/plan_session.h"

#include "core/model/decision.h"
#include "gui/backend/desk_backend.h"
#include "gui/models/item_text.h"

#include <algorithm>

namespace paydown::gui {

namespace {

Slot slotFor(const PlanGrid& grid, Date period) {
    if (period <= grid.periods[0].last) return Slot::This;
    return period <= grid.periods[1].last ? Slot::Next : Slot::Later;
}

int columnOf(const PlanPlace& place) { return place.slot ? static_cast<int>(*place.slot) : -1; }

} // namespace

PlanSession::PlanSession(DeskBackend* backend, QObject* parent) : QObject(parent), m_backend(backend) {
    connect(backend, &DeskBackend::proposalReady, this, &PlanSession::take);
}

void PlanSession::setState(const DeskStatePtr& state) {
    const bool sameRepository =
        m_state && m_state->worklist->snapshot->repository == state->worklist->snapshot->repository;
    m_state = state;
    if (!sameRepository) {
        m_current.clear();
        discard();
    }
    emit changed();
}

void PlanSession::setCurrent(const ItemKey& key) {
    if (key == m_current) return;
    m_current = key;
    emit currentChanged();
}

PlanPlace PlanSession::placeOf(const ItemKey& key) const {
    const auto item = m_state ? m_state->find(key) : std::nullopt;
    if (!item) return {};
    const ItemView& view = m_state->item(*item);
    PlanPlace place{view.owner, std::nullopt};
    if (view.period) place.slot = slotFor(m_state->plan, *view.period);
    return place;
}

void PlanSession::move(const ItemKey& key, const PlanPlace& to) {
    const PlanPlace from = placeOf(key);
    if (!m_state || from == to) return;
    DecisionRequest request;
    request.items = {key};
    const auto period =
        to.slot ? formatDate(m_state->plan.periods[static_cast<std::size_t>(*to.slot)].start) : std::string();
    if (from.slot != to.slot) request.values.emplace_back(field::kPeriod, period);
    if (to.slot && from.owner != to.owner) request.values.emplace_back(field::kOwner, to.owner);
    if (request.values.empty()) return;
    setCurrent(key);
    m_backend->decide(request);
}

void PlanSession::moveBy(const ItemKey& key, int columns, int rows) {
    if (!m_state || key.empty()) return;
    PlanPlace place = placeOf(key);
    const int column = std::clamp(columnOf(place) + columns, -1, static_cast<int>(kSlotCount) - 1);
    place.slot = column < 0 ? std::nullopt : std::optional(static_cast<Slot>(column));
    const auto& people = m_state->plan.rows;
    const auto at =
        std::find_if(people.begin(), people.end(), [&](const PlanRow& row) { return row.owner == place.owner; });
    if (rows != 0 && at != people.end()) {
        const auto row =
            std::clamp<std::ptrdiff_t>(at - people.begin() + rows, 0, static_cast<std::ptrdiff_t>(people.size()) - 1);
        place.owner = people[static_cast<std::size_t>(row)].owner;
    }
    move(key, place);
}

void PlanSession::propose() { m_backend->propose(); }

void PlanSession::take(const ProposalPtr& proposal) {
    m_proposal = proposal;
    m_proposed.clear();
    m_proposedOrder.clear();
    const auto add = [this](const Placement& placement) {
        const ItemKey key = placement.what.id.value; // by id: the state may be another one by now
        m_proposed[key] = {
            {placement.owner, slotFor(m_state->plan, placement.period.start)}, lineOf(placement.reason), false};
        m_proposedOrder.push_back(key);
    };
    for (const Placement& placement : proposal->placements) add(placement);
    for (const Placement& placement : proposal->moves) add(placement);
    emit changed();
}

const ProposedCard* PlanSession::proposed(const ItemKey& key) const {
    const auto found = m_proposed.find(key);
    return found == m_proposed.end() ? nullptr : &found->second;
}

std::vector<ItemKey> PlanSession::proposedAt(const PlanPlace& place) const {
    std::vector<ItemKey> keys;
    for (const ItemKey& key : m_proposedOrder) {
        if (m_proposed.at(key).place == place) keys.push_back(key);
    }
    return keys;
}

int PlanSession::keptCount() const {
    return static_cast<int>(
        std::count_if(m_proposed.begin(), m_proposed.end(), [](const auto& card) { return !card.second.dropped; }));
}

void PlanSession::toggleDropped(const ItemKey& key) {
    const auto found = m_proposed.find(key);
    if (found == m_proposed.end()) return;
    found->second.dropped = !found->second.dropped;
    emit changed();
}

void PlanSession::accept() {
    if (!m_proposal || keptCount() == 0) return;
    Proposal wanted = *m_proposal;
    const auto isDropped = [this](const Placement& placement) {
        const ProposedCard* card = proposed(placement.what.id.value);
        return card == nullptr || card->dropped;
    };
    std::erase_if(wanted.placements, isDropped);
    std::erase_if(wanted.moves, isDropped);
    m_backend->accept(wanted);
    discard();
}

void PlanSession::discard() {
    if (!m_proposal) return;
    m_proposal.reset();
    m_proposed.clear();
    m_proposedOrder.clear();
    emit changed();
}

void PlanSession::answer(const ItemKey& key, const char* word,
                         const std::vector<std::pair<std::string, std::string>>& values) {
    DecisionRequest request;
    request.items = {key};
    request.values = values;
    request.values.emplace_back(field::kAnswer, word);
    m_backend->decide(request);
}

} // namespace paydown::gui
