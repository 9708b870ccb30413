// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/chronicle.h"

#include <queue>
#include <unordered_set>

namespace paydown::history {

/// The ancestors of some commits, those commits included, found as far back as asked for: by generation, so a question
/// about a commit costs the commits of higher generations only, once.
class AncestorWalk {
public:
    AncestorWalk(Chronicle& chronicle, const std::vector<CommitNo>& from) : m_chronicle(chronicle) {
        for (const CommitNo commit : from) add(commit);
    }

    [[nodiscard]] bool contains(CommitNo commit) {
        const std::uint32_t generation = m_chronicle.node(commit).generation;
        while (!m_open.empty() && m_open.top().first > generation) {
            const CommitNo next = m_open.top().second;
            m_open.pop();
            for (const CommitNo parent : m_chronicle.node(next).parents) add(parent);
        }
        return m_seen.contains(commit);
    }

private:
    void add(CommitNo commit) {
        if (m_seen.insert(commit).second) m_open.emplace(m_chronicle.node(commit).generation, commit);
    }

    Chronicle& m_chronicle;
    std::priority_queue<std::pair<std::uint32_t, CommitNo>> m_open; ///< Seen, parents not yet; highest first.
    std::unordered_set<CommitNo> m_seen;
};

} // namespace paydown::history
