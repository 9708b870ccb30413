// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/branch_changes.h"

#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/git/tree_diff.h"
#include "core/identity/line_map.h"
#include "scanner/tree/file_bytes.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace paydown {

namespace {

/// A gone file is the old name of one that shares at least this many thousandths of its lines.
constexpr std::uint32_t kLeastCommonLines = 500;

std::vector<std::string> pathsGone(const git::Repository& repository, const CommitId& base, const CommitId& head) {
    std::vector<std::string> gone;
    git::TreeReader trees(repository);
    const std::array<TreeId, 1> before{trees.treeOf(base)};
    trees.compare(trees.treeOf(head), before, [&](const git::TreeChange& change) {
        if (!change.now) gone.emplace_back(change.path);
    });
    return gone;
}

std::string bytesNow(Checkout& checkout, const std::string& path) {
    if (checkout.repository().isBare()) {
        return git::findFile(checkout.repository(), checkout.repository().headCommit(), path).value_or(std::string());
    }
    std::string bytes;
    std::string reason;
    if (!readFileBytes(checkout.root() + "/" + path, checkout.config().scan.maxFileBytes, bytes, reason)) bytes.clear();
    return bytes;
}

} // namespace

BranchChanges BranchChanges::read(Checkout& checkout, const std::string& against) {
    BranchChanges changes(checkout);
    const git::Repository& repository = checkout.repository();
    const CommitId head = repository.headCommit();
    git::Mainline mainline;
    if (against.empty())
        mainline = git::resolveMainline(repository, checkout.config().mainline);
    else
        mainline = {git::resolveCommit(repository, against), against};
    const auto base = git::mergeBase(repository, mainline.tip, head);
    if (!base) {
        throw Error(fmt::format("this branch has no ancestor in common with {}", mainline.name),
                    repository.isShallow() ? "this clone is shallow: git fetch --unshallow"
                                           : "name another: --against REV");
    }
    changes.m_base = *base;
    changes.m_against = mainline.name;
    const auto commits = git::commitsBetween(repository, *base, head);
    changes.m_commits =
        std::make_shared<const std::unordered_set<CommitId, ObjectIdHash>>(commits.begin(), commits.end());
    changes.m_gone = pathsGone(repository, *base, head);
    return changes;
}

/// The version of the base; of a file that it lacks, the gone one that this was made from; else nothing.
std::string BranchChanges::bytesAtBase(const std::string& path, std::string_view now) const {
    const git::Repository& repository = m_checkout->repository();
    if (auto bytes = git::findFile(repository, m_base, path)) return std::move(*bytes);
    const auto lines = identity::hashLines(now);
    std::string best;
    std::uint32_t mostCommon = kLeastCommonLines - 1;
    for (const std::string& old : m_gone) {
        auto bytes = git::findFile(repository, m_base, old);
        const std::uint32_t common = bytes ? identity::commonLines(identity::hashLines(*bytes), lines) : 0;
        if (common <= mostCommon) continue;
        mostCommon = common;
        best = std::move(*bytes);
    }
    return best;
}

BranchChanges::ChangedLines BranchChanges::changedLines(const std::string& path) const {
    const std::string now = bytesNow(*m_checkout, path);
    const std::string before = bytesAtBase(path, now);
    if (now == before) return {};
    const auto linesBefore = identity::hashLines(before);
    const auto linesNow = identity::hashLines(now);
    const identity::LineMap map(linesBefore, linesNow);
    ChangedLines changed(linesNow.size() + 2, 1);
    changed.front() = changed.back() = 0;
    std::uint32_t expected = 1;
    for (std::uint32_t line = 1; line <= linesBefore.size(); ++line) {
        const std::uint32_t after = map.lineAfter(line);
        if (after == 0) continue;
        changed[after] = 0;
        // Where lines went, the ones that closed ranks are next to a change.
        if (line != expected) changed[after] = 1;
        expected = line + 1;
    }
    if (expected != linesBefore.size() + 1) changed[linesNow.size()] = 1;
    return changed;
}

Nearness BranchChanges::nearnessOf(const Place& place) {
    const auto [found, isNew] = m_linesOf.try_emplace(place.path);
    if (isNew) found->second = changedLines(place.path);
    const ChangedLines& changed = found->second;
    if (changed.empty()) return Nearness::Untouched;
    const std::size_t last = changed.size() - 1;
    const std::size_t begin = place.line > kReachLines ? place.line - kReachLines : 1;
    const std::size_t end = std::min<std::size_t>(place.line + kReachLines, last);
    for (std::size_t line = begin; line <= end; ++line) {
        if (changed[line] != 0) return Nearness::SameLines;
    }
    return Nearness::SameFile;
}

} // namespace paydown
