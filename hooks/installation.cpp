// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/installation.h"

#include "core/base/error.h"
#include "hooks/hook_script.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace paydown::hooks {

namespace {

namespace fs = std::filesystem;

fs::path hooksFolder(const git::Repository& repository) {
    const auto configured = repository.configPath("core.hooksPath");
    if (!configured || configured->empty()) return fs::path(repository.commonDir()) / "hooks";
    const fs::path folder(*configured);
    // git runs hooks in the root of the work tree, and takes a relative path from there.
    return folder.is_absolute() ? folder
                                : fs::path(repository.isBare() ? repository.gitDir() : repository.workTree()) / folder;
}

bool isOurs(const fs::path& script, GitHook hook) {
    std::ifstream file(script);
    std::string line;
    for (int i = 0; i < 3 && std::getline(file, line); ++i) {
        if (isMarkerOf(hook, line)) return true;
    }
    return false;
}

/// Ours is there and git may run it.
bool isInstalled(const fs::path& folder, GitHook hook) {
    const fs::path script = folder / fileNameOf(hook);
    return fs::exists(script) && isOurs(script, hook) &&
           (fs::status(script).permissions() & fs::perms::owner_exec) != fs::perms::none;
}

bool isInside(const fs::path& folder, const std::string& root) {
    const auto relative = fs::weakly_canonical(folder).lexically_relative(root);
    return !root.empty() && !relative.empty() && *relative.begin() != "..";
}

void writeScript(const fs::path& path, const std::string& text) {
    // Written beside and renamed: a hook that git runs at this moment is either the old one or the new one.
    const fs::path fresh = path.string() + ".new";
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        file << text;
        file.flush();
        if (!file) throw Error(fmt::format("cannot write {}", fresh.string()), "check the permissions of its folder");
    }
    using fs::perms;
    fs::permissions(fresh,
                    perms::owner_all | perms::group_read | perms::group_exec | perms::others_read | perms::others_exec);
    fs::rename(fresh, path);
}

/// Turns what the file system says into our kind of error.
template <typename Work>
auto onFiles(std::string_view doing, const Work& work) {
    try {
        return work();
    } catch (const fs::filesystem_error& failure) {
        throw Error(fmt::format("{}: {}: {}", doing, failure.path1().string(), failure.code().message()),
                    "check the permissions of the hooks folder");
    }
}

void installOne(const fs::path& folder, GitHook hook, const std::string& program) {
    const fs::path script = folder / fileNameOf(hook);
    const fs::path kept = folder / keptNameOf(hook);
    if (fs::exists(script) && !isOurs(script, hook)) {
        if (fs::exists(kept)) {
            throw Error(
                fmt::format("{} exists already, so the hook that stands there now cannot be kept", kept.string()),
                "move one of them away");
        }
        fs::rename(script, kept);
    }
    writeScript(script, scriptOf(hook, program));
}

bool uninstallOne(const fs::path& folder, GitHook hook) {
    const fs::path script = folder / fileNameOf(hook);
    if (!fs::exists(script) || !isOurs(script, hook)) return false;
    const fs::path kept = folder / keptNameOf(hook);
    if (fs::exists(kept))
        fs::rename(kept, script);
    else
        fs::remove(script);
    return true;
}

} // namespace

HookStatus hookStatus(const git::Repository& repository) {
    return onFiles("look at the hook", [&] {
        const fs::path folder = hooksFolder(repository);
        const fs::path script = folder / fileNameOf(GitHook::PreCommit);
        HookStatus status;
        status.path = script.string();
        const bool exists = fs::exists(script);
        const bool ours = exists && isOurs(script, GitHook::PreCommit);
        status.foreign = exists && !ours;
        status.installed = isInstalled(folder, GitHook::PreCommit);
        status.readsMessages = isInstalled(folder, GitHook::CommitMsg);
        status.chained = ours && fs::exists(folder / keptNameOf(GitHook::PreCommit));
        status.shared = !isInside(folder, repository.commonDir()) && !isInside(folder, repository.workTree());
        status.sharesDecisions =
            std::ranges::all_of(kSharingHooks, [&](GitHook hook) { return isInstalled(folder, hook); });
        return status;
    });
}

HookStatus installHook(const git::Repository& repository, const std::string& program, HookSet set) {
    return onFiles("install the hook", [&] {
        const fs::path folder = hooksFolder(repository);
        fs::create_directories(folder);
        for (const GitHook hook : kCheckingHooks) installOne(folder, hook, program);
        if (set == HookSet::CheckAndShare) {
            for (const GitHook hook : kSharingHooks) installOne(folder, hook, program);
        }
        return hookStatus(repository);
    });
}

bool uninstallHook(const git::Repository& repository) {
    return onFiles("uninstall the hook", [&] {
        const fs::path folder = hooksFolder(repository);
        bool removed = false;
        for (const GitHook hook : kCheckingHooks) removed = uninstallOne(folder, hook) || removed;
        for (const GitHook hook : kSharingHooks) removed = uninstallOne(folder, hook) || removed;
        return removed;
    });
}

} // namespace paydown::hooks
