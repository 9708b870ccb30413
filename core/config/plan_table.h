// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/config/table_reader.h"

namespace paydown::detail {

/// Reads [plan] of a configuration or of a workspace. @returns whether there is one. @throws Error
bool readPlanTable(PlanConfig& plan, TableReader& root);

} // namespace paydown::detail
