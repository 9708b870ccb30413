// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_listing.h"

#include "scanner/tree/file_walk.h"

#include <utility>

namespace paydown {

namespace {

FileListing listingOf(FileWalk& walk) {
    FileListing listing;
    for (std::string path; walk.next(path);) {
        if (std::string language = walk.statedLanguage(); !language.empty())
            listing.statedLanguages.emplace(path, std::move(language));
        listing.paths.push_back(std::move(path));
    }
    listing.skipped = walk.takeLeftOut();
    return listing;
}

} // namespace

FileListing listCheckoutFiles(const git::Repository& repository, const ScanSettings& settings) {
    FileWalk walk(repository, settings);
    return listingOf(walk);
}

FileListing listDirectoryFiles(const std::string& root, const ScanSettings& settings) {
    FileWalk walk(root, settings);
    return listingOf(walk);
}

} // namespace paydown
