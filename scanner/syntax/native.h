// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comment.h"
#include "scanner/syntax/language.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// The native annotations among the hits of the prefilter: Java, Kotlin, C#, Python, TypeScript, JavaScript, PHP, Rust,
/// C and C++; nothing for other languages. Lexical, by text alone; depends on the bytes alone; linear.
/// @param text decoded (see encoding.h).
/// @param hits as Prefilter::hits gives them, ascending.
/// @param comments as readComments gives them: a hit in a comment is none of a native annotation.
[[nodiscard]] std::vector<NativeAnnotation> nativeAnnotations(const Language& language, std::string_view text,
                                                              std::span<const std::uint32_t> hits,
                                                              std::span<const Comment> comments);

} // namespace paydown::syntax
