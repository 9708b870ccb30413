// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// Divides paths into the folders that a report speaks of: those of the root, but one that holds more than half of the
/// debts is divided again, so that the table says something of a project that lives in src/.
class FolderDivision {
public:
    /// @param paths of the debts.
    explicit FolderDivision(const std::vector<std::string_view>& paths);

    /// "builtin/"; "./" for the root's own files.
    [[nodiscard]] std::string folderOf(std::string_view path) const;

private:
    std::vector<std::string> m_divided; ///< Folders that are divided again, outer ones first.
};

/// Every folder that holds, or held in the period, any debt. @param report with all but its folders.
/// @param utcOffsetMinutes at which days are judged.
[[nodiscard]] std::vector<FolderOfDebt> foldersOf(const Report& report, int utcOffsetMinutes);

} // namespace paydown
