// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/line_extent.h"
#include "scanner/syntax/language.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace paydown {

/// Names the symbol around each annotation of a text, where its language has symbols; a text with mentions alone is not
/// worth the parse. @param deadline when it ends the parse, symbols stay as they are, and each annotation gets a
/// diagnostic that says so.
/// @return parallel to the annotations, the code that each one is about: its symbol, else 20 lines on each side, which
/// holds within a symbol of more than 300 lines too.
std::vector<LineExtent> nameSymbols(const syntax::Language& language, std::string_view text,
                                    std::optional<std::chrono::steady_clock::time_point> deadline,
                                    std::vector<Annotation>& annotations);

} // namespace paydown
