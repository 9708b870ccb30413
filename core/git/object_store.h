// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/byte_buffer.h"
#include "core/model/object_id.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace paydown::git {

enum class ObjectKind : std::uint8_t { Commit, Tree, Blob, Tag };

/// An object in memory; its bytes live as long as it does.
class Object {
public:
    Object(ObjectKind kind, std::shared_ptr<const ByteBuffer> bytes, std::size_t begin = 0)
        : m_bytes(std::move(bytes)), m_begin(begin), m_kind(kind) {}

    [[nodiscard]] ObjectKind kind() const { return m_kind; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes->view().substr(m_begin); }

private:
    std::shared_ptr<const ByteBuffer> m_bytes;
    std::size_t m_begin = 0; ///< A loose object's header stands before it.
    ObjectKind m_kind = ObjectKind::Blob;
};

/// Size and kind of an object, without its content.
struct ObjectHeader {
    ObjectKind kind = ObjectKind::Blob;
    std::uint64_t size = 0;
};

struct PackSet;

/// The objects of a repository, alternates included: packs and loose ones by our own reader, which is some times faster
/// than libgit2's and never hangs on a broken file; packs of a kind that it does not know by libgit2. Hashes are not
/// verified, as git itself does not when it reads. One thread at a time. Nothing is written, nothing is fetched.
class ObjectStore {
public:
    /// @param folder the repository's `objects`.
    explicit ObjectStore(const std::string& folder);
    /// A further store on the same packs, for another thread.
    explicit ObjectStore(std::shared_ptr<const PackSet> packs);
    ~ObjectStore();
    ObjectStore(const ObjectStore&) = delete;
    ObjectStore& operator=(const ObjectStore&) = delete;

    using Sha = std::array<std::uint8_t, 20>;
    /// Nothing for a missing or broken object; problem() then says which.
    [[nodiscard]] std::optional<Object> read(const Sha& id) const;
    [[nodiscard]] std::optional<ObjectHeader> readHeader(const Sha& id) const;
    /// Why the last read on this store gave nothing: "missing" or "corrupt: …".
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    /// As they were found last; a repack in the meantime is noticed when an object is missed.
    [[nodiscard]] const std::shared_ptr<const PackSet>& packs() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    mutable std::string m_problem;
    mutable int m_reopenings = 0;
};

} // namespace paydown::git
