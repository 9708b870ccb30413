// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/library.h"

#include <mutex>

namespace paydown::git {

void startLibrary() {
    static std::once_flag once;
    std::call_once(once, [] {
        if (git_libgit2_init() < 0) throw Error("start libgit2: " + lastError());
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
        // libgit2 compares names only. Values that we cannot read are refused when a repository is opened.
        const char* extensions[] = {"partialclone", "worktreeconfig", "relativeworktrees", "objectformat",
                                    "preciousobjects"};
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
    });
}

std::string lastError() {
    const git_error* error = git_error_last();
    return error && error->message ? error->message : "no reason given";
}

void checkGit(int code, std::string_view doing) {
    if (code < 0) throw Error(std::string(doing) + ": " + lastError());
}

} // namespace paydown::git
