// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace paydown::cli {

/// One field of RFC 4180 CSV. A field that a spreadsheet would run as a formula (it opens with = + - @, a tab or a
/// carriage return) is prefixed with an apostrophe; text of a repository is not trusted.
/// Control characters other than line ends and tabs become visible escapes.
[[nodiscard]] std::string csvField(std::string_view text);

/// A record with CR LF at its end, as RFC 4180 has it.
[[nodiscard]] std::string csvRecord(std::span<const std::string> fields);

} // namespace paydown::cli
