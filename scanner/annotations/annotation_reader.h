// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/scan_settings.h"
#include "scanner/annotations/silence.h"
#include "scanner/annotations/vocabulary.h"
#include "scanner/syntax/comment.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::annotations {

struct Mark;
struct TextLine;

/// What one file says.
struct Reading {
    std::vector<Annotation> annotations; ///< In the order of the file, mentions included, without symbols.
    std::uint32_t silenced = 0;          ///< Annotations that debt:ignore covers; they are not in the list.
};

/// The annotation language: from the comments of a file to its annotations. Pure and immutable: shared by threads, it
/// yields the same for the same bytes everywhere. Cost is linear in the bytes, whatever they hold.
class AnnotationReader {
public:
    /// @param words legacy tags, beside DEBT and TECHDEBT.
    explicit AnnotationReader(const std::vector<std::string>& words) : m_vocabulary(words) {}

    /// The words of the settings without those that are not to be read.
    [[nodiscard]] static std::vector<std::string> wordsOf(const ScanSettings& settings);

    /// @param bytes the whole file.
    /// @param comments of it, in its order, not overlapping.
    /// @param candidates ascending offsets of the file, among them all where a word of the vocabulary begins, as the
    ///        prefilter finds them; others are passed over.
    [[nodiscard]] Reading read(std::string_view bytes, std::span<const syntax::Comment> comments,
                               std::span<const std::uint32_t> candidates) const;

    /// Whether a line opens with an annotation.
    [[nodiscard]] bool opensAnnotation(std::string_view bytes, const TextLine& line,
                                       std::span<const std::uint32_t> candidates) const;
    /// The annotation that opens the first line; the other lines are its text, whatever they hold.
    /// @pre opensAnnotation(bytes, text.front(), candidates)
    [[nodiscard]] Annotation readOpening(std::string_view bytes, std::span<const TextLine> text,
                                         std::span<const std::uint32_t> candidates) const;

private:
    void readText(std::string_view bytes, std::span<const TextLine> text, std::span<const std::uint32_t> candidates,
                  bool opensComment, std::vector<Annotation>& into) const;
    [[nodiscard]] Annotation annotationOf(std::string_view bytes, std::span<const TextLine> text, std::size_t line,
                                          const Mark& mark, const Mark* next, std::size_t nextLine) const;

    Vocabulary m_vocabulary;
};

/// Moves what is silenced out of the list, and counts it.
void applySilence(const Silence& silence, Reading& reading);

} // namespace paydown::annotations
