// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: what a Repository holds.

#include "core/git/library.h"
#include "core/git/object_store.h"

#include <memory>
#include <string>
#include <vector>

namespace paydown::git {

struct RepositoryHandle {
    RepositoryPtr repository;
    std::string workTree;
    std::string gitDir;
    std::string commonDir;
    std::vector<CommitId> shallow;
    mutable ConfigPtr config;                     ///< Opened when first asked for.
    mutable std::unique_ptr<ObjectStore> objects; ///< Opened when first asked for.

    [[nodiscard]] git_repository* get() const { return repository.get(); }
};

} // namespace paydown::git
