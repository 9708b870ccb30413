// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/backend/desk_state.h"

#include <QString>

namespace paydown::gui {

/// What somebody typed for a field (a name of namespace field), as the value that the log keeps: "+2w" becomes a date,
/// "1d" minutes. Empty text means none. The failure says what is wrong and what would be right.
[[nodiscard]] Result<std::string> readField(const std::string& field, const QString& typed, const DeskState& state);

} // namespace paydown::gui
