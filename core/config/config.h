// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/model/annotation.h"
#include "core/model/scan_settings.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// A [[rule]]: what covers items before anybody decides about them. A decision by hand wins.
struct RuleConfig {
    std::string when;                   ///< A filter (core/filter).
    std::optional<DebtClass> debtClass; ///< then.class
    std::string owner;                  ///< then.owner; empty for none.
    std::string verdict;                ///< then.verdict: "not-debt", "live-with"; empty for none.
};

enum class PolicyMode : std::uint8_t { Report, Enforce };

/// At most so many open items below a path; a commit may not raise the count above max(limit, what the base had).
struct BudgetConfig {
    std::string path; ///< Glob.
    std::uint32_t limit = 0;
};

/// [policy]: what a commit or a pull request may add.
struct PolicyConfig {
    PolicyMode mode = PolicyMode::Report;
    std::vector<std::string> requireReckless{"owner"}; ///< Fields that a new reckless annotation must state.
    std::vector<std::string> requirePrudent{"why"};
    std::vector<std::string> requireUnclassified;
    std::vector<BudgetConfig> budgets;
};

/// [priority]: the weights of core/priority.
struct PriorityConfig {
    double halfLifeDays = 90;
    double weightReckless = 3;
    double weightUnclassified = 1.5;
    double weightPrudent = 1;
    /// What a change of the file counts for, beside a touch of the code itself, where the code has 40 lines.
    double fileWeight = 0.7;
    double restingInterest = 0.1; ///< Interest of code that nobody touches, so that class and date still count there.
};

/// [plan]
struct PlanConfig {
    std::optional<Date> start; ///< First day of some period; none: calendar months.
    std::uint32_t days = 14;   ///< Length of a period, used with start.
    double hours = 16;         ///< Capacity of a person in a period.
    std::uint32_t itemsPerPerson = 3;
    std::uint32_t answerAfter = 2; ///< Slips after which an item needs an answer.
};

/// .paydown.toml: every key has a default, so an absent file is a valid one.
struct Config {
    std::string mainline;        ///< Empty: the remote's HEAD, else HEAD.
    int utcOffsetMinutes = 0;    ///< Dates are judged at this offset.
    std::string requiresVersion; ///< requires = ">= 1.2"
    ScanSettings scan;           ///< [annotations] and [scan]
    std::string inboxSince;      ///< A revision: what was introduced before it is inherited.
    std::vector<RuleConfig> rules;
    PolicyConfig policy;
    PriorityConfig priority;
    PlanConfig plan;
    bool useCodeOwners = true;
    std::map<std::string, std::vector<std::string>> ownerAliases; ///< "@mia" → e-mail addresses and names.
    std::map<std::string, std::string> filters;                   ///< Saved filters by name: filter:NAME.
    std::string newIssueUrl;           ///< [tickets] template with {title}, {body}, {path}, {line}.
    std::vector<std::string> warnings; ///< Unknown keys with line and column; errors under --strict.
};

/// Name of the file at the root of a repository.
inline constexpr const char* kConfigFileName = ".paydown.toml";

/// Parses and validates the text of a configuration.
/// @param source how messages call it: ".paydown.toml" or "HEAD:.paydown.toml".
/// @throws Error with source, line and column and what was expected, for bad syntax, a bad value, or a `requires` that
/// this version does not meet.
[[nodiscard]] Config parseConfig(std::string_view text, std::string_view source);

/// A word that marks debt in a repository, and how often it does.
struct WordCount {
    std::string word; ///< Upper case: "NEEDSWORK".
    std::uint64_t count = 0;
    bool isProposed = true; ///< Whether it is a tag there, rather than a word of sentences in capitals.
    std::string sample;     ///< "builtin/add.c:12: say what failed"; any bytes. Empty for none.
};

/// The commented .paydown.toml that `paydown init` writes: every key at its default, commented out; words that the
/// repository uses beyond the defaults are switched on where they are proposed.
/// @param words what was found, most frequent first.
/// @param inboxSince the commit to draw the line at, in hex; empty leaves it commented out.
[[nodiscard]] std::string exampleConfig(const std::vector<WordCount>& words, std::string_view inboxSince = {});

/// The names of the fields that [policy.require] may ask for: owner, due, effort, ticket, why, fix, review, category,
/// title, class.
[[nodiscard]] const std::vector<std::string>& requirableFields();

/// The version that `requires` is compared with: "0.1.0".
[[nodiscard]] std::string_view paydownVersion();

} // namespace paydown
