// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

namespace paydown::gui {

/// The git repositories in a folder and up to three levels below it, by path, at most 200. A repository's own folders
/// are not entered, nor hidden ones, nor symbolic links. Reads only names; runs on a worker's thread.
[[nodiscard]] QVector<FoundRepository> searchRepositories(const QString& folder);

} // namespace paydown::gui
