// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/commit_matcher.h"

#include "core/identity/hashing.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace paydown::identity {

namespace {

/// Lines in common, in thousandths, from which a removed file and an added one are one.
constexpr std::uint32_t kRenameLikeness = 500;

/// More pairs than these are not compared by their lines.
constexpr std::size_t kMaxRenamePairs = 400;

/// A folded title of fewer bytes says too little to be known again in another file without a neighbour.
constexpr std::size_t kTellingTitleBytes = 12;

std::string_view baseName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

using KeyOf = std::uint64_t (*)(const Mark&);

std::uint64_t keyOfBoth(const Mark& mark) {
    if (mark.above[0] == 0 || mark.below[0] == 0) return 0;
    return combine(combine(mark.title, mark.above[0]), mark.below[0]);
}
std::uint64_t keyOfTellingTitle(const Mark& mark) { return mark.folded.size() < kTellingTitleBytes ? 0 : mark.title; }
std::uint64_t keyOfTellingText(const Mark& mark) { return mark.folded.size() < kTellingTitleBytes ? 0 : mark.text; }

struct Pass {
    KeyOf keyOf;
    Reason reason;
};

constexpr std::array<Pass, 7> kElsewhere{{
    {[](const Mark& mark) { return mark.key; }, Reason::Key},
    {keyOfBoth, Reason::Surroundings},
    {keyOfHolder, Reason::HolderOrder},
    {keyOfAbove, Reason::Block},
    {keyOfBelow, Reason::Block},
    {keyOfTellingTitle, Reason::Title},
    {keyOfTellingText, Reason::Text},
}};

} // namespace

std::uint32_t CommitMatcher::addOld(OldVersion version) {
    m_taken.emplace_back(version.marks.size(), false);
    m_olds.push_back(std::move(version));
    return static_cast<std::uint32_t>(m_olds.size() - 1);
}

std::uint32_t CommitMatcher::addNew(NewVersion version, std::vector<std::uint32_t> olds) {
    Entry entry{std::move(version), std::move(olds), {}, std::nullopt};
    entry.origins.resize(entry.version.marks.size());
    m_news.push_back(std::move(entry));
    return static_cast<std::uint32_t>(m_news.size() - 1);
}

void CommitMatcher::run() {
    for (std::uint32_t now = 0; now < m_news.size(); ++now) {
        matchFile(now, m_news[now].olds, Origin::Way::SameFile);
        if (m_news[now].olds.size() > 1) findTwins(now);
    }
    if (!hasUnmatched()) return;
    matchRenames();
    matchElsewhere();
}

bool CommitMatcher::hasUnmatched(const Entry& entry) const {
    return std::ranges::any_of(entry.origins, [](const auto& origin) { return !origin; });
}

bool CommitMatcher::hasUntaken(std::uint32_t old) const {
    return std::ranges::find(m_taken[old], false) != m_taken[old].end();
}

bool CommitMatcher::hasUnmatched() const {
    return std::ranges::any_of(m_news, [this](const Entry& entry) { return hasUnmatched(entry); });
}

bool CommitMatcher::isMatched(std::uint32_t item) const { return std::ranges::binary_search(m_matchedItems, item); }

void CommitMatcher::take(std::uint32_t old, std::uint32_t mark) {
    m_taken[old][mark] = true;
    const std::uint32_t item = m_olds[old].items[mark];
    const auto at = std::ranges::lower_bound(m_matchedItems, item);
    if (at == m_matchedItems.end() || *at != item) m_matchedItems.insert(at, item);
}

