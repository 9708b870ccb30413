// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/line_extent.h"
#include "core/model/scan_settings.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Whether enclosing symbols are worth a parse by the grammar. Read: for showing, a slow parse leaves them empty;
/// ReadPatiently: the same on every machine, with their extents.
enum class Symbols : std::uint8_t { Skip, Read, ReadPatiently };

/// What one file holds.
struct FileReading {
    std::string language;                ///< Id of the language table; empty when unknown.
    std::vector<Annotation> annotations; ///< In the order of the file, mentions included.
    std::vector<LineExtent> extents;     ///< Parallel to them when read patiently: the code that each one is about.
    std::string skipped;                 ///< Why the file was not read; empty when it was.
    std::uint32_t silenced = 0;          ///< Annotations that a debt:ignore covers; not in the list.
};

/// From the bytes of a file to its annotations: prefilter, comments and native annotations, the annotation language.
/// Pure: what is found depends on path, bytes and settings alone, never on the clock. Thread-safe: one reader may be
/// shared by threads.
class FileReader {
public:
    explicit FileReader(const ScanSettings& settings);
    ~FileReader();
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    /// Whether the bytes hold any word that could be an annotation: one vectorised pass, about a gigabyte a second and
    /// more. False means read() would find nothing.
    [[nodiscard]] bool mayHoldAnnotation(std::string_view bytes) const;

    /// Reads a whole file. Never throws for what a file holds. A file without a tag costs one prefilter pass.
    /// @param path relative, with '/'; decides the language together with the first bytes.
    [[nodiscard]] FileReading read(std::string_view path, std::string_view bytes, Symbols symbols) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown
