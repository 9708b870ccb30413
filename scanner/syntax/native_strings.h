// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/native_arguments.h"

#include <optional>
#include <string>

namespace paydown::syntax {

/// A string literal as it is meant.
struct Unescaped {
    std::string text;
    std::size_t end = 0; ///< Behind the literal.
};

/// The literal at `at`, its prefix included; nothing when there is none or it does not close.
[[nodiscard]] std::optional<Unescaped> readString(std::string_view text, std::size_t at, ArgumentStyle style);

} // namespace paydown::syntax
