// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/place_reading.h"

#include "scanner/refresh/cache_folder.h"
#include "scanner/refresh/reading_cache.h"
#include "scanner/refresh/scan_rules.h"
#include "scanner/tree/file_bytes.h"
#include "scanner/tree/file_walk.h"

#include <fmt/format.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace paydown {

namespace {

/// Which build reads: another one may find other things in the same bytes.
std::string programIdentity() {
    struct stat facts {};
    if (stat("/proc/self/exe", &facts) != 0) return {};
    return fmt::format("{} {} {}.{}", facts.st_ino, facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

std::string keyOf(const CheckoutState& place, const ScanSettings& settings, Symbols symbols) {
    return fmt::format("{}\n{}\n{} {}\n{}", place.root, readingFingerprint(settings), settings.all,
                       symbols == Symbols::Read, programIdentity());
}

/// Null where nothing may be kept.
std::unique_ptr<ReadingCache> cacheOf(const CheckoutState& place, const ScanSettings& settings, Symbols symbols) {
    const std::string key = keyOf(place, settings, symbols);
    const RegistryLocation& location = place.location;
    const bool isBesideRegistry = place.repository && RegistryHandle::exists(location);
    if (isBesideRegistry && access(location.folder.c_str(), W_OK) == 0) {
        return std::make_unique<ReadingCache>(location.folder + "/readings", key, location.fileMode,
                                              location.folderMode);
    }
    const std::string folder = userCacheFolder();
    return folder.empty() ? nullptr : std::make_unique<ReadingCache>(folder, key);
}

} // namespace

void readPlace(const CheckoutState& place, const PlaceReadOptions& options, const OnTreeReading& onReading,
               const std::stop_token& stop) {
    ScanSettings settings = place.config.scan;
    settings.all = options.all;
    const bool isForSkipped = options.wanted == Wanted::SkippedFiles;
    const auto told = isForSkipped ? git::LeftOut::Everything : git::LeftOut::Failures;
    const auto walk = place.repository ? std::make_unique<FileWalk>(*place.repository, settings, told)
                                       : std::make_unique<FileWalk>(place.root, settings, told);
    const FileReader reader(settings);
    const auto cache = isForSkipped ? nullptr : cacheOf(place, settings, options.symbols);
    TreeReadOptions reading;
    reading.symbols = options.symbols;
    reading.wanted = options.wanted;
    reading.maxFileBytes = settings.maxFileBytes;
    reading.memory = cache.get();
    reading.onWait = options.onWait;
    const bool whole = readTree(place.root, *walk, reader, reading, onReading, stop);
    if (cache) cache->save(whole ? ReadingCache::Asked::All : ReadingCache::Asked::Some);
}

} // namespace paydown
