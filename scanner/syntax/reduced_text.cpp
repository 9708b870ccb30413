// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/syntax/reduced_text.h"

#include "scanner/syntax/outline.h"

#include <algorithm>

namespace paydown::syntax {

ReducedText::ReducedText(const Language& language, std::string_view text, std::span<const std::uint32_t> offsets)
    : m_original(text) {
    std::vector<std::uint32_t> ascending(offsets.begin(), offsets.end());
    std::ranges::sort(ascending);
    for (const TextRange& part : partsWithout(language, text, ascending))
        m_cuts.push_back({part.begin, part.end, 0, 0});
    cutOut();
}

void ReducedText::cutOut() {
    std::uint32_t kept = 0;
    std::uint32_t bytes = 0;
    std::uint32_t lines = 0;
    for (Cut& cut : m_cuts) {
        m_reduced += m_original.substr(kept, cut.begin - kept);
        kept = cut.end;
        const std::string_view gone = m_original.substr(cut.begin, cut.end - cut.begin);
        cut.bytesBefore = bytes += cut.end - cut.begin;
        cut.linesBefore = lines += static_cast<std::uint32_t>(std::ranges::count(gone, '\n'));
    }
    if (!m_cuts.empty()) m_reduced += m_original.substr(kept);
}

std::uint32_t ReducedText::reducedOffset(std::uint32_t offset) const {
    const auto behind = std::ranges::upper_bound(m_cuts, offset, {}, &Cut::begin);
    return behind == m_cuts.begin() ? offset : offset - std::prev(behind)->bytesBefore;
}

std::uint32_t ReducedText::linesCutBefore(std::uint32_t reducedOffset) const {
    const auto at = [](const Cut& cut) { return cut.end - cut.bytesBefore; }; // where the cut is in the reduced text
    const auto behind = std::ranges::upper_bound(m_cuts, reducedOffset, {}, at);
    return behind == m_cuts.begin() ? 0 : std::prev(behind)->linesBefore;
}

} // namespace paydown::syntax
