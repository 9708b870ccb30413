// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/tree/file_reader.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace paydown {

/// A file that holds annotations, as it stands on disk.
struct FileOnDisk {
    std::string path;
    std::string language;
    std::vector<Annotation> annotations;
};

/// What some files hold: those with annotations, and those that could not be read. By path.
struct TreeReading {
    std::vector<FileOnDisk> files;
    std::vector<SkippedFile> skipped;
};

/// How to read many files.
struct TreeReadOptions {
    Symbols symbols = Symbols::Read;
    std::uint32_t maxFileBytes = 4U << 20;
    unsigned threads = 2;
};

/// Takes parts of a reading as they are ready, in the order of the paths. Called on the thread that reads the tree.
using OnTreeReading = std::function<void(TreeReading&& part)>;

/// Reads files on worker threads and hands on what they hold, in order, while later ones are still being read: the
/// first lines of a list are out before the last file is opened. @param paths relative to root. @throws Cancelled
void readFiles(const std::string& root, std::span<const std::string> paths, const FileReader& reader,
               const TreeReadOptions& options, const OnTreeReading& onReading, const std::stop_token& stop = {});

/// The same, all at once.
[[nodiscard]] TreeReading readFiles(const std::string& root, std::span<const std::string> paths,
                                    const FileReader& reader, const TreeReadOptions& options,
                                    const std::stop_token& stop = {});

/// The bytes of a regular file; nothing when it is gone, a link, or larger than the cap. `reason` says why.
[[nodiscard]] bool readFileBytes(const std::string& path, std::uint32_t maxBytes, std::string& bytes,
                                 std::string& reason);

} // namespace paydown
