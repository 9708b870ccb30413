// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/installation.h"

#include "core/base/error.h"

#include <filesystem>
#include <fstream>

namespace paydown::hooks {

namespace {

namespace fs = std::filesystem;

/// Tells our script from anybody else's; never changes, so that every later version recognises every earlier one.
constexpr std::string_view kMarker = "# paydown pre-commit hook";
constexpr const char* kBefore = "pre-commit.before-paydown";

fs::path hooksFolder(const git::Repository& repository) {
    const auto configured = repository.configPath("core.hooksPath");
    if (!configured || configured->empty()) return fs::path(repository.commonDir()) / "hooks";
    const fs::path folder(*configured);
    // git runs hooks in the root of the work tree, and takes a relative path from there.
    return folder.is_absolute() ? folder
                                : fs::path(repository.isBare() ? repository.gitDir() : repository.workTree()) / folder;
}

bool isOurs(const fs::path& script) {
    std::ifstream file(script);
    std::string line;
    for (int i = 0; i < 3 && std::getline(file, line); ++i) {
        if (line.starts_with(kMarker)) return true;
    }
    return false;
}

bool isInside(const fs::path& folder, const std::string& root) {
    const auto relative = fs::weakly_canonical(folder).lexically_relative(root);
    return !root.empty() && !relative.empty() && *relative.begin() != "..";
}

/// For a POSIX shell, in single quotes.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string scriptFor(const std::string& program) {
    return "#!/bin/sh\n" + std::string(kMarker) +
           ": says what a commit adds. 'paydown hook uninstall' takes it away.\n"
           "before=$(dirname \"$0\")/" +
           kBefore +
           "\n"
           "if [ -x \"$before\" ]; then \"$before\" \"$@\" || exit $?; fi\n"
           "case \",${SKIP:-},\" in *,paydown,*) exit 0 ;; esac\n"
           "paydown=" +
           quoted(program) +
           "\n"
           "[ -x \"$paydown\" ] || paydown=$(command -v paydown) || {\n"
           "  echo 'paydown: the program is gone, so this commit was not checked (paydown hook uninstall)' >&2\n"
           "  exit 0\n"
           "}\n"
           "\"$paydown\" check --hook\n"
           "# 1 is the policy's no. Anything else that is not 0 is a trouble of ours and must not stop a commit.\n"
           "[ $? -ne 1 ]\n";
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

} // namespace

HookStatus hookStatus(const git::Repository& repository) {
    return onFiles("look at the hook", [&] {
        const fs::path folder = hooksFolder(repository);
        const fs::path script = folder / "pre-commit";
        HookStatus status;
        status.path = script.string();
        const bool exists = fs::exists(script);
        const bool ours = exists && isOurs(script);
        status.foreign = exists && !ours;
        status.installed = ours && (fs::status(script).permissions() & fs::perms::owner_exec) != fs::perms::none;
        status.chained = ours && fs::exists(folder / kBefore);
        status.shared = !isInside(folder, repository.commonDir()) && !isInside(folder, repository.workTree());
        return status;
    });
}

HookStatus installHook(const git::Repository& repository, const std::string& program) {
    return onFiles("install the hook", [&] {
        const fs::path folder = hooksFolder(repository);
        const fs::path script = folder / "pre-commit";
        fs::create_directories(folder);
        const HookStatus now = hookStatus(repository);
        if (now.foreign) {
            if (fs::exists(folder / kBefore)) {
                throw Error(fmt::format("{} exists already, so the hook that stands there now cannot be kept",
                                        (folder / kBefore).string()),
                            "move one of them away");
            }
            fs::rename(script, folder / kBefore);
        }
        writeScript(script, scriptFor(program));
        return hookStatus(repository);
    });
}

bool uninstallHook(const git::Repository& repository) {
    return onFiles("uninstall the hook", [&] {
        const fs::path folder = hooksFolder(repository);
        const fs::path script = folder / "pre-commit";
        if (!fs::exists(script) || !isOurs(script)) return false;
        if (fs::exists(folder / kBefore))
            fs::rename(folder / kBefore, script);
        else
            fs::remove(script);
        return true;
    });
}

} // namespace paydown::hooks
