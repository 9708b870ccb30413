// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/blob_reader.h"
#include "core/git/tree_diff.h"
#include "scanner/history/index_tips.h"
#include "scanner/history/source.h"
#include "scanner/history/tip_builder.h"

#include <unordered_map>
#include <unordered_set>

namespace paydown::history {

/// HistorySource over a git repository. One thread.
class GitSource final : public HistorySource {
public:
    GitSource(const git::Repository& repository, const IndexRequest& request, const FileReader& reader,
              TextTable& texts);

    /// Hands over what was read already, so that it is not read again.
    void keepMarks(std::string_view path, const BlobId& blob, FileMarksPtr marks);
    void keepMissing(const BlobId& blob) { m_missing.insert(blob); }
    void keepTree(const CommitId& commit, const TreeId& tree) { m_trees.emplace(commit, tree); }

    [[nodiscard]] FileMarksPtr marksOf(std::string_view path, const BlobId& blob) override;
    [[nodiscard]] bool isMissing(const BlobId& blob) override { return m_missing.contains(blob); }
    [[nodiscard]] std::optional<std::string> bytesOf(const BlobId& blob) override;
    [[nodiscard]] std::string codeOf(std::string_view path, std::string_view bytes) override;
    [[nodiscard]] std::string messageOf(const CommitId& commit) override;
    [[nodiscard]] std::optional<BlobId> blobAt(const CommitId& commit, std::string_view path) override;
    void differences(const CommitId& from, const CommitId& to, const OnDifference& onDifference) override;
    void files(const CommitId& commit, const OnFile& onFile) override;
    [[nodiscard]] bool standsUnscanned(const CommitId& commit, const BlobId& blob) override;

private:
    struct Key {
        BlobId blob;
        std::string path;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const { return ObjectIdHash{}(key.blob); }
    };
    [[nodiscard]] const TreeId& treeOf(const CommitId& commit);

    const git::Repository& m_repository;
    const IndexRequest& m_request;
    const FileReader& m_reader;
    TextTable& m_texts;
    git::TreeReader m_treeReader;
    std::unordered_map<CommitId, TreeId, ObjectIdHash> m_trees;
    std::unordered_map<Key, FileMarksPtr, KeyHash> m_marks;
    std::unordered_set<BlobId, ObjectIdHash> m_missing;
};

/// Parses the files of live items with their grammars.
class GitSymbolReader final : public SymbolReader {
public:
    GitSymbolReader(const git::Repository& repository, const IndexRequest& request, const FileReader& reader,
                    const std::stop_token& stop)
        : m_repository(repository), m_request(request), m_reader(reader), m_stop(stop) {}

    [[nodiscard]] std::vector<StoredShown> read(const std::vector<File>& files) override;

private:
    const git::Repository& m_repository;
    const IndexRequest& m_request;
    const FileReader& m_reader;
    const std::stop_token& m_stop;
};

} // namespace paydown::history
