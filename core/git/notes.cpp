// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/notes.h"

#include "core/git/repository_handle.h"

#include <algorithm>

namespace paydown::git {

namespace {

constexpr std::size_t kHexDigits = 40;
constexpr unsigned kDeepestFanOut = 19;

using TreePtr = std::unique_ptr<git_tree, Freed<git_tree_free>>;
using TreeBuilderPtr = std::unique_ptr<git_treebuilder, Freed<git_treebuilder_free>>;
using CommitPtr = std::unique_ptr<git_commit, Freed<git_commit_free>>;
using SignaturePtr = std::unique_ptr<git_signature, Freed<git_signature_free>>;

TreePtr lookUpTree(git_repository* repository, const TreeId& id) {
    git_tree* found = nullptr;
    const git_oid oid = oidOf(id);
    const int code = git_tree_lookup(&found, repository, &oid);
    TreePtr tree(found);
    checkGit(code, "read the notes");
    return tree;
}

CommitPtr lookUpCommit(git_repository* repository, const CommitId& id, std::string_view doing) {
    git_commit* found = nullptr;
    const git_oid oid = oidOf(id);
    const int code = git_commit_lookup(&found, repository, &oid);
    CommitPtr commit(found);
    checkGit(code, doing);
    return commit;
}

bool isHex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::size_t byteOf(std::string_view twoDigits) {
    const auto digit = [](char c) { return static_cast<std::size_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
    return digit(twoDigits[0]) << 4 | digit(twoDigits[1]);
}

TreeBuilderPtr newTree(git_repository* repository) {
    git_treebuilder* made = nullptr;
    const int code = git_treebuilder_new(&made, repository, nullptr);
    TreeBuilderPtr builder(made);
    checkGit(code, "write the notes");
    return builder;
}

template <typename Id>
void insert(git_treebuilder* builder, const std::string& name, const Id& id, git_filemode_t mode) {
    const git_oid oid = oidOf(id);
    checkGit(git_treebuilder_insert(nullptr, builder, name.c_str(), &oid, mode), "write the notes");
}

TreeId finish(git_treebuilder* builder) {
    git_oid oid;
    checkGit(git_treebuilder_write(&oid, builder), "write the notes");
    return idOf<TreeId>(oid);
}

/// git takes no name with angle brackets or line feeds, and none that is empty.
std::string asSignature(std::string text, const char* whenEmpty) {
    std::erase_if(text, [](char c) { return c == '<' || c == '>' || c == '\n' || c == '\0'; });
    return text.empty() ? whenEmpty : text;
}

} // namespace

NotesTree::NotesTree(const Repository& repository, const std::optional<CommitId>& commit) : m_repository(repository) {
    if (commit) readRoot(treeOf(repository, *commit));
}

void NotesTree::readRoot(const TreeId& id) {
    const TreePtr tree = lookUpTree(m_repository.handle().get(), id);
    std::vector<std::pair<NotedId, BlobId>> withoutFolder; // Joined to their bucket once its tree is known.
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
        const std::string name = git_tree_entry_name(entry);
        const bool isFolder = git_tree_entry_type(entry) == GIT_OBJECT_TREE;
        if (isFolder && name.size() == 2 && isHex(name)) {
            m_buckets[byteOf(name)].tree = idOf<TreeId>(*git_tree_entry_id(entry));
        } else if (const auto object = parseObjectId<NotedId>(name); object && !isFolder && isHex(name)) {
            withoutFolder.emplace_back(*object, idOf<BlobId>(*git_tree_entry_id(entry)));
        } else {
            m_others.push_back({name, idOf<TreeId>(*git_tree_entry_id(entry)),
                                static_cast<std::uint32_t>(git_tree_entry_filemode_raw(entry))});
        }
    }
    for (const auto& [object, note] : withoutFolder) set(object, note);
}

void NotesTree::readFolder(const TreeId& id, const std::string& prefix, std::map<NotedId, BlobId>& into,
                           unsigned depth) {
    const TreePtr tree = lookUpTree(m_repository.handle().get(), id);
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        const git_tree_entry* entry = git_tree_entry_byindex(tree.get(), i);
        const std::string name = prefix + git_tree_entry_name(entry);
        if (!isHex(name) || name.size() > kHexDigits) continue;
        if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
            if (depth < kDeepestFanOut) readFolder(idOf<TreeId>(*git_tree_entry_id(entry)), name, into, depth + 1);
        } else if (const auto object = parseObjectId<NotedId>(name)) {
            into.try_emplace(*object, idOf<BlobId>(*git_tree_entry_id(entry)));
        }
    }
}

