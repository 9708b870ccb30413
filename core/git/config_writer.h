// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/repository.h"

#include <string>

namespace paydown::git {

/// Sets a value in the repository's own configuration. @throws Error
void setConfig(const Repository& repository, const std::string& key, const std::string& value);

/// Adds a value to a key that may have several, in the repository's own configuration. @returns false when it has that
/// value already, there or in the user's configuration. @throws Error
bool addToConfig(const Repository& repository, const std::string& key, const std::string& value);

} // namespace paydown::git
