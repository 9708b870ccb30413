// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/syntax/language.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace paydown {

/// Names the symbol around each annotation of a text, where its language has symbols; a text with mentions alone is not
/// worth the parse. @param deadline when it ends the parse, symbols stay as they are, and each annotation gets a
/// diagnostic that says so.
void nameSymbols(const syntax::Language& language, std::string_view text,
                 std::optional<std::chrono::steady_clock::time_point> deadline, std::vector<Annotation>& annotations);

} // namespace paydown
