// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/imagined_repository.h"

#include "core/base/sha256.h"
#include "core/model/names.h"
#include "scanner/history/assigner.h"
#include "tests/core/identity/simple_reader.h"
#include "tests/scanner/history/memory_history_store.h"

#include <numeric>
#include <sstream>
#include <tuple>

namespace paydown::tests {

namespace {

template <typename Id>
Id idOf(const std::string& text) {
    Id id;
    const auto digest = sha256(text);
    std::copy_n(digest.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

/// The commits of which a commit is one's ancestor or itself, by number.
std::vector<bool> ancestorsOf(CommitNo tip, HistoryStore& store) {
    std::vector<bool> isAncestor(tip + 1, false);
    isAncestor[tip] = true;
    for (CommitNo commit = tip + 1; commit-- > 0;) {
        if (!isAncestor[commit]) continue;
        for (const CommitNo parent : store.commit(commit).parents) isAncestor[parent] = true;
    }
    return isAncestor;
}

std::string describeEvent(const StoredEvent& event, HistoryStore& store) {
    std::string text = toHex(store.commit(event.commit).id).substr(0, 8) + ' ';
    text += event.ending ? nameOf(*event.ending) : nameOf(event.kind);
    text += ' ' + store.path(event.path) + ':' + std::to_string(event.line);
    if (event.fromPath != kNoNumber) text += " from " + store.path(event.fromPath);
    return text + " \"" + store.text(event.text).annotation.title + '"';
}

history::CommitWork workOf(const ImaginedRepository& repository, std::size_t index, history::Chronicle& chronicle,
                           ImaginedSource& source) {
    const auto& node = repository.commits[index];
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
        if (node.parents.size() < 2) work.touched.push_back(change.path);
        work.changes.push_back(std::move(change));
    }
    return work;
}

} // namespace

std::size_t ImaginedRepository::commit(std::vector<std::size_t> parents, const Tree& tree, const std::string& message) {
    std::string text = message + "\n" + std::to_string(parents.empty() ? commits.size() : 0);
    for (const std::size_t parent : parents) text += toHex(commits[parent].id);
    Node node;
    for (const auto& [path, bytes] : tree) {
        text += path + '\0' + bytes + '\0';
        node.blobs.emplace(path, idOf<BlobId>(bytes));
    }
    node.id = idOf<CommitId>(text);
    node.parents = std::move(parents);
    node.tree = tree;
    node.message = message;
    commits.push_back(std::move(node));
    return commits.size() - 1;
}

std::vector<std::size_t> ImaginedRepository::ancestry(std::size_t commit) const {
    std::set<std::size_t> found{commit};
    for (std::size_t at = commit + 1; at-- > 0;) {
        if (found.contains(at)) found.insert(commits[at].parents.begin(), commits[at].parents.end());
    }
    return {found.begin(), found.end()};
}

std::vector<std::size_t> ImaginedRepository::inOrder() const {
    std::vector<std::size_t> order(commits.size());
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

std::vector<std::size_t> ImaginedRepository::heads() const {
    std::vector<bool> hasChild(commits.size(), false);
    for (const Node& node : commits) {
        for (const std::size_t parent : node.parents) hasChild[parent] = true;
    }
    std::vector<std::size_t> heads;
    for (std::size_t at = 0; at < commits.size(); ++at) {
        if (!hasChild[at]) heads.push_back(at);
    }
    return heads;
}

ImaginedSource::ImaginedSource(const ImaginedRepository& repository, history::TextTable& texts) : m_texts(texts) {
    for (const auto& commit : repository.commits) {
        m_commits[commit.id] = &commit;
        for (const auto& [path, bytes] : commit.tree) m_bytes.emplace(commit.blobs.at(path), bytes);
    }
}

history::FileMarksPtr ImaginedSource::marksOf(std::string_view, const BlobId& blob) {
    if (isMissing(blob)) return nullptr;
    const auto [found, isNew] = m_marks.try_emplace(blob);
    const std::string_view bytes = m_bytes.at(blob);
    if (isNew) found->second = history::makeFileMarks(bytes, readSimply(bytes), m_texts);
    return found->second;
}

std::optional<std::string> ImaginedSource::bytesOf(const BlobId& blob) {
    return isMissing(blob) ? std::nullopt : std::optional(std::string(m_bytes.at(blob)));
}

std::string ImaginedSource::codeOf(std::string_view, std::string_view bytes) {
    std::string code;
    std::istringstream lines{std::string(bytes)};
    for (std::string line; std::getline(lines, line);) {
        code += line.substr(0, std::min(line.find("//"), line.find("/*"))) + "\n";
    }
    return code;
}

std::optional<BlobId> ImaginedSource::blobAt(const CommitId& commit, std::string_view path) {
    const auto& blobs = m_commits.at(commit)->blobs;
    const auto found = blobs.find(path);
    return found == blobs.end() ? std::nullopt : std::optional(found->second);
}

void ImaginedSource::differences(const CommitId& from, const CommitId& to, const OnDifference& onDifference) {
    for (const std::string& path : allPaths({from, to})) {
        const BlobId before = blobAt(from, path).value_or(BlobId{});
        const BlobId after = blobAt(to, path).value_or(BlobId{});
        if (before != after) onDifference(path, before, after);
    }
}

void ImaginedSource::files(const CommitId& commit, const OnFile& onFile) {
    for (const auto& [path, blob] : m_commits.at(commit)->blobs) onFile(path, blob);
}

std::set<std::string> ImaginedSource::allPaths(const std::vector<CommitId>& commits) const {
    std::set<std::string> paths;
    for (const CommitId& commit : commits) {
        for (const auto& [path, blob] : m_commits.at(commit)->blobs) paths.insert(path);
    }
    return paths;
}

void assignImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order,
                    history::Chronicle& chronicle, ImaginedSource& source, std::size_t flushEvery) {
    history::Assigner assigner(chronicle, source);
    std::size_t added = 0;
    for (const std::size_t index : order) {
        if (chronicle.findCommit(repository.commits[index].id)) continue;
        assigner.assign(workOf(repository, index, chronicle, source));
        if (++added % flushEvery == 0) chronicle.flush();
    }
    chronicle.flush();
}

void indexImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order, HistoryStore& store,
                   std::size_t flushEvery) {
    history::TextTable texts;
    ImaginedSource source(repository, texts);
    indexImagined(repository, order, store, source, flushEvery);
}

void indexImagined(const ImaginedRepository& repository, const std::vector<std::size_t>& order, HistoryStore& store,
                   ImaginedSource& source, std::size_t flushEvery) {
    history::Chronicle chronicle(store);
    assignImagined(repository, order, chronicle, source, flushEvery);
}

void scanImagined(const ImaginedRepository& repository, std::size_t tip, HistoryStore& store) {
    history::TextTable texts;
    history::Chronicle chronicle(store);
    ImaginedSource source(repository, texts);
    assignImagined(repository, repository.ancestry(tip), chronicle, source);
    NoSymbols symbols;
    history::TipBuilder builder(store, chronicle, source, symbols);
    chronicle.putTip(builder.build(*chronicle.findCommit(repository.commits[tip].id)));
    chronicle.flush();
}

TipState tipOf(const ImaginedRepository& repository, std::size_t commit, HistoryStore& store) {
    history::TextTable texts;
    history::Chronicle chronicle(store);
    ImaginedSource source(repository, texts);
    NoSymbols symbols;
    history::TipBuilder builder(store, chronicle, source, symbols);
    return builder.build(*store.findCommit(repository.commits[commit].id));
}

std::vector<StoredEvent> lifeOf(const TipItem& item, const TipState& tip, HistoryStore& store) {
    const std::vector<bool> isAncestor = ancestorsOf(tip.commit, store);
    std::vector<ItemNo> names = item.aliases;
    names.push_back(item.standing.item);
    std::vector<StoredEvent> life;
    for (const ItemNo name : names) {
        for (const StoredEvent& event : store.eventsOf(name)) {
            if (event.commit <= tip.commit && isAncestor[event.commit]) life.push_back(event);
        }
    }
    std::ranges::copy_if(tip.implied, std::back_inserter(life),
                         [&](const StoredEvent& event) { return event.item == item.standing.item; });
    std::ranges::stable_sort(life, {}, [&](const StoredEvent& event) {
        const bool isImplied = event.sequence == kImpliedSequence;
        return std::tuple(event.generation, store.commit(event.commit).id, isImplied, store.item(event.item).id,
                          event.sequence);
    });
    return life;
}

std::string describe(const TipState& tip, HistoryStore& store) {
    std::set<std::string> lines;
    for (const TipItem& item : tip.items) {
        std::ostringstream line;
        line << store.item(item.standing.item).id.value << ' ' << store.path(item.path) << ':' << item.standing.line
             << ' ' << store.text(item.standing.text).annotation.title;
        for (const TipItem::Also& also : item.also) line << " also " << store.path(also.path) << ':' << also.line;
        if (item.parent != kNoNumber) line << " copy of " << store.item(item.parent).id.value;
        if (item.ended != kNoNumber) {
            line << " ended " << nameOf(item.ending) << ' ' << toHex(store.commit(item.ended).id).substr(0, 8);
        }
        std::set<std::string> aliases;
        for (const ItemNo alias : item.aliases) aliases.insert(store.item(alias).id.value);
        for (const std::string& alias : aliases) line << " alias " << alias;
        line << " changed " << toHex(store.commit(item.changed).id).substr(0, 8);
        for (const StoredEvent& event : lifeOf(item, tip, store)) line << "\n    " << describeEvent(event, store);
        lines.insert(line.str());
    }
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

std::string describeAtOnce(const ImaginedRepository& repository, std::size_t tip) {
    MemoryHistoryStore store;
    indexImagined(repository, repository.inOrder(), store);
    return describe(tipOf(repository, tip, store), store);
}

} // namespace paydown::tests
