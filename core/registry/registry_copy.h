// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/database.h"

#include <string>

namespace paydown {

/// Copies the whole database, as of one moment, to a file that does not exist yet, for work that shall leave no trace.
/// The log of decisions stays where it is. @throws RegistryError
void copyDatabase(Database& database, const std::string& path);

} // namespace paydown
