// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace paydown;

/// A whole ledger, as the scanner reads it from disk: encodings, comments, items.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const FileReader kReader{ScanSettings{}};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const FileReading reading = kReader.read("src/DEBT.md", bytes, Symbols::Skip);
    std::uint32_t begin = 0;
    for (const Annotation& annotation : reading.annotations) {
        const SourceRange& range = annotation.range;
        if (range.beginByte < begin || range.endByte < range.beginByte || range.endByte > size) std::abort();
        if (range.line == 0 || range.column == 0 || annotation.form == Form::Native) std::abort();
        begin = range.beginByte;
    }
    return 0;
}
