// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <string>
#include <vector>

namespace paydown::gui {

/// Fills lines and spans of an excerpt whose firstLine is set.
/// @param lines those of the file from `first` on, bytes as in the file. @param lastShown the last line to fill in.
void colourLines(SourceExcerpt& code, const std::string& language, const std::vector<std::string>& lines, int first,
                 int lastShown);

} // namespace paydown::gui
