// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown::cli {

/// The style sheet of the report: the desk's colours, light and dark by what the reader's system prefers, light on
/// paper; one column that also fits a telephone; nothing is loaded from anywhere.
extern const char* const kPageStyle;

} // namespace paydown::cli
