// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/code_owners.h"
#include "core/git/repository.h"
#include "core/registry/history_reader.h"
#include "core/registry/registry_handle.h"
#include "scanner/refresh/checkout.h"

#include <map>
#include <optional>
#include <string>

namespace paydown {

/// What a Checkout holds; shared by the sources that implement it.
struct CheckoutState {
    std::optional<git::Repository> repository; ///< None for a plain directory.
    std::string root;
    std::string name;
    Config config;
    Person me;
    Timestamp openedAt;
    RegistryLocation location;
    std::optional<RegistryHandle> registry;
    bool registryIsWritable = false;
    std::map<std::string, git::CodeOwners> codeOwners; ///< By revision; read when first asked for.
    std::optional<InboxLine> line;                     ///< Of [inbox] since, as it was resolved last.

    /// The registry, opened for reading unless it is open already.
    RegistryHandle& readableRegistry();
    RegistryHandle& writableRegistry();
    /// CODEOWNERS of the work tree, of HEAD for a bare repository, or of a revision; empty when there is none.
    const git::CodeOwners& owners(const std::string& revision = {});
    /// The commit whose history answers for a revision: for "", HEAD or, where that has not been read, what was read
    /// last. Nothing when there is none.
    std::optional<CommitId> readTip(HistoryReader& history, const std::string& revision);
};

} // namespace paydown
