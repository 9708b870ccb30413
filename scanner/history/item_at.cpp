// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/item_at.h"

#include "core/identity/similarity.h"

#include <algorithm>

namespace paydown::history {

namespace {

/// Less alike than this many thousandths is another debt.
constexpr std::uint32_t kLeastSimilar = 600;

std::uint32_t distance(std::uint32_t a, std::uint32_t b) { return a < b ? b - a : a - b; }

/// Of annotations with the wanted title: the one of that order, else the nearest to the line.
const Standing* amongEqual(const std::vector<const Standing*>& equal, const FormerName& name) {
    if (equal.empty()) return nullptr;
    if (name.order && *name.order < equal.size()) return equal[*name.order];
    return *std::ranges::min_element(equal, {},
                                     [&](const Standing* standing) { return distance(standing->line, name.line); });
}

} // namespace

std::optional<ItemNo> itemAt(const FormerName& name, Chronicle& chronicle, HistorySource& source,
                             StandingLookup& lookup) {
    const auto commit = chronicle.findCommit(name.commit);
    const auto blob = commit ? source.blobAt(name.commit, name.path) : std::nullopt;
    if (!blob || !chronicle.holdsAnnotations(*blob).value_or(false)) return std::nullopt;
    const HistoryRecord* record = lookup.find(*commit, chronicle.pathNo(name.path), *blob);
    if (record == nullptr) return std::nullopt;
    const std::string wanted = foldTitle(name.title);
    std::vector<const Standing*> equal;
    const Standing* atLine = nullptr;
    const Standing* alike = nullptr;
    std::uint32_t most = kLeastSimilar - 1;
    for (const Standing& standing : record->standing) {
        const std::string title = foldTitle(chronicle.text(standing.text).annotation.title);
        if (title == wanted) equal.push_back(&standing);
        if (standing.line == name.line && atLine == nullptr) atLine = &standing;
        const std::uint32_t similar = identity::similarity(title, wanted);
        if (similar > most) {
            most = similar;
            alike = &standing;
        }
    }
    const Standing* found = amongEqual(equal, name);
    if (found == nullptr) found = atLine != nullptr ? atLine : alike;
    return found == nullptr ? std::nullopt : std::optional(found->item);
}

} // namespace paydown::history
