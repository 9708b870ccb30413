// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scanner/history/imagined_repository.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace paydown::tests {

/// What identity section 2 promises of every history.
struct Law {
    std::string_view name; ///< A claim.
    /// What breaks it in this history; nothing when it holds. @param seed for the choices that the check makes itself.
    std::optional<std::string> (*breach)(const ImaginedRepository& repository, unsigned seed);
};

[[nodiscard]] std::span<const Law> laws();

} // namespace paydown::tests
