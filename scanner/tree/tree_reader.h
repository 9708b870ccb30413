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

class FileWalk;
class ReadingMemory;

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

/// What a reading is for: the annotations, with those skipped files that could hold one; or every file that is not
/// read, and no annotations.
enum class Wanted : std::uint8_t { Annotations, SkippedFiles };

/// How to read many files.
struct TreeReadOptions {
    Symbols symbols = Symbols::Read;
    Wanted wanted = Wanted::Annotations;
    std::uint32_t maxFileBytes = 4U << 20;
    unsigned threads = 0;            ///< 0: as many as the machine runs at once, within reason.
    ReadingMemory* memory = nullptr; ///< Where readings are kept; may be null.
    /// Called on the thread that reads the tree when the next part is not ready: time to write what there is.
    std::function<void()> onWait;
};

/// Takes parts of a reading as they are ready, in the order of the paths. Called on the thread that reads the tree.
/// @returns false when it has enough; then the reading ends.
using OnTreeReading = std::function<bool(TreeReading&& part)>;

/// Reads the files of a walk on worker threads and hands on what they hold, in order, while later ones are still being
/// found and read: the first lines of a list are out long before the last folder is opened. Memory does not grow with
/// the tree. @returns whether everything was read: false when onReading had enough. @throws Cancelled
bool readTree(const std::string& root, FileWalk& walk, const FileReader& reader, const TreeReadOptions& options,
              const OnTreeReading& onReading, const std::stop_token& stop = {});

/// The same for given files. @param paths relative to root, by path
bool readFiles(const std::string& root, std::span<const std::string> paths, const FileReader& reader,
               const TreeReadOptions& options, const OnTreeReading& onReading, const std::stop_token& stop = {});

/// The same, all at once.
[[nodiscard]] TreeReading readFiles(const std::string& root, std::span<const std::string> paths,
                                    const FileReader& reader, const TreeReadOptions& options,
                                    const std::stop_token& stop = {});

} // namespace paydown
