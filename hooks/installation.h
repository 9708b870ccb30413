// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <cstdint>
#include <string>

namespace paydown::hooks {

/// What stands at the place of git's pre-commit hook.
struct HookStatus {
    std::string path;             ///< Where git looks for it: core.hooksPath, else the common git directory's hooks.
    bool installed = false;       ///< Ours is there and may be run.
    bool foreign = false;         ///< Somebody else's is there.
    bool chained = false;         ///< Ours is there and calls the one that was there before.
    bool readsMessages = false;   ///< Ours looks at "Pays:" in messages; one of an earlier version does not.
    bool sharesDecisions = false; ///< Ours share decisions after a pull and before a push.
    bool shared = false;          ///< The folder is outside of this repository: other repositories use it too.
};

[[nodiscard]] HookStatus hookStatus(const git::Repository& repository);

/// What is installed.
enum class HookSet : std::uint8_t {
    Check,        ///< Judge each commit.
    CheckAndShare ///< And share decisions after each pull and before each push.
};

/// Installs the hooks. One that is there already is kept beside it and called first. Installing again brings the
/// scripts up to date. @param program absolute path of the paydown to run, tried before PATH. @throws Error
HookStatus installHook(const git::Repository& repository, const std::string& program, HookSet set = HookSet::Check);

/// Takes all of ours away and puts those that were there before back in their place. @returns false when none of ours
/// is there; then nothing is touched. @throws Error
bool uninstallHook(const git::Repository& repository);

} // namespace paydown::hooks
