// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/match.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::identity {

/// A version of a file that a commit replaced or removed, as one parent has it.
struct OldVersion {
    std::string_view path;     ///< Must outlive the matcher.
    std::uint64_t content = 0; ///< Equal for equal bytes.
    std::uint32_t parent = 0;
    bool gone = false; ///< The commit has no file of this path.
    std::vector<Mark> marks;
    std::vector<std::uint32_t> items; ///< Parallel to marks: which debt each is.
};

/// A version of a file that a commit brings: it differs from every parent's.
struct NewVersion {
    std::string_view path; ///< Must outlive the matcher.
    std::uint64_t content = 0;
    bool added = false; ///< No parent has a file of this path.
    std::vector<Mark> marks;
};

/// Where an annotation of a new version comes from.
struct Origin {
    std::uint32_t version = 0; ///< Index of the old version.
    std::uint32_t mark = 0;    ///< Index into its marks.
    Reason reason = Reason::Title;
    enum class Way : std::uint8_t { SameFile, Renamed, Elsewhere } way = Way::SameFile;

    friend bool operator==(const Origin&, const Origin&) = default;
};

/// A debt of another parent that an annotation, matched already, says equally: both were introduced independently.
struct Twin {
    std::uint32_t version = 0; ///< Of the new mark.
    std::uint32_t mark = 0;
    std::uint32_t item = 0; ///< The other debt.
};

/// Yields hashLines() of an old or new version; empty where its bytes cannot be read.
struct LineSource {
    std::function<std::vector<std::uint32_t>(std::uint32_t)> ofOld;
    std::function<std::vector<std::uint32_t>(std::uint32_t)> ofNew;
};

/// A mark of an old or of a new version.
struct Spot {
    std::uint32_t version = 0; ///< Index of the version.
    std::uint32_t mark = 0;    ///< Index into its marks.
};

/// Yields Mark::title of what a debt said in earlier commits.
using FormerTitles = std::function<std::vector<std::uint64_t>(std::uint32_t item)>;

/// Matches all that one commit changed: each file with its own old versions, then renamed files, then what left one
/// file for another. Pure apart from the lines it asks for. Use once per commit.
class CommitMatcher {
public:
    explicit CommitMatcher(LineSource lines) : m_lines(std::move(lines)) {}

    /// Versions in the order of (parent, path), so that ties break alike everywhere.
    std::uint32_t addOld(OldVersion version);
    /// @param olds the old versions of the same path, by parent.
    std::uint32_t addNew(NewVersion version, std::vector<std::uint32_t> olds);

    /// Files of one path, then renames, then elsewhere.
    void run();
    /// Matches what is left with old versions that were added after run().
    void matchElsewhere();
    /// Matches what is left with debts that once said the same: a rewording is taken back.
    void matchFormerTitles(const FormerTitles& formerTitles);

    [[nodiscard]] bool hasUnmatched() const;
    [[nodiscard]] const std::optional<Origin>& origin(std::uint32_t version, std::uint32_t mark) const {
        return m_news[version].origins[mark];
    }
    /// Whether a debt was matched with anything.
    [[nodiscard]] bool isMatched(std::uint32_t item) const;
    [[nodiscard]] const std::vector<Twin>& twins() const { return m_twins; }
    /// The old versions that became each new one by a rename; none for most.
    [[nodiscard]] std::optional<std::uint32_t> renamedFrom(std::uint32_t version) const {
        return m_news[version].renamedFrom;
    }

    [[nodiscard]] const OldVersion& oldVersion(std::uint32_t index) const { return m_olds[index]; }
    [[nodiscard]] std::size_t oldCount() const { return m_olds.size(); }
    [[nodiscard]] const NewVersion& newVersion(std::uint32_t index) const { return m_news[index].version; }

private:
    struct Entry {
        NewVersion version;
        std::vector<std::uint32_t> olds;
        std::vector<std::optional<Origin>> origins;
        std::optional<std::uint32_t> renamedFrom;
    };
    void matchFile(std::uint32_t now, const std::vector<std::uint32_t>& olds, Origin::Way way);
    void take(std::uint32_t old, std::uint32_t mark);
    void findTwins(std::uint32_t now);
    void matchRenames();
    [[nodiscard]] std::optional<Origin> formerOrigin(const Entry& entry, const Mark& here,
                                                     const std::vector<Spot>& spots) const;
    [[nodiscard]] bool hasUnmatched(const Entry& entry) const;
    [[nodiscard]] bool hasUntaken(std::uint32_t old) const;

    LineSource m_lines;
    std::vector<OldVersion> m_olds;
    std::vector<std::vector<bool>> m_taken; ///< By old version and mark.
    std::vector<Entry> m_news;
    std::vector<std::uint32_t> m_matchedItems; ///< Sorted.
    std::vector<Twin> m_twins;
};

} // namespace paydown::identity
