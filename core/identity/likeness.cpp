// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/likeness.h"

#include "core/identity/similarity.h"

#include <algorithm>

namespace paydown::identity {

namespace {

/// A folded title of fewer bytes says too little to be known again when it is reworded and stands elsewhere.
constexpr std::size_t kTellingBytes = 12;

/// Of the titles, or of all that is said: a list may lose its first entry, which is its title.
std::uint32_t similarityOf(const Mark& old, const Mark& now) {
    const std::uint32_t titles = similarity(old.folded, now.folded);
    const bool hasBody = old.whole.size() > old.folded.size() && now.whole.size() > now.folded.size();
    return hasBody ? std::max(titles, similarity(old.whole, now.whole)) : titles;
}

} // namespace

bool standAlike(const Mark& old, const Mark& now) {
    return (old.holder == now.holder && old.holder != 0) || (old.above[0] == now.above[0] && old.above[0] != 0) ||
           (old.below[0] == now.below[0] && old.below[0] != 0);
}

bool isGivenWords(const Mark& old, const Mark& now) { return old.whole.empty() != now.whole.empty(); }

bool areAkin(const Mark& old, const Mark& now) {
    return isGivenWords(old, now) || similarityOf(old, now) >= kSimilarBesideNeighbour;
}

std::optional<std::uint32_t> likeness(const Mark& old, const Mark& now, Compared compared) {
    const bool above = old.above[0] == now.above[0] && old.above[0] != 0;
    const bool below = old.below[0] == now.below[0] && old.below[0] != 0;
    const bool edges = old.above[0] == now.above[0] && old.below[0] == now.below[0]; // One may be the file's edge.
    const bool between = edges && (above || below);
    const bool holder = old.holder == now.holder && old.holder != 0;
    const bool isTelling = std::min(old.folded.size(), now.folded.size()) >= kTellingBytes;
    const bool isCompared = between || (compared >= Compared::StandingAlike && (above || below || holder)) ||
                            (compared == Compared::InFile && isTelling);
    if (!isCompared) return std::nullopt;
    const std::uint32_t least = between            ? kSimilarBetweenNeighbours
                                : (above || below) ? kSimilarBesideNeighbour
                                : holder           ? kSimilarInHolder
                                                   : kSimilarInFile;
    const std::uint32_t alike = between && isGivenWords(old, now) ? least : similarityOf(old, now);
    if (alike < least) return std::nullopt;
    return alike + (between ? 1000U : 0U);
}

} // namespace paydown::identity
