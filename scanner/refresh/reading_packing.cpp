// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_packing.h"
#include "scanner/refresh/reading_cache.h"

#include <utility>

namespace paydown {

namespace {

void add(Packer& packer, const Annotation& annotation) {
    const SourceRange& range = annotation.range;
    for (const std::uint32_t number : {range.beginByte, range.endByte, range.line, range.column})
        packer.add(std::uint64_t{number});
    packer.add(static_cast<std::uint64_t>(annotation.form));
    packer.add(std::uint64_t{annotation.mention});
    for (const auto* text : {&annotation.tag, &annotation.title, &annotation.body, &annotation.symbol})
        packer.add(std::string_view(*text));
    packer.add(std::string_view(packStatement(annotation.stated)));
    packer.add(std::uint64_t{annotation.diagnostics.size()});
    for (const auto& diagnostic : annotation.diagnostics) {
        packer.add(std::uint64_t{diagnostic.line});
        packer.add(std::string_view(diagnostic.message));
    }
}

Annotation takeAnnotation(Unpacker& unpacker) {
    Annotation annotation;
    SourceRange& range = annotation.range;
    for (auto* number : {&range.beginByte, &range.endByte, &range.line, &range.column}) *number = unpacker.number32();
    annotation.form = static_cast<Form>(unpacker.number());
    annotation.mention = unpacker.number() != 0;
    for (auto* text : {&annotation.tag, &annotation.title, &annotation.body, &annotation.symbol})
        *text = unpacker.text();
    annotation.stated = unpackStatement(unpacker.text());
    for (std::uint64_t left = unpacker.number(); left > 0 && !unpacker.isBroken(); --left) {
        Diagnostic diagnostic;
        diagnostic.line = unpacker.number32();
        diagnostic.message = unpacker.text();
        annotation.diagnostics.push_back(std::move(diagnostic));
    }
    return annotation;
}

} // namespace

std::string packReading(const FileReading& reading) {
    if (reading.annotations.empty() && reading.skipped.empty() && reading.silenced == 0) return {};
    Packer packer;
    packer.add(std::string_view(reading.language));
    packer.add(std::string_view(reading.skipped));
    packer.add(std::uint64_t{reading.silenced});
    packer.add(std::uint64_t{reading.annotations.size()});
    for (const auto& annotation : reading.annotations) add(packer, annotation);
    return packer.bytes();
}

std::optional<FileReading> unpackReading(std::string_view bytes) {
    FileReading reading;
    if (bytes.empty()) return reading;
    Unpacker unpacker(bytes);
    reading.language = unpacker.text();
    reading.skipped = unpacker.text();
    reading.silenced = unpacker.number32();
    for (std::uint64_t left = unpacker.number(); left > 0 && !unpacker.isBroken(); --left)
        reading.annotations.push_back(takeAnnotation(unpacker));
    if (unpacker.isBroken() || !unpacker.atEnd()) return std::nullopt;
    return reading;
}

} // namespace paydown
