// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/cache_folder.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <sys/stat.h>
#include <vector>

namespace paydown {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 32;
constexpr std::uintmax_t kMostBytes = 256U << 20;
constexpr std::chrono::hours kDraftIsDead{1};
constexpr std::chrono::hours kFreshFor{24};

std::string absoluteFrom(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && value[0] == '/' ? value : std::string();
}

struct Kept {
    fs::path path;
    fs::file_time_type used;
    std::uintmax_t bytes = 0;
};

} // namespace

std::string userCacheFolder() {
    if (const std::string cache = absoluteFrom("XDG_CACHE_HOME"); !cache.empty()) return cache + "/paydown";
    const std::string home = absoluteFrom("HOME");
    return home.empty() ? std::string() : home + "/.cache/paydown";
}

void makeCacheFolder(const std::string& folder, unsigned mode) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return;
    fs::create_directories(folder, ignored);
    ::chmod(folder.c_str(), static_cast<mode_t>(mode));
}

void keepFresh(const std::string& file) {
    std::error_code failure;
    const auto now = fs::file_time_type::clock::now();
    const auto used = fs::last_write_time(file, failure);
    if (!failure && now - used > kFreshFor) fs::last_write_time(file, now, failure);
}

void boundCacheFolder(const std::string& folder) {
    std::vector<Kept> kept;
    std::error_code failure;
    const auto now = fs::file_time_type::clock::now();
    for (fs::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored)) continue;
        const fs::path& path = at->path();
        const auto used = at->last_write_time(ignored);
        if (ignored) continue;
        const bool isDraft =
            path.extension() == kDraftSuffix && path.filename().string().find(kReadingsSuffix) != std::string::npos;
        if (isDraft && now - used > kDraftIsDead) fs::remove(path, ignored);
        if (path.extension() == kReadingsSuffix) kept.push_back({path, used, at->file_size(ignored)});
    }
    std::ranges::sort(kept, std::ranges::greater(), &Kept::used);
    std::uintmax_t bytes = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        bytes += kept[i].bytes;
        std::error_code ignored;
        if (i >= kMostFiles || bytes > kMostBytes) fs::remove(kept[i].path, ignored);
    }
}

} // namespace paydown
