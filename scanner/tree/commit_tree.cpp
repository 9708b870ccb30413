// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/commit_tree.h"

#include "core/base/glob.h"
#include "core/git/attributes.h"
#include "core/git/blob_reader.h"
#include "core/git/tree_diff.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace paydown {

namespace {

git::Attributes attributesOf(const git::Repository& repository, const std::vector<git::TreeFile>& files) {
    constexpr std::string_view kName = ".gitattributes";
    git::Attributes attributes;
    for (const auto& file : files) {
        const auto slash = file.path.rfind('/');
        const std::string name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
        if (name != kName) continue;
        const std::string folder = slash == std::string::npos ? std::string() : file.path.substr(0, slash);
        if (const auto text = git::findBlob(repository, file.blob)) attributes.add(folder, *text);
    }
    return attributes;
}

} // namespace

TreeReading readCommitTree(const git::Repository& repository, const CommitId& commit, const ScanSettings& settings,
                           Symbols symbols, const std::stop_token& stop, const PathChoice& choice) {
    git::TreeReader trees(repository);
    const auto files = trees.files(trees.treeOf(commit));
    const git::Attributes attributes = attributesOf(repository, files);
    const GlobList exclude(settings.exclude);

    // Blobs are read once each, in the order of the packs; one blob may stand at several paths.
    std::map<BlobId, std::vector<const std::string*>> pathsOf;
    for (const auto& file : files) {
        if (choice && !choice(file.path)) continue;
        const bool leftOut =
            exclude.matches(file.path) || attributes.isGenerated(file.path) || attributes.isVendored(file.path);
        if (settings.all || !leftOut) pathsOf[file.blob].push_back(&file.path);
    }
    std::vector<BlobId> blobs;
    for (const auto& [blob, paths] : pathsOf) blobs.push_back(blob);

    const FileReader reader(settings, [&](std::string_view path) { return attributes.languageOf(path); });
    TreeReading whole;
    std::mutex mutex;
    git::BlobReadOptions options;
    options.maxBytes = settings.maxFileBytes;
    git::forEachBlob(
        repository, blobs, options,
        [&](unsigned, std::size_t index, std::string_view bytes) {
            if (!reader.mayHoldAnnotation(bytes)) return;
            for (const auto* path : pathsOf.at(blobs[index])) {
                FileReading reading = reader.read(*path, bytes, symbols);
                const std::lock_guard lock(mutex);
                if (!reading.skipped.empty())
                    whole.skipped.push_back({*path, std::move(reading.skipped)});
                else if (!reading.annotations.empty()) {
                    whole.files.push_back({*path, std::move(reading.language), std::move(reading.annotations)});
                }
            }
        },
        {}, stop);
    std::ranges::sort(whole.files, {}, &FileOnDisk::path);
    std::ranges::sort(whole.skipped, {}, &SkippedFile::path);
    return whole;
}

} // namespace paydown
