// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "scanner/history/assigner.h"
#include "scanner/history/tip_builder.h"
#include "tests/core/identity/simple_reader.h"
#include "tests/scanner/history/memory_history_store.h"

#include "core/base/sha256.h"

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace paydown::tests {

using Tree = std::map<std::string, std::string>;

/// A commit graph whose trees are maps from paths to texts: random histories in microseconds, without git.
class ImaginedRepository final : public history::SymbolReader {
public:
    struct Node {
        CommitId id;
        std::vector<std::size_t> parents;
        Tree tree;
        std::string message;
    };

    /// Commits are named by their contents and parents, as git does.
    std::size_t commit(std::vector<std::size_t> parents, const Tree& tree, const std::string& message = {}) {
        std::string text = message + "\n" + std::to_string(parents.empty() ? commits.size() : 0);
        for (const std::size_t parent : parents) text += toHex(commits[parent].id);
        for (const auto& [path, bytes] : tree) text += path + '\0' + bytes + '\0';
        Node node{idOf<CommitId>(text), std::move(parents), tree, message};
        commits.push_back(std::move(node));
        return commits.size() - 1;
    }

    template <typename Id>
    static Id idOf(const std::string& text) {
        Id id;
        const auto digest = sha256(text);
        std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
        return id;
    }

    std::vector<StoredShown> read(const std::vector<File>& files) override {
        return std::vector<StoredShown>(files.size());
    }

    std::vector<Node> commits;
};

/// HistorySource over it.
class ImaginedSource final : public history::HistorySource {
public:
    ImaginedSource(const ImaginedRepository& repository, history::TextTable& texts) : m_texts(texts) {
        for (const auto& commit : repository.commits) {
            m_commits[commit.id] = &commit;
            for (const auto& [path, bytes] : commit.tree) m_bytes[ImaginedRepository::idOf<BlobId>(bytes)] = bytes;
        }
    }
    history::FileMarksPtr marksOf(std::string_view, const BlobId& blob) override {
        if (isMissing(blob)) return nullptr;
        const std::string& bytes = m_bytes.at(blob);
        return history::makeFileMarks(bytes, readSimply(bytes), m_texts);
    }
    bool isMissing(const BlobId& blob) override { return m_bytes.at(blob).starts_with("MISSING"); }
    std::optional<std::string> bytesOf(const BlobId& blob) override {
        return isMissing(blob) ? std::nullopt : std::optional(m_bytes.at(blob));
    }
    std::string codeOf(std::string_view, std::string_view bytes) override {
        std::string code;
        std::istringstream lines{std::string(bytes)};
        for (std::string line; std::getline(lines, line);) code += line.substr(0, line.find("//")) + "\n";
        return code;
    }
    std::string messageOf(const CommitId& commit) override { return m_commits.at(commit)->message; }
    std::optional<BlobId> blobAt(const CommitId& commit, std::string_view path) override {
        const Tree& tree = m_commits.at(commit)->tree;
        const auto found = tree.find(std::string(path));
        return found == tree.end() ? std::nullopt : std::optional(ImaginedRepository::idOf<BlobId>(found->second));
    }
    void differences(const CommitId& from, const CommitId& to, const OnDifference& onDifference) override {
        for (const std::string& path : allPaths({from, to})) {
            const BlobId before = blobAt(from, path).value_or(BlobId{});
            const BlobId after = blobAt(to, path).value_or(BlobId{});
            if (before != after) onDifference(path, before, after);
        }
    }
    void files(const CommitId& commit, const OnFile& onFile) override {
        for (const auto& [path, bytes] : m_commits.at(commit)->tree) {
            onFile(path, ImaginedRepository::idOf<BlobId>(bytes));
        }
    }
    bool standsUnscanned(const CommitId&, const BlobId&) override { return false; }

    std::set<std::string> allPaths(const std::vector<CommitId>& commits) {
        std::set<std::string> paths;
        for (const CommitId& commit : commits) {
            for (const auto& [path, bytes] : m_commits.at(commit)->tree) paths.insert(path);
        }
        return paths;
    }

private:
    history::TextTable& m_texts;
    std::map<CommitId, const ImaginedRepository::Node*> m_commits;
    std::map<BlobId, std::string> m_bytes;
};

/// Indexes commits of an imagined repository into a store, as one process would: nothing but the store outlives it.
inline void indexImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order,
                          HistoryStore& store, std::size_t flushEvery = 1000) {
    history::TextTable texts;
    history::Chronicle chronicle(store);
    ImaginedSource source(repository, texts);
    history::Assigner assigner(chronicle, source);
    std::size_t added = 0;
    for (const std::size_t index : order) {
        const auto& node = repository.commits[index];
        if (chronicle.findCommit(node.id)) continue;
        history::CommitWork work;
        work.commit.id = node.id;
        std::vector<CommitId> all{node.id};
        for (const std::size_t parent : node.parents) work.commit.parents.push_back(repository.commits[parent].id);
        all.insert(all.end(), work.commit.parents.begin(), work.commit.parents.end());
        for (const std::string& path : source.allPaths(all)) {
            history::FileChange change{chronicle.pathNo(path), source.blobAt(node.id, path).value_or(BlobId{}), {}};
            for (const CommitId& parent : work.commit.parents) {
                change.before.push_back(source.blobAt(parent, path).value_or(BlobId{}));
            }
            if (std::ranges::find(change.before, change.now) != change.before.end()) continue;
            if (!change.now.isNull()) {
                const bool holds = source.isMissing(change.now) || source.marksOf(path, change.now) != nullptr;
                chronicle.addBlob(change.now, holds);
            }
            work.changes.push_back(std::move(change));
        }
        assigner.assign(work);
        if (++added % flushEvery == 0) chronicle.flush();
    }
    chronicle.flush();
}

/// What stands and what ended at a commit, in words that hold in every clone: ids, places, kinds.
inline std::string describeTip(ImaginedRepository& repository, std::size_t tip, HistoryStore& store) {
    history::TextTable texts;
    history::Chronicle chronicle(store);
    ImaginedSource source(repository, texts);
    history::TipBuilder builder(store, chronicle, source, repository);
    const TipState state = builder.build(*store.findCommit(repository.commits[tip].id));
    std::set<std::string> lines;
    for (const TipItem& item : state.items) {
        std::ostringstream line;
        line << store.item(item.standing.item).id.value << ' ' << store.path(item.path) << ':' << item.standing.line
             << ' ' << store.text(item.standing.text).annotation.title;
        for (const TipItem::Also& also : item.also) line << " also " << store.path(also.path) << ':' << also.line;
        if (item.ended != kNoNumber) {
            line << " ended " << nameOf(item.ending) << ' ' << toHex(store.commit(item.ended).id).substr(0, 8);
        }
        std::set<std::string> aliases;
        for (const ItemNo alias : item.aliases) aliases.insert(store.item(alias).id.value);
        for (const std::string& alias : aliases) line << " alias " << alias;
        line << " changed " << toHex(store.commit(item.changed).id).substr(0, 8);
        lines.insert(line.str());
    }
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

} // namespace paydown::tests
