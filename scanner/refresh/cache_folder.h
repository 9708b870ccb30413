// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown {

inline constexpr std::string_view kReadingsSuffix = ".readings";
inline constexpr std::string_view kDraftSuffix = ".draft"; ///< While it is being written.

/// "paydown" in the user's cache folder (XDG_CACHE_HOME, else ~/.cache); empty where there is none.
[[nodiscard]] std::string userCacheFolder();

/// Makes a folder with its parents where it is missing. Failures show when a file is made in it.
void makeCacheFolder(const std::string& folder, unsigned mode);

/// Marks a file as used today, so that it is dropped after others.
void keepFresh(const std::string& file);

/// Removes files of readings beyond the 32 that were used last, beyond 256 MiB of them, and drafts that were left
/// behind. What has other names is left alone. Never throws.
void boundCacheFolder(const std::string& folder);

} // namespace paydown
