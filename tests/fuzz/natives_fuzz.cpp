// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/native_reader.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/native.h"
#include "scanner/syntax/prefilter.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace paydown;

/// The first byte picks the language. Native annotations do not overlap, and lie inside of the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static constexpr std::array<std::string_view, 11> kLanguages{
        "java", "kotlin", "csharp", "python", "typescript", "php", "rust", "c", "cpp", "scala", "javascript"};
    static const std::vector<std::string> kWords{"TODO"};
    static const syntax::Prefilter kPrefilter(kWords);
    const syntax::Language& language = *syntax::findLanguage(kLanguages[data[0] % kLanguages.size()]);
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto comments = syntax::readComments(language, text);
    const auto natives = syntax::nativeAnnotations(language, text, kPrefilter.hits(text), comments);
    std::uint32_t end = 0;
    for (const syntax::NativeAnnotation& native : natives) {
        if (native.endByte <= native.beginByte || native.endByte > text.size()) std::abort();
        if (native.beginByte < end && native.name.empty()) std::abort();
        end = native.endByte;
    }
    for (const Annotation& annotation : annotations::readNative(text, natives)) {
        if (annotation.range.line == 0 || annotation.range.column == 0) std::abort();
        if (annotation.title.find('\n') != std::string::npos) std::abort();
    }
    return 0;
}
