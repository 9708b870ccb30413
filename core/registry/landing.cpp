// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/landing.h"

#include "core/registry/history_packing.h"
#include "core/registry/history_rows.h"

namespace paydown {

Landings::Landings(Database& database, const CommitId& mainline) {
    std::vector<std::vector<CommitNo>> parents;
    Statements sql(database);
    sql.attempt(kReading, [&] {
        auto& query = sql("SELECT id, parents FROM history_commit ORDER BY number");
        while (query.executeStep()) {
            const auto id = idOf<CommitId>(query.getColumn(0));
            m_numberOf.emplace(id, static_cast<CommitNo>(m_ids.size()));
            m_ids.push_back(id);
            parents.push_back(unpackNumbers(bytesOf(query.getColumn(1))));
        }
    });
    m_landedIn.assign(m_ids.size(), kNoNumber);
    const auto tip = m_numberOf.find(mainline);
    if (tip == m_numberOf.end()) return;
    std::vector<CommitNo> line{tip->second};
    while (!parents[line.back()].empty()) line.push_back(parents[line.back()].front());
    for (auto landing = line.rbegin(); landing != line.rend(); ++landing) {
        std::vector<CommitNo> open{*landing};
        while (!open.empty()) {
            const CommitNo commit = open.back();
            open.pop_back();
            if (m_landedIn[commit] != kNoNumber) continue;
            m_landedIn[commit] = *landing;
            open.insert(open.end(), parents[commit].begin(), parents[commit].end());
        }
    }
}

std::optional<CommitId> Landings::of(const CommitId& commit) const {
    const auto number = m_numberOf.find(commit);
    if (number == m_numberOf.end() || m_landedIn[number->second] == kNoNumber) return std::nullopt;
    return m_ids[m_landedIn[number->second]];
}

} // namespace paydown
