// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratch_objects.h"

#include <cstring>
#include <git2.h>
#include <stdexcept>

namespace paydown::testing {

namespace {

void check(int code, const char* what) {
    if (code >= 0) return;
    const git_error* error = git_error_last();
    throw std::runtime_error(std::string(what) + ": " + (error ? error->message : "unknown"));
}

/// libgit2 finds the user's configuration by itself; the code under test shall not see it either.
void forgetUserConfiguration() {
    for (const int level :
         {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA}) {
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "/nonexistent");
    }
}

} // namespace

ScratchObjects::ScratchObjects(const std::string& directory) {
    check(git_libgit2_init(), "start libgit2");
    forgetUserConfiguration();
    git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
    options.flags = GIT_REPOSITORY_INIT_MKPATH;
    options.initial_head = "main";
    check(git_repository_init_ext(&m_repository, directory.c_str(), &options), "init");
    check(git_repository_odb(&m_odb, m_repository), "open objects");
}

ScratchObjects::~ScratchObjects() {
    git_odb_free(m_odb);
    git_repository_free(m_repository);
    git_libgit2_shutdown();
}

std::array<std::uint8_t, 20> ScratchObjects::write(std::string_view bytes, int type) {
    git_oid oid;
    check(git_odb_write(&oid, m_odb, bytes.data(), bytes.size(), static_cast<git_object_t>(type)), "write object");
    std::array<std::uint8_t, 20> id{};
    std::memcpy(id.data(), oid.id, id.size());
    return id;
}

BlobId ScratchObjects::writeBlob(std::string_view bytes) {
    const auto known = m_known.find(bytes);
    if (known != m_known.end()) return known->second;
    const BlobId id{write(bytes, GIT_OBJECT_BLOB)};
    m_known.emplace(bytes, id);
    return id;
}

TreeId ScratchObjects::writeTree(const std::map<std::string, TreeLeaf>& leaves) {
    // Key: the name as git sorts it, a folder's with a '/' at its end.
    std::map<std::string, std::map<std::string, TreeLeaf>> folders;
    std::map<std::string, std::string> entries;
    const auto entry = [](std::string_view mode, std::string_view name, const std::array<std::uint8_t, 20>& id) {
        std::string bytes(mode);
        bytes.append(" ").append(name).push_back('\0');
        return bytes.append(reinterpret_cast<const char*>(id.data()), id.size());
    };
    for (const auto& [path, leaf] : leaves) {
        const auto slash = path.find('/');
        if (slash == std::string::npos) {
            char mode[16];
            std::snprintf(mode, sizeof mode, "%o", leaf.mode);
            entries.emplace(path, entry(mode, path, leaf.id.bytes));
        } else {
            folders[path.substr(0, slash + 1)].emplace(path.substr(slash + 1), leaf);
        }
    }
    for (const auto& [name, inside] : folders) {
        entries.emplace(name, entry("40000", name.substr(0, name.size() - 1), writeTree(inside).bytes));
    }
    std::string bytes;
    for (const auto& [name, text] : entries) bytes += text;
    return TreeId{write(bytes, GIT_OBJECT_TREE)};
}

CommitId ScratchObjects::writeCommit(std::string_view bytes) { return CommitId{write(bytes, GIT_OBJECT_COMMIT)}; }

void ScratchObjects::setRef(const std::string& name, const CommitId& commit) {
    git_oid oid;
    std::memcpy(oid.id, commit.bytes.data(), commit.bytes.size());
    git_reference* reference = nullptr;
    const int code = git_reference_create(&reference, m_repository, name.c_str(), &oid, 1, "test");
    git_reference_free(reference);
    check(code, "write ref");
}

void ScratchObjects::setHead(const std::string& branch) {
    git_reference* reference = nullptr;
    const int code =
        git_reference_symbolic_create(&reference, m_repository, "HEAD", ("refs/heads/" + branch).c_str(), 1, "test");
    git_reference_free(reference);
    check(code, "write HEAD");
}

} // namespace paydown::testing
