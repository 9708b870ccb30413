// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/incidents.h"

#include "core/triage/assess.h"

#include <map>

namespace paydown {

std::vector<Incident> incidentsOf(const Worklist& worklist) {
    std::map<std::string, Incident> byName;
    for (std::uint32_t i = 0; i < worklist.items.size(); ++i) {
        const ItemView& view = worklist.items[i];
        const std::string& name = view.item->annotation.stated.from;
        if (name.empty() || view.item->annotation.mention) continue;
        Incident& incident = byName[name];
        incident.name = name;
        if (view.item->ended) ++incident.ended;
        if (!isOpenDebt(view)) continue;
        incident.open.push_back(i);
        if (view.owner.empty()) incident.withoutOwner.push_back(i);
        if (!view.due) incident.withoutDate.push_back(i);
    }
    std::vector<Incident> incidents;
    incidents.reserve(byName.size());
    for (auto& [name, incident] : byName) incidents.push_back(std::move(incident));
    return incidents;
}

} // namespace paydown
