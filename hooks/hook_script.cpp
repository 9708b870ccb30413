// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/hook_script.h"

namespace paydown::hooks {

namespace {

/// For a POSIX shell, in single quotes.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// Tells our script from anybody else's; never changes, so that every later version recognises every earlier one.
std::string markerOf(GitHook hook) { return "# paydown " + fileNameOf(hook) + " hook"; }

std::string_view purposeOf(GitHook hook) {
    if (hook == GitHook::PreCommit) return "says what a commit adds";
    return hook == GitHook::CommitMsg ? "says which debts that a message calls paid still stand"
                                      : "shares decisions about debt";
}

std::string_view consequenceOf(GitHook hook) {
    if (hook == GitHook::PreCommit) return "this commit was not checked";
    return hook == GitHook::CommitMsg ? "the message was not read" : "decisions were not shared";
}

/// What is run, with "$paydown" set.
std::string_view workOf(GitHook hook) {
    switch (hook) {
    case GitHook::PreCommit:
        return "\"$paydown\" check --hook\n"
               "# 1 is the policy's no. Anything else that is not 0 is a trouble of ours and must not stop a commit.\n"
               "[ $? -ne 1 ]\n";
    case GitHook::CommitMsg:
        return "# A message is nobody's reason to stop a commit; few name a debt, and only they are worth a process.\n"
               "grep -qi '^pays:' \"$1\" || exit 0\n"
               "\"$paydown\" check --message \"$1\" </dev/null\n"
               "exit 0\n";
    case GitHook::PostMerge: return "\"$paydown\" sync --quiet </dev/null\nexit 0\n";
    case GitHook::PostRewrite:
        return "[ \"${1:-}\" = rebase ] || exit 0 # an amended commit is nobody's news\n"
               "\"$paydown\" sync --quiet </dev/null\n"
               "exit 0\n";
    case GitHook::PrePush: return "\"$paydown\" sync --quiet -- \"$1\" </dev/null\nexit 0\n";
    }
    return {};
}

} // namespace

std::string fileNameOf(GitHook hook) {
    switch (hook) {
    case GitHook::PreCommit: return "pre-commit";
    case GitHook::CommitMsg: return "commit-msg";
    case GitHook::PostMerge: return "post-merge";
    case GitHook::PostRewrite: return "post-rewrite";
    case GitHook::PrePush: return "pre-push";
    }
    return {};
}

std::string keptNameOf(GitHook hook) { return fileNameOf(hook) + ".before-paydown"; }

bool isMarkerOf(GitHook hook, std::string_view line) { return line.starts_with(markerOf(hook)); }

std::string scriptOf(GitHook hook, const std::string& program) {
    return "#!/bin/sh\n" + markerOf(hook) + ": " + std::string(purposeOf(hook)) +
           ". 'paydown hook uninstall' takes it away.\n"
           "before=$(dirname \"$0\")/" +
           keptNameOf(hook) +
           "\n"
           "if [ -x \"$before\" ]; then \"$before\" \"$@\" || exit $?; fi\n"
           "case \",${SKIP:-},\" in *,paydown,*) exit 0 ;; esac\n"
           "paydown=" +
           quoted(program) +
           "\n"
           "[ -x \"$paydown\" ] || paydown=$(command -v paydown) || {\n"
           "  echo 'paydown: the program is gone, so " +
           std::string(consequenceOf(hook)) +
           " (paydown hook uninstall)' >&2\n"
           "  exit 0\n"
           "}\n" +
           std::string(workOf(hook));
}

} // namespace paydown::hooks
