// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry_location.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace paydown {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kDatabaseName = "registry.db";

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

fs::path userDataFolder() {
    if (const auto configured = environment("XDG_DATA_HOME"); configured.starts_with('/')) return configured;
    if (const auto home = environment("HOME"); !home.empty()) return fs::path(home) / ".local/share";
    throw Error("find a place for the registry: the repository is read-only and HOME is not set",
                "name one with --registry or PAYDOWN_REGISTRY");
}

bool mayWrite(const fs::path& path) { return ::access(path.c_str(), W_OK) == 0; }

/// Whether a registry can live in a folder: its files may be written, or the folder may be made.
bool canHoldRegistry(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) return mayWrite(folder.parent_path());
    if (!mayWrite(folder)) return false;
    for (const auto* name : {"registry.db", "decisions.jsonl"}) {
        if (fs::exists(folder / name, ignored) && !mayWrite(folder / name)) return false;
    }
    return true;
}

/// Repositories in the user's folder are told apart by their path.
std::string nameForPath(const std::string& path) {
    const auto digest = sha256(path);
    return base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, 20);
}

std::optional<unsigned> octal(std::string_view text) {
    if (text.size() < 3 || text.size() > 5) return std::nullopt;
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '7') return std::nullopt;
        value = value * 8 + static_cast<unsigned>(c - '0');
    }
    return value & 0666U;
}

/// The permission bits that core.sharedRepository asks for, as `git help config` lists its values.
std::optional<unsigned> sharedFileMode(std::string_view setting) {
    const std::string value = asciiLower(trimmed(setting));
    if (value == "group" || value == "true" || value == "1" || value == "yes" || value == "on") return 0664;
    if (value == "all" || value == "world" || value == "everybody" || value == "2") return 0664;
    if (const auto mode = octal(value)) return *mode | 0600U;
    return std::nullopt;
}

void applySharing(const std::string& setting, RegistryLocation& location) {
    const auto mode = sharedFileMode(setting);
    if (!mode) return;
    location.fileMode = *mode;
    // Who may read a folder may enter it; new files in it belong to its group, as git does it (g+s).
    location.folderMode = *mode | (*mode & 0444U) >> 2 | ((*mode & 0060U) != 0 ? 02000U : 0U);
}

RegistryLocation inFolder(const fs::path& folder) {
    RegistryLocation location;
    location.folder = folder.string();
    location.database = (folder / kDatabaseName).string();
    location.log = (folder / "decisions.jsonl").string();
    location.scanLock = (folder / "scan.lock").string();
    location.syncState = (folder / "sync.json").string();
    location.syncLock = (folder / "sync.lock").string();
    return location;
}

RegistryLocation besideExplicit(const fs::path& database) {
    if (database.filename() == kDatabaseName) return inFolder(database.parent_path());
    RegistryLocation location;
    location.folder = database.parent_path().string();
    location.database = database.string();
    fs::path stem = database;
    if (stem.extension() == ".db") stem.replace_extension();
    location.log = stem.string() + ".decisions.jsonl";
    location.scanLock = stem.string() + ".scan.lock";
    location.syncState = stem.string() + ".sync.json";
    location.syncLock = stem.string() + ".sync.lock";
    return location;
}

} // namespace

RegistryLocation locateRegistry(const LocationRequest& request) {
    if (!request.explicitPath.empty()) return besideExplicit(fs::absolute(request.explicitPath).lexically_normal());
    const fs::path inRepository = fs::path(request.commonDirectory) / "paydown";
    if (canHoldRegistry(inRepository)) {
        RegistryLocation location = inFolder(inRepository);
        applySharing(request.sharedRepository, location);
        return location;
    }
    std::error_code ignored;
    const fs::path canonical = fs::weakly_canonical(request.commonDirectory, ignored);
    RegistryLocation location = inFolder(userDataFolder() / "paydown" / nameForPath(canonical.string()));
    location.inUserFolder = true;
    return location;
}

std::string registryFromEnvironment() { return environment("PAYDOWN_REGISTRY"); }

void createFolder(const RegistryLocation& location) {
    const fs::path folder = location.folder;
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) return;
    fs::create_directories(folder, error);
    if (error) {
        throw Error(fmt::format("create {}: {}", location.folder, error.message()),
                    "make the folder writable, or name another place with --registry or PAYDOWN_REGISTRY");
    }
    if (location.folderMode != 0755U) ::chmod(folder.c_str(), static_cast<mode_t>(location.folderMode));
}

} // namespace paydown
