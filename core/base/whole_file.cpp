// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace paydown {

namespace {

namespace fs = std::filesystem;

std::error_code lastError() { return {errno, std::generic_category()}; }

/// @param mode as for fopen(3)
std::error_code writeAll(const std::string& path, const char* mode, std::string_view bytes) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), mode), &std::fclose);
    if (file == nullptr) return lastError();
    const bool isWritten = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    return isWritten && std::fflush(file.get()) == 0 ? std::error_code() : lastError();
}

} // namespace

std::optional<std::string> readWholeFile(const std::string& path) {
    std::error_code failure;
    if (fs::is_directory(path, failure)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::error_code writeNewFile(const std::string& path, std::string_view bytes) { return writeAll(path, "wbx", bytes); }

std::error_code replaceFile(const std::string& path, std::string_view bytes) {
    const std::string fresh = path + ".new";
    std::error_code failure = writeAll(fresh, "wb", bytes);
    std::error_code isNew;
    const fs::perms mode = fs::status(path, isNew).permissions();
    if (!failure && !isNew) fs::permissions(fresh, mode, failure);
    if (!failure) fs::rename(fresh, path, failure);
    return failure;
}

} // namespace paydown