NotesTree::Bucket& NotesTree::loaded(std::size_t first) {
    Bucket& bucket = m_buckets[first];
    if (!bucket.loaded) {
        bucket.loaded = true;
        constexpr const char* kDigits = "0123456789abcdef";
        if (bucket.tree) readFolder(*bucket.tree, {kDigits[first >> 4], kDigits[first & 15U]}, bucket.notes, 1);
    }
    return bucket;
}

std::optional<BlobId> NotesTree::find(const NotedId& object) {
    const auto& notes = loaded(object.bytes[0]).notes;
    const auto found = notes.find(object);
    return found == notes.end() ? std::nullopt : std::optional(found->second);
}

void NotesTree::set(const NotedId& object, const BlobId& note) {
    Bucket& bucket = loaded(object.bytes[0]);
    BlobId& place = bucket.notes[object];
    if (place == note) return;
    place = note;
    bucket.changed = true;
}

void NotesTree::visit(const OnNote& onNote) {
    for (std::size_t first = 0; first < m_buckets.size(); ++first) {
        for (const auto& [object, note] : loaded(first).notes) onNote(object, note);
    }
}

void NotesTree::visitDifferences(NotesTree& other, const OnDifference& onDifference) {
    for (std::size_t first = 0; first < m_buckets.size(); ++first) {
        const Bucket& a = m_buckets[first];
        const Bucket& b = other.m_buckets[first];
        if (!a.changed && !b.changed && a.tree == b.tree) continue;
        const auto& mine = loaded(first).notes;
        const auto& theirs = other.loaded(first).notes;
        auto at = mine.begin();
        auto there = theirs.begin();
        while (at != mine.end() || there != theirs.end()) {
            const bool onlyMine = there == theirs.end() || (at != mine.end() && at->first < there->first);
            const bool onlyTheirs = !onlyMine && (at == mine.end() || there->first < at->first);
            const NotedId object = onlyTheirs ? there->first : at->first;
            const std::optional<BlobId> a2 = onlyTheirs ? std::nullopt : std::optional(at->second);
            const std::optional<BlobId> b2 = onlyMine ? std::nullopt : std::optional(there->second);
            if (!onlyTheirs) ++at;
            if (!onlyMine) ++there;
            if (a2 != b2) onDifference(object, a2, b2);
        }
    }
}

TreeId NotesTree::writeBucket(const Bucket& bucket) {
    const TreeBuilderPtr builder = newTree(m_repository.handle().get());
    for (const auto& [object, note] : bucket.notes)
        insert(builder.get(), toHex(object).substr(2), note, GIT_FILEMODE_BLOB);
    return finish(builder.get());
}

TreeId NotesTree::write() {
    const TreeBuilderPtr root = newTree(m_repository.handle().get());
    for (std::size_t first = 0; first < m_buckets.size(); ++first) {
        Bucket& bucket = m_buckets[first];
        if (bucket.changed) bucket.tree = writeBucket(bucket);
        bucket.changed = false;
        if (bucket.tree) insert(root.get(), fmt::format("{:02x}", first), *bucket.tree, GIT_FILEMODE_TREE);
    }
    for (const auto& other : m_others)
        insert(root.get(), other.name, other.id, static_cast<git_filemode_t>(other.mode));
    return finish(root.get());
}

