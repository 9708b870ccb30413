// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace paydown {

/// All of a small file, whatever kind of file it is; nothing for a folder, and where it is not there or may not be
/// read.
[[nodiscard]] std::optional<std::string> readWholeFile(const std::string& path);

/// Makes a file that is not there yet; whatever stands there, even a link to nowhere, is left as it is.
/// @returns why not: std::errc::file_exists, or what the system says; no error when it is written.
[[nodiscard]] std::error_code writeNewFile(const std::string& path, std::string_view bytes);

/// Puts other bytes into a file, or makes it. Written beside ("….new") and renamed, so that nobody ever sees half of
/// it; who may read it stays as it was. @returns why not; no error when it is written.
[[nodiscard]] std::error_code replaceFile(const std::string& path, std::string_view bytes);

} // namespace paydown
