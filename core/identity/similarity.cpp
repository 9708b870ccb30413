// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/similarity.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace paydown::identity {

namespace {

/// Longer titles are compared by their beginnings.
constexpr std::size_t kMaxBytes = 512;

std::vector<std::uint16_t> pairsOf(std::string_view text) {
    std::vector<std::uint16_t> pairs;
    pairs.reserve(text.size());
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = static_cast<unsigned char>(text[i + 1]);
        pairs.push_back(static_cast<std::uint16_t>(first << 8 | second));
    }
    std::ranges::sort(pairs);
    return pairs;
}

} // namespace

std::uint32_t similarity(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return 0;
    if (a == b) return 1000;
    const auto pairsA = pairsOf(a.substr(0, kMaxBytes));
    const auto pairsB = pairsOf(b.substr(0, kMaxBytes));
    if (pairsA.empty() || pairsB.empty()) return 0;
    std::vector<std::uint16_t> common;
    std::ranges::set_intersection(pairsA, pairsB, std::back_inserter(common));
    return static_cast<std::uint32_t>(2000 * common.size() / (pairsA.size() + pairsB.size()));
}

} // namespace paydown::identity
