// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/patch.h"

#include "core/git/library.h"

namespace paydown::git {

namespace {

/// Buffers have no mode, so libgit2 writes that of a plain file, and git would remark that a script has another.
std::string withoutMode(std::string patch) {
    constexpr std::string_view kPlainMode = " 100644";
    const auto index = patch.find("\nindex ");
    if (index == std::string::npos) return patch;
    const auto end = patch.find('\n', index + 1);
    const bool hasMode = end != std::string::npos && std::string_view(patch).substr(0, end).ends_with(kPlainMode);
    if (hasMode) patch.erase(end - kPlainMode.size(), kPlainMode.size());
    return patch;
}

} // namespace

std::string patchOf(const std::string& path, std::string_view before, std::string_view after) {
    using PatchPtr = std::unique_ptr<git_patch, Freed<git_patch_free>>;
    startLibrary();
    if (before == after) return {};
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT; // Whatever its bytes, somebody read it as text.
    git_patch* made = nullptr;
    const int code = git_patch_from_buffers(&made, before.data(), before.size(), path.c_str(), after.data(),
                                            after.size(), path.c_str(), &options);
    const PatchPtr patch(made);
    checkGit(code, "compare two versions of " + path);
    Buffer text;
    checkGit(git_patch_to_buf(&text.buf, patch.get()), "write the patch of " + path);
    return withoutMode(text.text());
}

} // namespace paydown::git
