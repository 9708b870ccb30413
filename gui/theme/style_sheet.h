// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paydown::gui {

class Theme;

/// The style sheet that gives Qt's own widgets the look of the desk. Widgets are picked by type, or by the dynamic
/// property "look" ("title", "muted", "facts", "key", "primary", "flat", "tab").
[[nodiscard]] QString makeStyleSheet(const Theme& theme);

} // namespace paydown::gui
