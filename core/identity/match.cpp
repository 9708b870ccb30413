// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/match.h"

#include "core/identity/hashing.h"
#include "core/identity/likeness.h"

#include <algorithm>
#include <tuple>

namespace paydown::identity {

namespace {

constexpr std::uint32_t kFree = 0xFFFFFFFF;

/// Above so many candidates, only those between equal neighbours are compared for similarity.
constexpr std::size_t kMaxCompared = 40'000;

/// Above so many, only those with a neighbour or the symbol in common.
constexpr std::size_t kMaxComparedInFile = 2'000;

using KeyOf = std::uint64_t (*)(const Mark&);

std::uint64_t keyOfKey(const Mark& mark) { return mark.key; }
std::uint64_t keyOfTitle(const Mark& mark) { return mark.title; }
std::uint64_t keyOfText(const Mark& mark) { return mark.text; }

bool haveOneTitle(const Mark& old, const Mark& now) { return old.title == now.title; }

using AreOne = bool (*)(const Mark&, const Mark&);

class Matcher {
public:
    Matcher(std::span<const OldMark> olds, std::span<const Mark* const> news)
        : m_olds(olds),
          m_news(news),
          m_oldOf(news.size(), kFree),
          m_reasonOf(news.size(), Reason::Title),
          m_taken(olds.size(), false) {
        for (std::uint32_t first = 0; first < olds.size();) {
            std::uint32_t end = first;
            while (end < olds.size() && olds[end].parent == olds[first].parent) ++end;
            m_parents.emplace_back(first, end);
            first = end;
        }
    }

    void matchEqualKeys(KeyOf keyOf, Reason reason) {
        for (const auto& [begin, end] : m_parents) {
            if (m_freeNews == 0) return;
            collect(keyOf, begin, end);
            pairInOrder(reason);
        }
    }

    /// @param areOne whether two annotations on one line may be one debt
    void matchUnchangedLines(const LineMapOf& lineMapOf, AreOne areOne) {
        forEachMapped(lineMapOf, [&](const LineMap& map, std::uint32_t old, std::uint32_t /*end*/) {
            const std::uint32_t line = map.lineAfter(m_olds[old].mark->line);
            for (std::uint32_t now = 0; line != 0 && now < m_news.size(); ++now) {
                const bool here = m_news[now]->line == line && areOne(*m_olds[old].mark, *m_news[now]);
                if (!here || m_oldOf[now] != kFree) continue;
                take(old, now, Reason::UnchangedLine);
                break;
            }
        });
    }

    /// Pairs what stands above one unchanged line, with nothing between but changed lines: a bare tag that was given
    /// words while all around it changed.
    void matchSamePlaces(const LineMapOf& lineMapOf, AreOne areOne) {
        forEachMapped(lineMapOf, [&](const LineMap& map, std::uint32_t old, std::uint32_t end) {
            const std::uint32_t next = old + 1 < end ? m_olds[old + 1].mark->line : kNoLine;
            const std::uint32_t now = markAbove(unchangedBelow(map, m_olds[old].mark->line, next));
            if (now == kFree || m_oldOf[now] != kFree) return;
            if (areOne(*m_olds[old].mark, *m_news[now]) && !isSaidElsewhere(old, now)) take(old, now, Reason::Similar);
        });
    }

    /// Whether a free annotation stands where another one stood, so that they may be one on an unchanged line.
    [[nodiscard]] bool hasReplaced() const {
        for (std::uint32_t old = 0; old < m_olds.size() && m_freeNews > 0; ++old) {
            if (m_taken[old]) continue;
            for (std::uint32_t now = 0; now < m_news.size(); ++now) {
                if (m_oldOf[now] == kFree && standAlike(*m_olds[old].mark, *m_news[now])) return true;
            }
        }
        return false;
    }

    void matchSimilar();

    [[nodiscard]] std::vector<Pair> pairs() const {
        std::vector<Pair> result;
        for (std::uint32_t now = 0; now < m_news.size(); ++now) {
            if (m_oldOf[now] != kFree) result.push_back({m_oldOf[now], now, m_reasonOf[now]});
        }
        return result;
    }

private:
    static constexpr std::uint32_t kNoLine = 0xFFFFFFFF;

    /// Calls `visit` for each free annotation of a parent of which there is a line map: with that, the annotation, and
    /// the end of those of its parent.
    template <typename Visit>
    void forEachMapped(const LineMapOf& lineMapOf, Visit visit) {
        for (const auto& [begin, end] : m_parents) {
            const LineMap* map = lineMapOf ? lineMapOf(m_olds[begin].parent) : nullptr;
            for (std::uint32_t old = begin; map != nullptr && old < end; ++old) {
                if (!m_taken[old]) visit(*map, old, end);
            }
        }
    }

