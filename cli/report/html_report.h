// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/short_ids.h"
#include "core/report/report.h"

#include <string>

namespace paydown::cli {

/// What the writers of a report need; both outlive the call.
struct ReportToWrite {
    const Report* report = nullptr;
    const ShortIds* shortIds = nullptr;
};

/// The report as one HTML page that needs nothing else: no network, no script; style and charts stand in it. Text of
/// the repository is escaped, and a content security policy forbids the page to load or run anything.
[[nodiscard]] std::string htmlReport(const ReportToWrite& what);

} // namespace paydown::cli
