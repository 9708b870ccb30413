// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/ledger_touches.h"

#include "scanner/history/tip_ancestry.h"

#include <algorithm>
#include <map>

namespace paydown::history {

namespace {

/// What the debt is about, as patterns from the root.
std::vector<std::string> patternsOf(std::string_view stated, std::string_view ledger) {
    std::vector<std::string> patterns;
    constexpr std::string_view kBetween = " ,\t";
    for (std::size_t at = stated.find_first_not_of(kBetween); at != std::string_view::npos;) {
        const std::size_t end = std::min(stated.find_first_of(kBetween, at), stated.size());
        patterns.emplace_back(stated.substr(at, end - at));
        at = stated.find_first_not_of(kBetween, end);
    }
    if (!patterns.empty()) return patterns;
    const std::size_t folder = ledger.rfind('/');
    if (folder == std::string_view::npos) return {"*", "!/" + std::string(ledger)};
    return {"/" + std::string(ledger.substr(0, folder)) + "/**", "!/" + std::string(ledger)};
}

} // namespace

std::vector<bool> LedgerTouches::ancestorsOf(CommitNo commit) const {
    std::vector<bool> ancestors(m_commits.size(), false);
    ancestors[commit] = true;
    for (CommitNo at = commit + 1; at-- > 0;) {
        if (!ancestors[at]) continue;
        for (const CommitNo parent : m_commits[at].parents) ancestors[parent] = true;
    }
    return ancestors;
}

void LedgerTouches::load(CommitNo tip) {
    if (!m_commits.empty()) return;
    m_commits = m_store.allCommits();
    m_paths = m_store.allPaths();
    m_ofTip = ancestorsOf(tip);
}

GlobList LedgerTouches::about(const TipItem& item) {
    const std::string& stated = m_chronicle.text(item.standing.text).annotation.stated.path;
    return GlobList(patternsOf(stated, m_chronicle.path(item.path)));
}

std::vector<TipInterest::Touched> LedgerTouches::touchesOf(const TipItem& item, CommitNo tip) {
    load(tip);
    const GlobList wanted = about(item);
    const std::vector<bool> before = ancestorsOf(item.introduced);
    std::map<CommitNo, TipTouch> touches;
    for (PathNo path = 0; path < m_paths.size(); ++path) {
        if (!wanted.matches(m_paths[path])) continue;
        for (const HistoryStore::PathChange& change : m_store.changesOf(path)) {
            if (m_ofTip[change.commit] && !before[change.commit]) touches.emplace(change.commit, change.touch);
        }
    }
    std::vector<TipInterest::Touched> found;
    for (const auto& [commit, by] : touches) found.push_back({commit, by});
    return found;
}

void LedgerTouches::loadNew(const TipState& tip) {
    if (m_newOf == tip.commit) return;
    m_newOf = tip.commit;
    m_new.clear();
    const auto bases = m_store.tips();
    const auto base = std::ranges::find(bases, tip.base, &TipBasis::commit);
    if (base == bases.end()) return;
    const TipAncestry before(base->commit, base->outside);
    const TipAncestry now(tip.commit, tip.basis.outside);
    std::ranges::copy_if(m_chronicle.news().changes, std::back_inserter(m_new), [&](const auto& change) {
        return now.contains(change.first) && !before.contains(change.first);
    });
}

std::vector<TipInterest::Touched> LedgerTouches::newTouchesOf(const TipItem& item, const TipState& tip) {
    loadNew(tip);
    const GlobList wanted = about(item);
    std::map<CommitNo, TipTouch> touches;
    for (const auto& [commit, path] : m_new) {
        if (wanted.matches(m_chronicle.path(path))) touches.emplace(commit, m_store.authorship(commit));
    }
    std::vector<TipInterest::Touched> found;
    for (const auto& [commit, by] : touches) found.push_back({commit, by});
    return found;
}

} // namespace paydown::history
