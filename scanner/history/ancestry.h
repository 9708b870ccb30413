// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/chronicle.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace paydown::history {

/// The ancestors of some commits, those commits included, found as far back as asked for. A commit's number is greater
/// than its parents', so a question about a commit costs the ancestors of higher numbers only, once: a bit is set for
/// each, and the bits are gone through from the highest down.
class AncestorWalk {
public:
    AncestorWalk(Chronicle& chronicle, const std::vector<CommitNo>& from) : m_chronicle(chronicle) {
        for (const CommitNo commit : from) m_next = std::max(m_next, commit + 1);
        m_bits.resize((m_next + 63) / 64);
        for (const CommitNo commit : from) add(commit);
    }

    [[nodiscard]] bool contains(CommitNo commit) {
        while (m_next > commit + 1) goBack(commit);
        return commit / 64 < m_bits.size() && (m_bits[commit / 64] >> (commit % 64) & 1U) != 0;
    }

private:
    void add(CommitNo commit) { m_bits[commit / 64] |= std::uint64_t{1} << (commit % 64); }

    /// Moves to the highest ancestor that has not been looked at, unless that is `end` or lower.
    void goBack(CommitNo end) {
        const CommitNo word = (m_next - 1) / 64;
        const std::uint64_t below = m_next % 64 == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << (m_next % 64)) - 1;
        const std::uint64_t left = m_bits[word] & below;
        if (left == 0) {
            m_next = std::max(word * 64, end + 1);
            return;
        }
        const CommitNo commit = word * 64 + 63 - static_cast<CommitNo>(std::countl_zero(left));
        m_next = std::max(commit, end + 1);
        if (commit <= end) return;
        for (const CommitNo parent : m_chronicle.node(commit).parents) add(parent);
    }

    Chronicle& m_chronicle;
    std::vector<std::uint64_t> m_bits; ///< By number, up to the highest asked about.
    CommitNo m_next = 0;               ///< One past the highest that has not been looked at.
};

} // namespace paydown::history
