// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comment.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// Whose string literals and named arguments are read.
enum class ArgumentStyle : std::uint8_t {
    Java,   ///< owner = "mia"; """text blocks""".
    Kotlin, ///< As Java.
    CSharp, ///< Owner = "mia", owner: "mia"; @"verbatim".
    Python, ///< owner="mia"; prefixes, both quotes, triple quotes, adjacent literals join.
    Script, ///< {owner: "mia"}; both quotes and backquotes.
    Php,    ///< owner: 'mia'; single quotes know \' and \\ only.
    Rust,   ///< owner = "mia"; r#"raw"#; a backslash at a line end swallows blanks.
    C,      ///< Adjacent literals join; R"(raw)".
};

/// The arguments between the parentheses that open at `open`, and where they end.
struct ArgumentList {
    std::vector<NativeArgument> arguments;
    std::size_t end = 0; ///< Behind the closing parenthesis; 0 when it does not close within the cap of 16 KB.
};

/// Reads a list in parentheses. Depends on the bytes alone; looks at most 16 KB ahead.
[[nodiscard]] ArgumentList readArguments(std::string_view text, std::size_t open, ArgumentStyle style);

} // namespace paydown::syntax
