// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/annotations/annotation_reader.h"
#include "scanner/syntax/comment.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown::annotations::testing {

/// The comments of a sample: "//" and "#" to the end of the line, and "/* */". Samples hold no strings.
[[nodiscard]] std::vector<syntax::Comment> commentsOf(std::string_view source);

/// Every offset where a word could begin: after what is no letter, digit or '_'.
[[nodiscard]] std::vector<std::uint32_t> candidatesIn(std::string_view source);

/// Reads a sample with the default words.
[[nodiscard]] Reading readSample(std::string_view source);

/// Annotations, mentions left out.
[[nodiscard]] std::vector<Annotation> annotationsIn(std::string_view source);

/// The only annotation of a line comment with this text; a failed expectation and an empty one otherwise.
[[nodiscard]] Annotation annotationOf(std::string_view text);

} // namespace paydown::annotations::testing
