// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/line_extent.h"
#include "core/model/scan_settings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

namespace syntax {
struct Language;
}

/// The language that .gitattributes states for a path (git::Attributes::languageOf); empty for none. Called from
/// worker threads.
using StatedLanguage = std::function<std::string(std::string_view path)>;

/// Whether enclosing symbols are worth a parse by the grammar.
enum class Symbols : std::uint8_t {
    Skip,
    Read,       ///< Whatever time it takes: what is stored must not depend on the clock.
    ReadInTime, ///< Where somebody waits: a parse of more than 250 ms leaves them blank, with a diagnostic.
};

/// What one file holds.
struct FileReading {
    std::string language;                ///< Id of the language table; empty when unknown.
    std::vector<Annotation> annotations; ///< In the order of the file, mentions included.
    std::vector<LineExtent> extents;     ///< Parallel to them unless symbols are skipped: the code that each is about.
    std::string skipped;                 ///< Why the file was not read; empty when it was.
    std::uint32_t silenced = 0;          ///< Annotations that a debt:ignore covers; not in the list.
};

/// From the bytes of a file to its annotations: prefilter, comments and native annotations, the annotation language.
/// Pure: what is found depends on path, bytes, settings and stated language alone, never on the clock. Thread-safe: one
/// reader may be shared by threads.
class FileReader {
public:
    /// @param stated may be empty: then name and bytes alone decide about the language.
    explicit FileReader(const ScanSettings& settings, StatedLanguage stated = {});
    ~FileReader();
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    /// Whether the bytes hold any word that could be an annotation: one vectorised pass, about a gigabyte a second and
    /// more. False means read() would find nothing.
    [[nodiscard]] bool mayHoldAnnotation(std::string_view bytes) const;

    /// Reads a whole file. Never throws for what a file holds. A file without a tag costs one prefilter pass.
    /// @param path relative, with '/'; decides the language together with what is stated for it and with the bytes.
    [[nodiscard]] FileReading read(std::string_view path, std::string_view bytes, Symbols symbols) const;

    /// The same, where the caller knows what .gitattributes states for the path; empty for nothing.
    [[nodiscard]] FileReading read(std::string_view path, std::string_view bytes, Symbols symbols,
                                   std::string_view stated) const;

    /// Why a file is not read, whatever it holds: "binary", "unknown language" …; empty when it is read.
    [[nodiscard]] std::string whyNotRead(std::string_view path, std::string_view bytes, std::string_view stated) const;

    /// What the reader was made to state for a path; empty for nothing.
    [[nodiscard]] std::string statedFor(std::string_view path) const;
    /// The language that a file is read in: the stated one, if it is known, else the one that its name and bytes tell.
    /// Null when nothing does. @param text decoded.
    [[nodiscard]] const syntax::Language* languageOf(std::string_view path, std::string_view text) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paydown
