// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/desk_state.h"

#include "gui/backend/plan_grid.h"

#include <algorithm>
#include <set>

namespace paydown::gui {

const DeskQueue* DeskState::queue(Queue id) const {
    const auto found =
        std::find_if(queues.begin(), queues.end(), [id](const DeskQueue& entry) { return entry.id == id; });
    return found == queues.end() ? nullptr : &*found;
}

std::optional<std::uint32_t> DeskState::find(const ItemKey& key) const {
    const auto found = byKey.find(key);
    if (found == byKey.end()) return std::nullopt;
    return found->second;
}

ItemKey placeKeyOf(const ItemView& view) { return view.item->place.path + ':' + std::to_string(view.item->place.line); }

ItemKey keyOf(const ItemView& view) { return view.item->id.isPending() ? placeKeyOf(view) : view.item->id.value; }

namespace {

void indexItems(DeskState& state) {
    const auto& items = state.worklist->items;
    state.byKey.reserve(items.size() * 2);
    std::set<std::string> owners;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const ItemView& view = items[i];
        if (!view.item->id.isPending()) state.byKey.emplace(view.item->id.value, i);
        if (view.state != State::Ended) state.byKey.emplace(placeKeyOf(view), i);
        if (!view.owner.empty()) owners.insert(view.owner);
    }
    state.owners.assign(owners.begin(), owners.end());
}

} // namespace

std::shared_ptr<DeskState> makeDeskState(WorklistPtr worklist, std::shared_ptr<const Config> config) {
    auto state = std::make_shared<DeskState>();
    state->worklist = std::move(worklist);
    state->config = std::move(config);
    indexItems(*state);
    for (const QueueInfo& info : queues()) state->queues.push_back({info.queue, members(info.queue, *state->worklist)});
    state->plan = makePlanGrid(*state->worklist, *state->config);
    return state;
}

} // namespace paydown::gui