    /// Where the first line that stands unchanged shortly below `line` and above `next` is now; 0 when there is none.
    static std::uint32_t unchangedBelow(const LineMap& map, std::uint32_t line, std::uint32_t next) {
        constexpr std::uint32_t kNearest = 4;
        for (std::uint32_t below = line + 1; below <= line + kNearest && below < next; ++below) {
            if (const std::uint32_t now = map.lineAfter(below); now != 0) return now;
        }
        return 0;
    }

    /// The annotation shortly above a line of the new version; kFree when there is none.
    [[nodiscard]] std::uint32_t markAbove(std::uint32_t line) const {
        constexpr std::uint32_t kFarthest = 6;
        const auto isAbove = [line](const Mark* mark) { return mark->line < line; };
        const auto behind = std::ranges::partition_point(m_news, isAbove);
        if (behind == m_news.begin() || line - (*std::prev(behind))->line > kFarthest) return kFree;
        return static_cast<std::uint32_t>(behind - m_news.begin() - 1);
    }

    /// Whether what one of them says is said by a free one of the other version, which it rather is.
    [[nodiscard]] bool isSaidElsewhere(std::uint32_t old, std::uint32_t now) const {
        const std::uint64_t before = m_olds[old].mark->title;
        const std::uint64_t after = m_news[now]->title;
        for (std::uint32_t i = 0; i < m_news.size() && before != 0; ++i)
            if (m_oldOf[i] == kFree && m_news[i]->title == before) return true;
        for (std::uint32_t i = 0; i < m_olds.size() && after != 0; ++i)
            if (!m_taken[i] && m_olds[i].mark->title == after) return true;
        return false;
    }

    struct Keyed {
        std::uint64_t key;
        std::uint32_t index;
        friend auto operator<=>(const Keyed&, const Keyed&) = default;
    };

    void collect(KeyOf keyOf, std::uint32_t begin, std::uint32_t end) {
        m_keyedOlds.clear();
        m_keyedNews.clear();
        for (std::uint32_t old = begin; old < end; ++old) {
            const std::uint64_t key = m_taken[old] ? 0 : keyOf(*m_olds[old].mark);
            if (key != 0) m_keyedOlds.push_back({key, old});
        }
        for (std::uint32_t now = 0; now < m_news.size(); ++now) {
            const std::uint64_t key = m_oldOf[now] != kFree ? 0 : keyOf(*m_news[now]);
            if (key != 0) m_keyedNews.push_back({key, now});
        }
        std::ranges::sort(m_keyedOlds);
        std::ranges::sort(m_keyedNews);
    }

    void pairInOrder(Reason reason) {
        auto old = m_keyedOlds.begin();
        auto now = m_keyedNews.begin();
        while (old != m_keyedOlds.end() && now != m_keyedNews.end()) {
            if (old->key < now->key)
                ++old;
            else if (now->key < old->key)
                ++now;
            else if (m_taken[old->index])
                ++old;
            else
                take((old++)->index, (now++)->index, reason);
        }
    }

    void take(std::uint32_t old, std::uint32_t now, Reason reason) {
        m_oldOf[now] = old;
        m_reasonOf[now] = reason;
        --m_freeNews;
        m_taken[old] = true;
        if (m_parents.size() == 1) return; // One version holds a debt once.
        for (std::uint32_t other = 0; other < m_olds.size(); ++other) {
            if (m_olds[other].item == m_olds[old].item) m_taken[other] = true;
        }
    }