/// A file is matched with its own old versions whatever became of the same debts in other files: one that stands in
/// several places goes on standing in each.
void CommitMatcher::matchFile(std::uint32_t now, const std::vector<std::uint32_t>& olds, Origin::Way way) {
    Entry& entry = m_news[now];
    std::vector<OldMark> before;
    std::vector<Spot> spots;
    for (const std::uint32_t old : olds) {
        const OldVersion& version = m_olds[old];
        for (std::uint32_t mark = 0; mark < version.marks.size(); ++mark) {
            if (m_taken[old][mark]) continue;
            before.push_back({&version.marks[mark], version.items[mark], version.parent});
            spots.push_back({old, mark});
        }
    }
    std::vector<const Mark*> after;
    std::vector<std::uint32_t> marks;
    for (std::uint32_t mark = 0; mark < entry.version.marks.size(); ++mark) {
        if (entry.origins[mark]) continue;
        after.push_back(&entry.version.marks[mark]);
        marks.push_back(mark);
    }
    std::map<std::uint32_t, LineMap> maps;
    const LineMapOf lineMapOf = [&](std::uint32_t parent) -> const LineMap* {
        const auto old = std::ranges::find(olds, parent, [&](std::uint32_t index) { return m_olds[index].parent; });
        if (old == olds.end() || !m_lines.ofOld || !m_lines.ofNew) return nullptr;
        const auto [map, isNew] = maps.try_emplace(parent);
        if (isNew) map->second = LineMap(m_lines.ofOld(*old), m_lines.ofNew(now));
        return &map->second;
    };
    for (const Pair& pair : match(before, after, lineMapOf)) {
        const Spot spot = spots[pair.old];
        entry.origins[marks[pair.now]] = Origin{spot.version, spot.mark, pair.reason, way};
        take(spot.version, spot.mark);
    }
}

void CommitMatcher::findTwins(std::uint32_t now) {
    const Entry& entry = m_news[now];
    for (const std::uint32_t old : entry.olds) {
        const OldVersion& version = m_olds[old];
        std::vector<OldMark> before;
        for (std::uint32_t mark = 0; mark < version.marks.size(); ++mark) {
            if (!isMatched(version.items[mark])) before.push_back({&version.marks[mark], version.items[mark], 0});
        }
        std::vector<const Mark*> after;
        std::vector<std::uint32_t> marks;
        for (std::uint32_t mark = 0; mark < entry.origins.size(); ++mark) {
            const auto& origin = entry.origins[mark];
            if (!origin || m_olds[origin->version].parent == version.parent) continue;
            // A debt that this parent has as well is matched by its own name; a twin would be another one.
            const std::uint32_t item = m_olds[origin->version].items[origin->mark];
            if (std::ranges::find(version.items, item) != version.items.end()) continue;
            after.push_back(&entry.version.marks[mark]);
            marks.push_back(mark);
        }
        for (const Pair& pair : match(before, after, {})) {
            if (pair.reason > Reason::Title) continue;
            m_twins.push_back({now, marks[pair.now], before[pair.old].item});
        }
    }
}

void CommitMatcher::matchRenames() {
    struct Candidate {
        std::uint32_t likeness;
        bool sameName;
        std::uint32_t old;
        std::uint32_t now;
    };
    std::vector<std::uint32_t> gone;
    std::vector<std::uint32_t> added;
    for (std::uint32_t old = 0; old < m_olds.size(); ++old) {
        if (m_olds[old].gone && hasUntaken(old)) gone.push_back(old);
    }
    for (std::uint32_t now = 0; now < m_news.size(); ++now) {
        if (m_news[now].version.added && hasUnmatched(m_news[now])) added.push_back(now);
    }
    if (gone.empty() || added.empty()) return;
    std::vector<Candidate> candidates;
    std::map<std::uint32_t, std::vector<std::uint32_t>> oldLines;
    const bool byLines = gone.size() * added.size() <= kMaxRenamePairs && m_lines.ofOld && m_lines.ofNew;
    for (const std::uint32_t now : added) {
        const NewVersion& newer = m_news[now].version;
        std::vector<std::uint32_t> newLines;
        for (const std::uint32_t old : gone) {
            std::uint32_t likeness = m_olds[old].content == newer.content ? 1001 : 0;
            if (likeness == 0 && byLines) {
                if (newLines.empty()) newLines = m_lines.ofNew(now);
                const auto [lines, isNew] = oldLines.try_emplace(old);
                if (isNew) lines->second = m_lines.ofOld(old);
                likeness = commonLines(lines->second, newLines);
            }
            const bool sameName = baseName(m_olds[old].path) == baseName(newer.path);
            if (likeness >= kRenameLikeness) candidates.push_back({likeness, sameName, old, now});
        }
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tuple(b.likeness, b.sameName, a.old, a.now) < std::tuple(a.likeness, a.sameName, b.old, b.now);
    });
    std::vector<bool> used(m_olds.size(), false);
    for (const Candidate& candidate : candidates) {
        Entry& entry = m_news[candidate.now];
        if (used[candidate.old] || entry.renamedFrom) continue;
        used[candidate.old] = true;
        entry.renamedFrom = candidate.old;
        matchFile(candidate.now, {candidate.old}, Origin::Way::Renamed);
    }
}

