// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/git/repository.h"
#include "core/model/history.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::git {

/// What a note is about: an object of any kind, here or not.
using NotedId = ObjectId<struct NotedKind>;

/// The notes of one notes commit, as `git notes` lays them out: a tree whose paths are the hexadecimal names of objects
/// ("ab/cdef…", at any fan-out) and whose files are the notes. Read folder by folder when first needed; changed in
/// memory; written with a fan-out of one, so that a note costs two small trees. What is no note is kept. One thread.
class NotesTree {
public:
    /// @param commit none: no notes yet. @throws Error when the commit or its tree cannot be read.
    NotesTree(const Repository& repository, const std::optional<CommitId>& commit);

    /// The note of an object. @throws Error
    [[nodiscard]] std::optional<BlobId> find(const NotedId& object);
    void set(const NotedId& object, const BlobId& note);

    using OnNote = std::function<void(const NotedId& object, const BlobId& note)>;
    /// All notes by object. @throws Error
    void visit(const OnNote& onNote);

    /// One object of which two trees say different things; none: it has no note there.
    using OnDifference = std::function<void(const NotedId& object, const std::optional<BlobId>& mine,
                                            const std::optional<BlobId>& theirs)>;
    /// By object; folders that are equal are not opened. @throws Error
    void visitDifferences(NotesTree& other, const OnDifference& onDifference);

    /// Writes what was changed. @returns the tree as it is now. @throws Error
    [[nodiscard]] TreeId write();

private:
    /// Notes whose object begins with the same byte.
    struct Bucket {
        std::optional<TreeId> tree; ///< As stored; none: nothing stored, or stored at another fan-out.
        bool loaded = false;
        bool changed = false;
        std::map<NotedId, BlobId> notes; ///< Once loaded.
    };
    struct OtherEntry {
        std::string name;
        TreeId id; ///< Of whatever kind.
        std::uint32_t mode = 0;
    };

    void readRoot(const TreeId& tree);
    void readFolder(const TreeId& tree, const std::string& prefix, std::map<NotedId, BlobId>& into, unsigned depth);
    Bucket& loaded(std::size_t first);
    [[nodiscard]] TreeId writeBucket(const Bucket& bucket);

    const Repository& m_repository;
    std::array<Bucket, 256> m_buckets; ///< By the first byte of the object.
    std::vector<OtherEntry> m_others;
};

/// Where a reference points; nothing when there is none.
[[nodiscard]] std::optional<CommitId> referenceTip(const Repository& repository, const std::string& name);

/// Moves a reference, if it still points where the caller thinks. @param expected none: it does not exist yet.
/// @returns false when somebody else moved it. @throws Error
[[nodiscard]] bool moveReference(const Repository& repository, const std::string& name, const CommitId& to,
                                 const std::optional<CommitId>& expected, const std::string& why);

/// Stores a note's text. @throws Error
[[nodiscard]] BlobId writeNote(const Repository& repository, std::string_view text);

/// Stores a commit; no reference is moved. @throws Error
[[nodiscard]] CommitId writeCommit(const Repository& repository, const TreeId& tree, std::span<const CommitId> parents,
                                   const Person& author, const Timestamp& time, const std::string& message);

/// The file version that stands at a path in a commit, as something that can have a note; nothing when there is none.
[[nodiscard]] std::optional<NotedId> findNotable(const Repository& repository, const CommitId& commit,
                                                 const std::string& path);

/// The tree of a commit. @throws Error
[[nodiscard]] TreeId treeOf(const Repository& repository, const CommitId& commit);

/// Whether a commit is another one's ancestor, or that commit itself.
[[nodiscard]] bool isAncestorOrSame(const Repository& repository, const CommitId& ancestor, const CommitId& of);

} // namespace paydown::git
