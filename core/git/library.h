// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: libgit2 itself, its handles with owners, and its errors.

#include "core/base/error.h"
#include "core/model/object_id.h"

#include <cstring>
#include <git2.h>
#include <memory>
#include <string>
#include <string_view>

namespace paydown::git {

/// Starts libgit2 once per process: hashes are not verified on reading (4 times faster; git does the same for what it
/// reads), extensions that we understand are allowed, its object cache is off since callers keep what they need.
void startLibrary();

template <auto Free>
struct Freed {
    template <typename Handle>
    void operator()(Handle* handle) const noexcept {
        Free(handle);
    }
};

using RepositoryPtr = std::unique_ptr<git_repository, Freed<git_repository_free>>;
using OdbPtr = std::unique_ptr<git_odb, Freed<git_odb_free>>;
using OdbObjectPtr = std::unique_ptr<git_odb_object, Freed<git_odb_object_free>>;
using ReferencePtr = std::unique_ptr<git_reference, Freed<git_reference_free>>;
using ReferenceIteratorPtr = std::unique_ptr<git_reference_iterator, Freed<git_reference_iterator_free>>;
using ObjectPtr = std::unique_ptr<git_object, Freed<git_object_free>>;
using ConfigPtr = std::unique_ptr<git_config, Freed<git_config_free>>;

/// A git_buf, disposed of at the end.
struct Buffer {
    git_buf buf = GIT_BUF_INIT;
    Buffer() = default;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer() { git_buf_dispose(&buf); }
    [[nodiscard]] std::string text() const { return {buf.ptr ? buf.ptr : "", buf.size}; }
};

/// The text of the last failure of libgit2 on this thread.
[[nodiscard]] std::string lastError();

/// @throws Error "<doing>: <what libgit2 says>" for a negative code.
void checkGit(int code, std::string_view doing);

template <typename Id>
[[nodiscard]] Id idOf(const git_oid& oid) {
    Id id;
    std::memcpy(id.bytes.data(), oid.id, id.bytes.size());
    return id;
}

template <typename Id>
[[nodiscard]] git_oid oidOf(const Id& id) {
    git_oid oid;
    std::memcpy(oid.id, id.bytes.data(), id.bytes.size());
    return oid;
}

} // namespace paydown::git
