// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/add_rule.h"

#include "core/config/toml_text.h"
#include "core/model/names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace paydown {

using detail::tomlQuoted;

std::string ruleText(const RuleConfig& rule) {
    std::vector<std::string> then;
    if (rule.debtClass) then.push_back(fmt::format("class = \"{}\"", nameOf(*rule.debtClass)));
    if (!rule.owner.empty()) then.push_back("owner = " + tomlQuoted(rule.owner));
    if (!rule.verdict.empty()) then.push_back("verdict = " + tomlQuoted(rule.verdict));
    return fmt::format("[[rule]]\nwhen = {}\nthen = {{ {} }}\n", tomlQuoted(rule.when), fmt::join(then, ", "));
}

std::string withRule(std::string_view config, const RuleConfig& rule) {
    std::string text(config);
    if (!text.empty() && !text.ends_with('\n')) text.push_back('\n');
    if (!text.empty()) text.push_back('\n');
    text += ruleText(rule);
    static_cast<void>(parseConfig(text, kConfigFileName));
    return text;
}

} // namespace paydown
