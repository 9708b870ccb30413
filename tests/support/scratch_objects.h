// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/object_id.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct git_repository;
struct git_odb;

namespace paydown::testing {

/// A file to be put into a tree.
struct TreeLeaf {
    std::uint32_t mode = 0100644;
    BlobId id;
};

/// Writes the objects and refs of a scratch repository.
class ScratchObjects {
public:
    /// Makes an empty repository with the branch `main`.
    explicit ScratchObjects(const std::string& directory);
    ~ScratchObjects();

    BlobId writeBlob(std::string_view bytes);
    /// @param leaves by path.
    TreeId writeTree(const std::map<std::string, TreeLeaf>& leaves);
    CommitId writeCommit(std::string_view bytes);
    void setRef(const std::string& name, const CommitId& commit);
    void setHead(const std::string& branch);

private:
    std::array<std::uint8_t, 20> write(std::string_view bytes, int type);

    git_repository* m_repository = nullptr;
    git_odb* m_odb = nullptr;
    std::map<std::string, BlobId, std::less<>> m_known; ///< Content → id, so that equal files are written once.
};

} // namespace paydown::testing
