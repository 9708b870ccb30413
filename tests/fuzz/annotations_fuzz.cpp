// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/annotation_reader.h"
#include "scanner/annotations/ledger_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>

using namespace paydown;

namespace {

/// What every annotation promises, whatever the bytes were.
void checkRanges(const std::vector<Annotation>& annotations, std::size_t size) {
    for (const Annotation& annotation : annotations) {
        if (annotation.range.beginByte > annotation.range.endByte || annotation.range.endByte > size) std::abort();
        if (annotation.range.line == 0) std::abort();
    }
}

} // namespace

/// The first byte says how the rest is cut into comments.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static const annotations::AnnotationReader kReader({"TODO", "FIXME", "HACK", "XXX"});
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    std::vector<syntax::Comment> comments;
    if ((data[0] & 1u) == 0) {
        comments.push_back({0, static_cast<std::uint32_t>(bytes.size()), syntax::CommentKind::Block});
    } else {
        for (std::size_t begin = 0; begin < bytes.size();) {
            const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
            if (end > begin)
                comments.push_back(
                    {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), syntax::CommentKind::Line});
            begin = end + 1;
        }
    }
    std::vector<std::uint32_t> everywhere(bytes.size()); // the reader passes over what is no word
    std::iota(everywhere.begin(), everywhere.end(), 0u);
    checkRanges(kReader.read(bytes, comments, everywhere).annotations, bytes.size());
    checkRanges(annotations::readLedger(bytes, comments, everywhere, kReader), bytes.size());
    return 0;
}
