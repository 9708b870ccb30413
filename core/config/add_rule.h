// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"

#include <string>
#include <string_view>

namespace paydown {

/// A rule as it stands in .paydown.toml: a [[rule]] of three lines.
[[nodiscard]] std::string ruleText(const RuleConfig& rule);

/// The text of a configuration with a rule added at its end, where it is asked last. What stood there stays as it is,
/// byte for byte. @throws Error when the text with the rule would not be a valid configuration.
[[nodiscard]] std::string withRule(std::string_view config, const RuleConfig& rule);

} // namespace paydown