    std::span<const OldMark> m_olds;
    std::span<const Mark* const> m_news;
    std::vector<std::uint32_t> m_oldOf;
    std::vector<Reason> m_reasonOf;
    std::vector<bool> m_taken;
    std::size_t m_freeNews = m_news.size();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_parents; ///< Ranges of m_olds.
    std::vector<Keyed> m_keyedOlds;
    std::vector<Keyed> m_keyedNews;
};

void Matcher::matchSimilar() {
    struct Candidate {
        std::uint32_t score;
        std::uint32_t distance;
        std::uint32_t old;
        std::uint32_t now;
    };
    std::vector<Candidate> candidates;
    const std::size_t pairs = m_freeNews * m_olds.size();
    const Compared compared = pairs > kMaxCompared         ? Compared::BetweenNeighbours
                              : pairs > kMaxComparedInFile ? Compared::StandingAlike
                                                           : Compared::InFile;
    for (std::uint32_t old = 0; old < m_olds.size(); ++old) {
        if (m_taken[old]) continue;
        const Mark& before = *m_olds[old].mark;
        for (std::uint32_t now = 0; now < m_news.size(); ++now) {
            if (m_oldOf[now] != kFree) continue;
            const Mark& after = *m_news[now];
            const auto score = likeness(before, after, compared);
            if (!score) continue;
            const auto distance = before.line > after.line ? before.line - after.line : after.line - before.line;
            candidates.push_back({*score, distance, old, now});
        }
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tuple(b.score, a.distance, a.old, a.now) < std::tuple(a.score, b.distance, b.old, b.now);
    });
    for (const Candidate& candidate : candidates) {
        const bool free = !m_taken[candidate.old] && m_oldOf[candidate.now] == kFree;
        if (free) take(candidate.old, candidate.now, Reason::Similar);
    }
}

} // namespace

std::uint64_t surroundingsKey(const Mark& mark) {
    if ((mark.above[0] | mark.below[0]) == 0) return 0;
    const std::uint64_t above = static_cast<std::uint64_t>(mark.above[0]) << 32 | mark.above[1];
    const std::uint64_t below = static_cast<std::uint64_t>(mark.below[0]) << 32 | mark.below[1];
    return combine(combine(mark.title, above), combine(below, mark.own));
}

bool needsLineMap(std::span<const OldMark> olds, std::span<const Mark* const> news) {
    // Twins are told apart without a diff when both sides have equally many of them with equal surroundings, in order.
    for (std::size_t begin = 0; begin < olds.size();) {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> before; // (title, surroundings) in file order
        std::size_t end = begin;
        for (; end < olds.size() && olds[end].parent == olds[begin].parent; ++end) {
            before.emplace_back(olds[end].mark->title, surroundingsKey(*olds[end].mark));
        }
        std::vector<std::pair<std::uint64_t, std::uint64_t>> after;
        for (const Mark* mark : news) after.emplace_back(mark->title, surroundingsKey(*mark));
        const auto byTitle = [](const auto& a, const auto& b) { return a.first < b.first; };
        std::ranges::stable_sort(before, byTitle);
        std::ranges::stable_sort(after, byTitle);
        for (std::size_t i = 0, k = 0; i < before.size() && k < after.size();) {
            if (before[i].first < after[k].first)
                ++i;
            else if (after[k].first < before[i].first)
                ++k;
            else {
                const auto title = before[i].first;
                const std::size_t firstOld = i;
                const std::size_t firstNow = k;
                while (i < before.size() && before[i].first == title) ++i;
                while (k < after.size() && after[k].first == title) ++k;
                const bool twins = i - firstOld > 1 || k - firstNow > 1;
                const auto olderTwins = std::span(before).subspan(firstOld, i - firstOld);
                if (twins && !std::ranges::equal(olderTwins, std::span(after).subspan(firstNow, k - firstNow)))
                    return true;
            }
        }
        begin = end;
    }
    return false;
}

std::vector<Pair> match(std::span<const OldMark> olds, std::span<const Mark* const> news, const LineMapOf& lineMapOf) {
    if (olds.empty() || news.empty()) return {};
    Matcher matcher(olds, news);
    matcher.matchEqualKeys(keyOfKey, Reason::Key);
    const bool hasTwins = lineMapOf && needsLineMap(olds, news);
    if (hasTwins) matcher.matchUnchangedLines(lineMapOf, haveOneTitle);
    matcher.matchEqualKeys(surroundingsKey, Reason::Surroundings);
    if (hasTwins) matcher.matchSamePlaces(lineMapOf, isGivenWords);
    matcher.matchEqualKeys(keyOfHolder, Reason::HolderOrder);
    matcher.matchEqualKeys(keyOfAbove, Reason::Block);
    matcher.matchEqualKeys(keyOfBelow, Reason::Block);
    matcher.matchEqualKeys(keyOfTitle, Reason::Title);
    matcher.matchEqualKeys(keyOfText, Reason::Text);
    matcher.matchSimilar();
    if (hasTwins || (lineMapOf && matcher.hasReplaced())) {
        matcher.matchUnchangedLines(lineMapOf, standAlike);
        matcher.matchSamePlaces(lineMapOf, areAkin);
    }
    return matcher.pairs();
}

} // namespace paydown::identity
