// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown {

/// What decides where a registry is. Values, since this folder does not know git.
struct LocationRequest {
    std::string commonDirectory; ///< The repository's common git directory: one registry for all its worktrees.
    std::string explicitPath;    ///< --registry, else registryFromEnvironment(); empty for the usual place.
    std::string
        sharedRepository; ///< core.sharedRepository as git gives it ("group", "0660", "true"); empty when unset.
};

/// Where the files of one registry are.
struct RegistryLocation {
    std::string folder;       ///< Created when the registry is first written.
    std::string database;     ///< "…/paydown/registry.db"
    std::string log;          ///< "…/paydown/decisions.jsonl"; for an explicit "x.db": "x.decisions.jsonl" beside it.
    std::string scanLock;     ///< "…/paydown/scan.lock"
    std::string syncState;    ///< "…/paydown/sync.json"
    std::string syncLock;     ///< "…/paydown/sync.lock"
    unsigned fileMode = 0644; ///< For files that are created.
    unsigned folderMode = 0755; ///< For the folder.
    bool inUserFolder = false;  ///< The repository may not be written: the registry is in the user's own folder.
};

/// "paydown/registry.db" in the common git directory; the explicit path where one is given; where the repository may
/// not be written, "paydown/HASH/registry.db" in the user's data folder (XDG_DATA_HOME, else ~/.local/share), where
/// HASH names the repository's path. Creates nothing.
[[nodiscard]] RegistryLocation locateRegistry(const LocationRequest& request);

/// PAYDOWN_REGISTRY; empty when not set.
[[nodiscard]] std::string registryFromEnvironment();

/// Makes the folder with its mode where it is missing. @throws Error
void createFolder(const RegistryLocation& location);

} // namespace paydown
