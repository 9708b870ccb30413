// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace paydown::gui {

/// The repositories that were shown last, newest first, at most ten. Those that are gone from the disk are left out.
[[nodiscard]] QStringList recentRepositories();

void addRecentRepository(const QString& path);

} // namespace paydown::gui
