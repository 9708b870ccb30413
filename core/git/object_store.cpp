// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/object_store.h"

#include "core/git/library.h"

namespace paydown::git {

namespace {

std::optional<ObjectKind> kindOf(git_object_t type) {
    switch (type) {
    case GIT_OBJECT_COMMIT: return ObjectKind::Commit;
    case GIT_OBJECT_TREE: return ObjectKind::Tree;
    case GIT_OBJECT_BLOB: return ObjectKind::Blob;
    case GIT_OBJECT_TAG: return ObjectKind::Tag;
    default: return std::nullopt;
    }
}

} // namespace

void Object::Deleter::operator()(git_odb_object* object) const noexcept { git_odb_object_free(object); }

Object::Object(git_odb_object* object)
    : m_object(object), m_bytes(static_cast<const char*>(git_odb_object_data(object)), git_odb_object_size(object)) {}

Object::~Object() = default;
Object::Object(Object&&) noexcept = default;
Object& Object::operator=(Object&&) noexcept = default;

struct ObjectStore::Impl {
    OdbPtr odb;
};

ObjectStore::ObjectStore(const std::string& folder) : m_impl(std::make_unique<Impl>()), m_folder(folder) {
    startLibrary();
    git_odb* odb = nullptr;
    const int code = git_odb_open(&odb, folder.c_str());
    m_impl->odb.reset(odb);
    checkGit(code, "open objects of " + folder);
}

ObjectStore::~ObjectStore() = default;

std::optional<Object> ObjectStore::read(const Sha& id) const {
    git_oid oid;
    std::memcpy(oid.id, id.data(), id.size());
    git_odb_object* object = nullptr;
    const int code = git_odb_read(&object, m_impl->odb.get(), &oid);
    if (code < 0) {
        noteProblem(code);
        return std::nullopt;
    }
    Object result(object);
    const auto kind = kindOf(git_odb_object_type(object));
    if (!kind) {
        m_problem = "corrupt: unknown type";
        return std::nullopt;
    }
    result.m_kind = *kind;
    return result;
}

std::optional<ObjectHeader> ObjectStore::readHeader(const Sha& id) const {
    git_oid oid;
    std::memcpy(oid.id, id.data(), id.size());
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    const int code = git_odb_read_header(&size, &type, m_impl->odb.get(), &oid);
    const auto kind = kindOf(type);
    if (code < 0 || !kind) {
        noteProblem(code);
        return std::nullopt;
    }
    return ObjectHeader{*kind, size};
}

void ObjectStore::noteProblem(int code) const {
    m_problem = code == GIT_ENOTFOUND ? "missing" : "corrupt: " + lastError();
}

} // namespace paydown::git