void CommitMatcher::matchElsewhere() {
    struct Keyed {
        std::uint64_t key;
        std::uint32_t order; ///< Index into the spots: versions and marks in their order.
        auto operator<=>(const Keyed&) const = default;
    };
    for (const Pass& pass : kElsewhere) {
        std::vector<Spot> oldSpots;
        std::vector<Spot> newSpots;
        std::vector<Keyed> olds;
        std::vector<Keyed> news;
        const auto add = [&](std::vector<Keyed>& keyed, std::vector<Spot>& spots, const Mark& mark, Spot spot) {
            const std::uint64_t key = pass.keyOf(mark);
            if (key == 0) return;
            keyed.push_back({key, static_cast<std::uint32_t>(spots.size())});
            spots.push_back(spot);
        };
        for (std::uint32_t now = 0; now < m_news.size(); ++now) {
            for (std::uint32_t mark = 0; mark < m_news[now].origins.size(); ++mark) {
                if (!m_news[now].origins[mark]) add(news, newSpots, m_news[now].version.marks[mark], {now, mark});
            }
        }
        if (news.empty()) continue;
        for (std::uint32_t old = 0; old < m_olds.size(); ++old) {
            for (std::uint32_t mark = 0; mark < m_olds[old].marks.size(); ++mark) {
                if (!isMatched(m_olds[old].items[mark])) add(olds, oldSpots, m_olds[old].marks[mark], {old, mark});
            }
        }
        std::ranges::sort(olds);
        std::ranges::sort(news);
        auto old = olds.begin();
        auto now = news.begin();
        while (old != olds.end() && now != news.end()) {
            if (old->key < now->key)
                ++old;
            else if (now->key < old->key)
                ++now;
            else {
                const Spot from = oldSpots[(old++)->order];
                const std::uint32_t item = m_olds[from.version].items[from.mark];
                if (isMatched(item)) continue;
                const Spot to = newSpots[(now++)->order];
                m_news[to.version].origins[to.mark] =
                    Origin{from.version, from.mark, pass.reason, Origin::Way::Elsewhere};
                take(from.version, from.mark);
            }
        }
    }
}

void CommitMatcher::matchFormerTitles(const FormerTitles& formerTitles) {
    std::map<std::uint64_t, std::vector<Spot>> said; // By former title, in the order of versions and marks.
    for (std::uint32_t old = 0; old < m_olds.size(); ++old) {
        for (std::uint32_t mark = 0; mark < m_olds[old].items.size(); ++mark) {
            const std::uint32_t item = m_olds[old].items[mark];
            if (isMatched(item)) continue;
            for (const std::uint64_t title : formerTitles(item)) said[title].push_back({old, mark});
        }
    }
    if (said.empty()) return;
    for (Entry& entry : m_news) {
        for (std::uint32_t mark = 0; mark < entry.origins.size(); ++mark) {
            const Mark& here = entry.version.marks[mark];
            const auto spots = said.find(here.title);
            if (entry.origins[mark] || here.title == 0 || spots == said.end()) continue;
            const auto origin = formerOrigin(entry, here, spots->second);
            if (!origin) continue;
            entry.origins[mark] = origin;
            take(origin->version, origin->mark);
        }
    }
}

/// Its own file is asked first; in another one it must say enough to be known again.
std::optional<Origin> CommitMatcher::formerOrigin(const Entry& entry, const Mark& here,
                                                  const std::vector<Spot>& spots) const {
    const auto isOwn = [&](const Spot& spot) {
        return m_olds[spot.version].path == entry.version.path || entry.renamedFrom == spot.version;
    };
    const auto isFree = [&](const Spot& spot) { return !isMatched(m_olds[spot.version].items[spot.mark]); };
    auto from = std::ranges::find_if(spots, [&](const Spot& spot) { return isOwn(spot) && isFree(spot); });
    if (from == spots.end() && keyOfTellingTitle(here) != 0) from = std::ranges::find_if(spots, isFree);
    if (from == spots.end()) return std::nullopt;
    const Origin::Way way = !isOwn(*from)                        ? Origin::Way::Elsewhere
                            : entry.renamedFrom == from->version ? Origin::Way::Renamed
                                                                 : Origin::Way::SameFile;
    return Origin{from->version, from->mark, Reason::Similar, way};
}

} // namespace paydown::identity