std::optional<CommitId> referenceTip(const Repository& repository, const std::string& name) {
    git_oid oid;
    if (git_reference_name_to_id(&oid, repository.handle().get(), name.c_str()) < 0) return std::nullopt;
    return idOf<CommitId>(oid);
}

bool moveReference(const Repository& repository, const std::string& name, const CommitId& to,
                   const std::optional<CommitId>& expected, const std::string& why) {
    git_reference* moved = nullptr;
    const git_oid target = oidOf(to);
    const git_oid current = expected ? oidOf(*expected) : git_oid{};
    git_repository* handle = repository.handle().get();
    // "Force" is what allows an existing reference to be moved; the expected value is what keeps it from being lost.
    const int code =
        expected ? git_reference_create_matching(&moved, handle, name.c_str(), &target, 1, &current, why.c_str())
                 : git_reference_create(&moved, handle, name.c_str(), &target, 0, why.c_str());
    const ReferencePtr reference(moved);
    if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ELOCKED || code == GIT_ENOTFOUND) return false;
    checkGit(code, "move " + name);
    return true;
}

BlobId writeNote(const Repository& repository, std::string_view text) {
    git_oid oid;
    checkGit(git_blob_create_from_buffer(&oid, repository.handle().get(), text.data(), text.size()), "write a note");
    return idOf<BlobId>(oid);
}

CommitId writeCommit(const Repository& repository, const TreeId& treeId, std::span<const CommitId> parents,
                     const Person& author, const Timestamp& time, const std::string& message) {
    git_repository* handle = repository.handle().get();
    const TreePtr tree = lookUpTree(handle, treeId);
    std::vector<CommitPtr> owned;
    std::vector<const git_commit*> parentCommits;
    for (const auto& parent : parents) {
        owned.push_back(lookUpCommit(handle, parent, "write the notes"));
        parentCommits.push_back(owned.back().get());
    }
    git_signature* signature = nullptr;
    checkGit(git_signature_new(&signature, asSignature(author.name, "paydown").c_str(),
                               asSignature(author.email, "nobody").c_str(), time.seconds, time.offsetMinutes),
             "write the notes");
    const SignaturePtr owner(signature);
    git_oid oid;
    checkGit(git_commit_create(&oid, handle, nullptr, signature, signature, nullptr, message.c_str(), tree.get(),
                               parentCommits.size(), parentCommits.data()),
             "write the notes");
    return idOf<CommitId>(oid);
}

std::optional<NotedId> findNotable(const Repository& repository, const CommitId& commit, const std::string& path) {
    git_repository* handle = repository.handle().get();
    git_commit* found = nullptr;
    const git_oid oid = oidOf(commit);
    if (git_commit_lookup(&found, handle, &oid) < 0) return std::nullopt;
    const CommitPtr owner(found);
    git_tree* root = nullptr;
    if (git_commit_tree(&root, found) < 0) return std::nullopt;
    const TreePtr tree(root);
    git_tree_entry* entry = nullptr;
    if (git_tree_entry_bypath(&entry, root, path.c_str()) < 0) return std::nullopt;
    const std::unique_ptr<git_tree_entry, Freed<git_tree_entry_free>> entryOwner(entry);
    if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB) return std::nullopt;
    return idOf<NotedId>(*git_tree_entry_id(entry));
}

TreeId treeOf(const Repository& repository, const CommitId& commit) {
    const CommitPtr found = lookUpCommit(repository.handle().get(), commit, "read the notes");
    return idOf<TreeId>(*git_commit_tree_id(found.get()));
}

bool isAncestorOrSame(const Repository& repository, const CommitId& ancestor, const CommitId& of) {
    if (ancestor == of) return true;
    const git_oid from = oidOf(of);
    const git_oid wanted = oidOf(ancestor);
    return git_graph_descendant_of(repository.handle().get(), &from, &wanted) == 1;
}

} // namespace paydown::git
