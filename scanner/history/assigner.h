// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/commit_matcher.h"
#include "core/identity/ending.h"
#include "scanner/history/ancestry.h"
#include "scanner/history/chronicle.h"
#include "scanner/history/source.h"
#include "scanner/history/standing.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace paydown::history {

/// Version of the rules by which items are assigned. A change makes every registry rebuild its walk.
inline constexpr int kMatcherVersion = 5;

/// Says of every annotation of a commit which item it is, and what the commit did to items: identity sections 1 and 2.
/// A pure function of the commits given so far and of what the source says about them. One thread.
class Assigner {
public:
    Assigner(Chronicle& chronicle, HistorySource& source)
        : m_chronicle(chronicle), m_source(source), m_standing(chronicle, source) {}

    /// @pre the parents were assigned. Adds the commit, its records, items, events and aliases to the chronicle.
    void assign(const CommitWork& work);

    /// So far.
    [[nodiscard]] std::uint64_t introduced() const { return m_introduced; }
    [[nodiscard]] std::uint64_t ended() const { return m_ended; }

private:
    struct OldFile {
        PathNo path = 0;
        BlobId blob;
        FileMarksPtr marks;
        const HistoryRecord* record = nullptr;
    };
    struct NewFile {
        PathNo path = 0;
        BlobId blob;
        FileMarksPtr marks;
        const std::vector<BlobId>* before = nullptr; ///< By parent, as in the work.
        std::vector<ItemNo> items;                   ///< Parallel to the marks, as they are assigned.
    };
    /// The two versions of a file in which something ended.
    struct EndedFile {
        std::uint32_t old = 0;             ///< Index of the matcher's old version.
        std::optional<std::string> before; ///< Nothing where it cannot be read.
        std::optional<std::string> after;
        std::optional<identity::EndingJudge> judge; ///< Of the bytes above.
    };
    /// The commit at hand.
    struct Current {
        const CommitWork* work = nullptr;
        CommitNo commit = 0;
        std::vector<CommitNo> parents;
        std::vector<OldFile> olds; ///< By index of the matcher's old versions.
        std::vector<NewFile> news; ///< By index of the matcher's new versions.
        std::unique_ptr<AncestorWalk> ancestors;
        std::vector<std::unique_ptr<AncestorWalk>> ancestorsOf; ///< By parent; made when asked for.
        std::unique_ptr<identity::CommitMatcher> matcher;
        std::optional<std::string> message;
        std::unique_ptr<EndedFile> ended; ///< The one judged last.
        std::set<ItemNo> carried;         ///< Stand in files that cannot be read.
    };

    void collectVersions();
    std::optional<std::uint32_t> addOld(std::uint32_t parent, PathNo path, const BlobId& blob, bool gone);
    void carryOver(const FileChange& change, const std::vector<std::uint32_t>& olds);
    void addWideVersions();
    [[nodiscard]] std::vector<std::uint64_t> formerTitlesOf(ItemNo item);
    void assignFile(std::uint32_t file);
    ItemNo assignMatched(std::uint32_t file, std::uint32_t mark, const identity::Origin& origin);
    ItemNo assignUnmatched(std::uint32_t file, std::uint32_t mark);
    void joinWithGrave(std::uint32_t file, std::uint32_t mark);
    ItemNo introduce(std::uint32_t file, std::uint32_t mark, ItemNo parent);
    [[nodiscard]] std::optional<StoredEvent> findInGraveyard(std::uint32_t file, std::uint32_t mark);
    [[nodiscard]] bool isOnlyOneSaying(std::uint64_t title, ItemNo item);
    [[nodiscard]] bool isRecent(const StoredEvent& ending, PathNo path);
    [[nodiscard]] bool stoodAgain(ItemNo item, const StoredEvent& ending);
    [[nodiscard]] std::optional<StoredEvent> findLost(std::uint32_t file, std::uint32_t mark);
    [[nodiscard]] std::optional<ItemNo> findOriginal(std::uint32_t file, std::uint32_t mark);
    void assignTwins();
    void endUnmatched();
    [[nodiscard]] bool endsHere(ItemNo item, std::uint32_t parent, PathNo path);
    void end(ItemNo item, std::uint32_t old, std::uint32_t mark);
    bool livesOnInCopy(ItemNo item, std::uint64_t titleHash);
    [[nodiscard]] bool standsElsewhere(ItemNo item);
    [[nodiscard]] bool standsAt(CommitNo commit, const std::set<ItemNo>& names);
    [[nodiscard]] std::set<ItemNo> namesOf(ItemNo item);
    [[nodiscard]] EndingKind endingKind(ItemNo item, std::uint32_t old, std::uint32_t mark);
    [[nodiscard]] EndedFile& endedFile(std::uint32_t old, const BlobId& now);
    [[nodiscard]] bool revertsIntroductionOf(ItemNo item);
    [[nodiscard]] bool isAncestor(CommitNo commit);
    [[nodiscard]] bool isAncestorOfParent(std::uint32_t parent, CommitNo commit);
    /// The last one among the ancestors; null when there is none.
    [[nodiscard]] const StoredEvent* latestEvent(ItemNo item);
    [[nodiscard]] const Standing& oldStanding(std::uint32_t old, std::uint32_t mark) const;
    [[nodiscard]] StoredEvent eventAt(std::uint32_t file, std::uint32_t mark, ItemNo item, EventKind kind);
    [[nodiscard]] bool hasLeft(ItemNo item, CommitNo commit);
    void alias(ItemNo item, ItemNo other);

    Chronicle& m_chronicle;
    HistorySource& m_source;
    StandingLookup m_standing;
    Current m_now;
    std::uint64_t m_introduced = 0;
    std::uint64_t m_ended = 0;
};

} // namespace paydown::history
