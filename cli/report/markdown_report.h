// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/report/html_report.h"

#include <string>

namespace paydown::cli {

/// A summary of the report for a pull request or a chat: a screenful of Markdown, text of the repository escaped.
[[nodiscard]] std::string markdownReport(const ReportToWrite& what);

} // namespace paydown::cli
