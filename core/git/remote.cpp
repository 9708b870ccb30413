// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/remote.h"

#include "core/base/text.h"
#include "core/git/program.h"
#include "core/git/repository_handle.h"

#include <algorithm>

namespace paydown::git {

namespace {

bool mentions(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

/// The line of git's that names the cause: the first "fatal:", else the first that says anything.
std::string reasonIn(const ProgramResult& result) {
    std::string first;
    for (const auto line : split(result.err, '\n')) {
        const std::string_view said = trimmed(line);
        if (said.starts_with("fatal: ")) return std::string(said.substr(7));
        if (first.empty()) first = std::string(said);
    }
    return first.empty() ? fmt::format("git ended with {}", result.exitCode) : first;
}

} // namespace

std::optional<std::string> defaultRemote(const Repository& repository) {
    git_strarray names{};
    std::vector<std::string> remotes;
    if (git_remote_list(&names, repository.handle().get()) == 0) {
        remotes.assign(names.strings, names.strings + names.count);
        git_strarray_dispose(&names);
    }
    const auto isThere = [&](const std::string& name) { return std::ranges::find(remotes, name) != remotes.end(); };
    const auto upstream = repository.configString("branch." + repository.headName() + ".remote");
    if (upstream && isThere(*upstream)) return upstream;
    if (isThere("origin")) return "origin";
    return remotes.size() == 1 ? std::optional(remotes.front()) : std::nullopt;
}

TransferResult fetchReference(const Repository& repository, const std::string& remote, const std::string& theirs,
                              const std::string& ours) {
    const auto result = runProgram(repository, {"fetch", "--quiet", "--no-tags", "--no-recurse-submodules",
                                                "--no-write-fetch-head", "--", remote, "+" + theirs + ":" + ours});
    if (result.exitCode == 0) return {Transfer::Done, {}};
    if (mentions(result.err, "couldn't find remote ref")) return {Transfer::NothingThere, {}};
    return {Transfer::Failed, reasonIn(result)};
}

TransferResult pushReference(const Repository& repository, const std::string& remote, const std::string& name) {
    const auto result =
        runProgram(repository, {"push", "--quiet", "--porcelain", "--no-verify", "--", remote, name + ":" + name});
    if (result.exitCode == 0) return {Transfer::Done, {}};
    // What a reference that moved under our feet looks like, before and while it is written.
    for (const auto* sign : {"(fetch first)", "(non-fast-forward)", "(stale info)", "cannot lock ref",
                             "failed to update ref", "reference already exists", "incorrect old value provided"}) {
        if (mentions(result.out, sign) || mentions(result.err, sign)) return {Transfer::Overtaken, {}};
    }
    return {Transfer::Failed, reasonIn(result)};
}

} // namespace paydown::git
