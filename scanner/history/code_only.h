// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::syntax {
struct Language;
}

namespace paydown::history {

/// A file with every comment replaced by blanks, line ends and size kept: what is left when only comments went.
/// @param bytes as stored, in any encoding that paydown reads.
[[nodiscard]] std::string codeOnly(const syntax::Language& language, std::string_view bytes);

} // namespace paydown::history
