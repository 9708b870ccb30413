// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <optional>
#include <string>

namespace paydown::git {

/// What became of a fetch or a push of one reference.
enum class Transfer {
    Done,
    NothingThere, ///< Fetch: the remote has no such reference.
    Overtaken,    ///< Push: somebody else pushed in between; fetch again.
    Failed        ///< No network, no permission, no such remote: `reason` says which, in git's words.
};

struct TransferResult {
    Transfer outcome = Transfer::Done;
    std::string reason;
};

/// The remote to talk to when nobody names one: the current branch's, else origin, else the only one.
[[nodiscard]] std::optional<std::string> defaultRemote(const Repository& repository);

/// Takes a reference of a remote over into one of ours, whatever that held. Nothing else is fetched.
/// @param remote a name or an address, as git takes it. @throws Error when git cannot be run
[[nodiscard]] TransferResult fetchReference(const Repository& repository, const std::string& remote,
                                            const std::string& theirs, const std::string& ours);

/// Pushes a reference under its own name, as a fast-forward only. Nothing else is pushed.
/// @throws Error when git cannot be run
[[nodiscard]] TransferResult pushReference(const Repository& repository, const std::string& remote,
                                           const std::string& name);

} // namespace paydown::git
