// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace paydown::hooks {

/// The git hooks in which paydown can work.
enum class GitHook : std::uint8_t {
    PreCommit,   ///< Judges what the commit adds.
    CommitMsg,   ///< Says which "Pays: D-7f3k" of the message still stand.
    PostMerge,   ///< Fetches decisions after a pull.
    PostRewrite, ///< The same after a pull that rebased.
    PrePush      ///< Shares decisions before a push.
};

/// Those that look at each commit.
inline constexpr std::array kCheckingHooks{GitHook::PreCommit, GitHook::CommitMsg};

/// Those that share decisions; installed only when asked for.
inline constexpr std::array kSharingHooks{GitHook::PostMerge, GitHook::PostRewrite, GitHook::PrePush};

/// Its file in the hooks folder: "pre-commit".
[[nodiscard]] std::string fileNameOf(GitHook hook);

/// The script of POSIX shell that stands there. It runs the hook that stood there before, then the program; nothing
/// that goes wrong with paydown itself stops git. @param program absolute path, tried before PATH
[[nodiscard]] std::string scriptOf(GitHook hook, const std::string& program);

/// What the hook that stood there before is called now.
[[nodiscard]] std::string keptNameOf(GitHook hook);

/// Whether a line is how a script of ours begins, of this version or an earlier one.
[[nodiscard]] bool isMarkerOf(GitHook hook, std::string_view line);

} // namespace paydown::hooks
