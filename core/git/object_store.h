// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/object_id.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct git_odb_object;

namespace paydown::git {

enum class ObjectKind : std::uint8_t { Commit, Tree, Blob, Tag };

/// An object in memory; its bytes live as long as it does.
class Object {
public:
    ~Object();
    Object(Object&&) noexcept;
    Object& operator=(Object&&) noexcept;

    [[nodiscard]] ObjectKind kind() const { return m_kind; }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

private:
    friend class ObjectStore;
    struct Deleter {
        void operator()(git_odb_object* object) const noexcept;
    };
    explicit Object(git_odb_object* object);

    std::unique_ptr<git_odb_object, Deleter> m_object;
    std::string_view m_bytes;
    ObjectKind m_kind = ObjectKind::Blob;
};

/// Size and kind of an object, without its content.
struct ObjectHeader {
    ObjectKind kind = ObjectKind::Blob;
    std::uint64_t size = 0;
};

/// The objects of a repository, alternates included. One thread at a time. Nothing is written, nothing is fetched.
class ObjectStore {
public:
    /// @param folder the repository's `objects`. @throws Error
    explicit ObjectStore(const std::string& folder);
    ~ObjectStore();
    ObjectStore(const ObjectStore&) = delete;
    ObjectStore& operator=(const ObjectStore&) = delete;

    using Sha = std::array<std::uint8_t, 20>;
    /// Nothing for a missing or broken object; problem() then says which.
    [[nodiscard]] std::optional<Object> read(const Sha& id) const;
    [[nodiscard]] std::optional<ObjectHeader> readHeader(const Sha& id) const;
    /// Why the last read on this store gave nothing: "missing" or "corrupt: …".
    [[nodiscard]] const std::string& problem() const { return m_problem; }

    [[nodiscard]] const std::string& folder() const { return m_folder; }

private:
    void noteProblem(int code) const;

    struct Impl;
    std::unique_ptr<Impl> m_impl;
    std::string m_folder;
    mutable std::string m_problem;
};

} // namespace paydown::git
