// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/history/source.h"
#include "scanner/history/tip_builder.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace paydown::tests {

using Tree = std::map<std::string, std::string>;

/// A commit graph whose trees are maps from paths to texts: random histories in microseconds, without git.
class ImaginedRepository {
public:
    struct Node {
        CommitId id;
        std::vector<std::size_t> parents;
        Tree tree;
        std::map<std::string, BlobId, std::less<>> blobs; ///< By path, as the tree.
        std::string message;
    };

    /// Commits are named by their contents and parents, as git does. @param parents indexes of earlier commits.
    std::size_t commit(std::vector<std::size_t> parents, const Tree& tree, const std::string& message = {});
    /// Gives a commit the name that another repository with this history has for it.
    void rename(std::size_t commit, const CommitId& id) { commits[commit].id = id; }

    [[nodiscard]] std::size_t tip() const { return commits.size() - 1; }
    /// A commit and all that it came from, parents first.
    [[nodiscard]] std::vector<std::size_t> ancestry(std::size_t commit) const;
    /// All commits as they were made.
    [[nodiscard]] std::vector<std::size_t> inOrder() const;
    /// Heads of every line of development: commits that are nobody's parent.
    [[nodiscard]] std::vector<std::size_t> heads() const;

    std::vector<Node> commits;
};

/// When a history that is made for real begins, in seconds; its commits are a day apart.
inline constexpr long long kFirstDay = 1704110400;
inline constexpr long long kDay = 86400;

/// A file that cannot be read: a gap.
inline constexpr std::string_view kMissing = "MISSING";

/// HistorySource over it.
class ImaginedSource : public history::HistorySource {
public:
    ImaginedSource(const ImaginedRepository& repository, history::TextTable& texts);
    history::FileMarksPtr marksOf(std::string_view path, const BlobId& blob) override;
    bool isMissing(const BlobId& blob) override { return m_bytes.at(blob).starts_with(kMissing); }
    std::optional<std::string> bytesOf(const BlobId& blob) override;
    std::string codeOf(std::string_view path, std::string_view bytes) override;
    std::string messageOf(const CommitId& commit) override { return m_commits.at(commit)->message; }
    std::optional<BlobId> blobAt(const CommitId& commit, std::string_view path) override;
    void differences(const CommitId& from, const CommitId& to, const OnDifference& onDifference) override;
    void files(const CommitId& commit, const OnFile& onFile) override;
    bool standsUnscanned(const CommitId&, const BlobId&) override { return false; }

    [[nodiscard]] std::set<std::string> allPaths(const std::vector<CommitId>& commits) const;

private:
    history::TextTable& m_texts;
    std::map<CommitId, const ImaginedRepository::Node*> m_commits;
    std::map<BlobId, std::string_view> m_bytes;
    std::map<BlobId, history::FileMarksPtr> m_marks;
};

/// Knows no symbols.
class NoSymbols final : public history::SymbolReader {
public:
    std::vector<StoredShown> read(const std::vector<File>& files) override {
        return std::vector<StoredShown>(files.size());
    }
};

/// Assigns commits, those passed over that are known already. @param flushEvery commits of a batch.
void assignImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order,
                    history::Chronicle& chronicle, ImaginedSource& source, std::size_t flushEvery = 1000);

/// Indexes commits into a store, as one process would: nothing but the store outlives it. Those that the store has are
/// passed over. @param flushEvery commits of a batch.
void indexImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order, HistoryStore& store,
                   std::size_t flushEvery = 1000);
/// The same through a source of the caller's.
void indexImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order, HistoryStore& store,
                   ImaginedSource& source, std::size_t flushEvery);

/// One process that reads what is new up to a commit and keeps that as a tip, built on another one where it can be.
void scanImagined(const ImaginedRepository& repository, std::size_t tip, HistoryStore& store);

/// What stands and what has ended at a commit, built whole.
[[nodiscard]] TipState tipOf(const ImaginedRepository& repository, std::size_t commit, HistoryStore& store);

/// The life of an item of a tip, its aliases' and what only the tip knows included, oldest event first.
[[nodiscard]] std::vector<StoredEvent> lifeOf(const TipItem& item, const TipState& tip, HistoryStore& store);

/// A tip in words that hold in every clone: ids, places, kinds, aliases and lives.
[[nodiscard]] std::string describe(const TipState& tip, HistoryStore& store);

/// describe() of a repository that is indexed at once.
[[nodiscard]] std::string describeAtOnce(const ImaginedRepository& repository, std::size_t tip);

} // namespace paydown::tests
