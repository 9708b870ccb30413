// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/assess.h"
#include "scanner/refresh/checkout.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// How near a place is to what a branch has changed.
enum class Nearness : std::uint8_t { Untouched, SameFile, SameLines };

/// What the checked-out branch has changed since it left the mainline, what is not committed yet included. Files are
/// compared when they are asked about. Lives no longer than the checkout.
class BranchChanges {
public:
    /// A place within so many lines of a changed one is among the changed lines.
    static constexpr std::uint32_t kReachLines = 20;

    /// @param against a revision; empty: the mainline. @throws Error when there is no commit, or no common ancestor.
    static BranchChanges read(Checkout& checkout, const std::string& against);

    [[nodiscard]] const CommitId& base() const { return m_base; }          ///< Where the branch left.
    [[nodiscard]] const std::string& against() const { return m_against; } ///< "origin/main".
    [[nodiscard]] const CommitSet& commits() const { return m_commits; }   ///< Of the branch, beyond the base.

    [[nodiscard]] Nearness nearnessOf(const Place& place);

private:
    /// By line, from 1: whether the branch changed it. Empty: the file is as it was.
    using ChangedLines = std::vector<char>;
    explicit BranchChanges(Checkout& checkout) : m_checkout(&checkout) {}
    [[nodiscard]] ChangedLines changedLines(const std::string& path) const;
    [[nodiscard]] std::string bytesAtBase(const std::string& path, std::string_view now) const;

    Checkout* m_checkout;
    CommitId m_base;
    std::string m_against;
    CommitSet m_commits;
    std::vector<std::string> m_gone; ///< Paths that the base has and HEAD has not.
    std::map<std::string, ChangedLines> m_linesOf;
};

} // namespace paydown
