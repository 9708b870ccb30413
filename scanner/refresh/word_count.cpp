// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"
#include "scanner/tree/file_bytes.h"
#include "scanner/tree/file_listing.h"
#include "scanner/tree/tree_reader.h"

namespace paydown {

std::vector<annotations::CensusWord> Checkout::countWords(const std::stop_token& stop) {
    ScanSettings settings = config().scan;
    settings.words = annotations::wordsForDebt();
    settings.ignoreWords.clear();
    const FileListing listing = isGit() && !repository().isBare() ? listCheckoutFiles(repository(), settings)
                                                                  : listDirectoryFiles(root(), settings);
    const FileReader reader(settings, [&](std::string_view path) { return listing.statedLanguageOf(path); });
    TreeReadOptions options;
    options.symbols = Symbols::Skip;
    options.maxFileBytes = settings.maxFileBytes;
    annotations::WordCensus census;
    for (const auto& file : readFiles(root(), listing.paths, reader, options, stop).files) {
        std::string bytes;
        std::string reason;
        // Gone meanwhile: what stands behind its words cannot be told, so they count as prose.
        if (!readFileBytes(root() + "/" + file.path, settings.maxFileBytes, bytes, reason)) bytes.clear();
        census.add(file.path, bytes, file.annotations);
    }
    return census.ranked();
}

} // namespace paydown
