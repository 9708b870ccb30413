// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/config/config.h"
#include "core/config/plan_table.h"
#include "core/config/table_reader.h"
#include "core/filter/filter.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace paydown {

namespace {

using detail::ConfigMessages;
using detail::TableReader;

template <typename T>
void assignIf(T& target, std::optional<T>&& value) {
    if (value) target = std::move(*value);
}

// "1.2" or "1.2.3" as numbers; nothing for anything else.
std::optional<std::vector<int>> versionNumbers(std::string_view text) {
    std::vector<int> numbers;
    for (const std::string_view part : split(text, '.')) {
        int number = 0;
        const auto [end, failed] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (failed != std::errc() || end != part.data() + part.size() || number < 0) return std::nullopt;
        numbers.push_back(number);
    }
    numbers.resize(std::max<std::size_t>(numbers.size(), 3));
    return numbers;
}

void readRequires(Config& config, TableReader& root) {
    assignIf(config.requiresVersion, root.text("requires"));
    if (config.requiresVersion.empty()) return;
    std::string_view wanted = trimmed(config.requiresVersion);
    const bool hasOperator = wanted.starts_with(">=");
    if (hasOperator) wanted = trimmed(wanted.substr(2));
    const auto numbers = hasOperator ? versionNumbers(wanted) : std::nullopt;
    if (!numbers) {
        root.messages().refuse(
            root.sourceOf("requires"),
            fmt::format("requires: expected a minimum such as \">= 1.2\", found \"{}\"", config.requiresVersion));
    }
    if (*numbers > *versionNumbers(paydownVersion())) {
        root.messages().refuse(
            root.sourceOf("requires"),
            fmt::format("this repository requires paydown {} or newer, and this is {}", wanted, paydownVersion()),
            "install a newer paydown");
    }
}

// "Z", "+01:00", "-0530" as minutes.
std::optional<int> offsetMinutes(std::string_view text) {
    if (text == "Z" || text == "z") return 0;
    std::string digits;
    for (const char c : text.substr(std::min<std::size_t>(1, text.size()))) {
        if (c != ':') digits.push_back(c);
    }
    const bool signedText = text.starts_with('+') || text.starts_with('-');
    if (!signedText || digits.size() != 4 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    const int hours = (digits[0] - '0') * 10 + digits[1] - '0';
    const int minutes = (digits[2] - '0') * 10 + digits[3] - '0';
    if (hours > 14 || minutes > 59) return std::nullopt;
    return (text.front() == '-' ? -1 : 1) * (hours * 60 + minutes);
}

void readUtcOffset(Config& config, TableReader& root) {
    const auto text = root.text("utc_offset");
    if (!text) return;
    const auto minutes = offsetMinutes(*text);
    if (!minutes) {
        root.messages().refuse(root.sourceOf("utc_offset"),
                               fmt::format("utc_offset: expected an offset such as \"+01:00\", found \"{}\"", *text));
    }
    config.utcOffsetMinutes = *minutes;
}

bool isWord(std::string_view word) {
    const auto fits = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !word.empty() && word.size() <= 40 && std::all_of(word.begin(), word.end(), fits) &&
           !(word.front() >= '0' && word.front() <= '9');
}

std::vector<std::string> wordsOf(TableReader& table, std::string_view key, std::vector<std::string> otherwise) {
    auto words = table.texts(key);
    if (!words) return otherwise;
    for (std::string& word : *words) {
        if (!isWord(word)) {
            table.messages().refuse(
                table.sourceOf(key),
                fmt::format("{}: expected words of letters, digits, _ and -, found \"{}\"", table.nameOf(key), word));
        }
        for (char& c : word) {
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        }
    }
    return std::move(*words);
}

void readScan(Config& config, TableReader& root) {
    if (auto table = root.table("annotations")) {
        config.scan.words = wordsOf(*table, "words", config.scan.words);
        config.scan.ignoreWords = wordsOf(*table, "ignore", {});
        table->warnOfUnknownKeys();
    }
    if (auto table = root.table("scan")) {
        assignIf(config.scan.exclude, table->texts("exclude"));
        assignIf(config.scan.languages, table->texts("languages"));
        if (const auto bytes = table->whole("max_file_bytes", 1, 1 << 30)) {
            config.scan.maxFileBytes = static_cast<std::uint32_t>(*bytes);
        }
        table->warnOfUnknownKeys();
    }
    if (auto table = root.table("inbox")) {
        assignIf(config.inboxSince, table->text("since"));
        table->warnOfUnknownKeys();
    }
}

// A filter of the config, with its mistake shown.
void checkFilter(TableReader& table, std::string_view key, const FilterResult<Filter>& parsed) {
    if (parsed) return;
    const FilterError& error = parsed.error();
    table.messages().refuse(table.sourceOf(key),
                            fmt::format("{}: {} (in \"{}\", at character {})", table.nameOf(key), error.what,
                                        error.text, error.position + 1),
                            error.remedy);
}

// All of them first: each may name others, and rules may name them.
void readFilters(Config& config, TableReader& root) {
    auto table = root.table("filters");
    if (!table) return;
    for (const std::string& name : table->anyKeys()) config.filters[name] = table->text(name).value_or("");
    for (const auto& [name, text] : config.filters) checkFilter(*table, name, parseFilter(text, config.filters));
}

RuleConfig readRule(TableReader& table, const SavedFilters& saved) {
    RuleConfig rule;
    const auto when = table.text("when");
    if (!when || trimmed(*when).empty()) {
        table.messages().refuse(table.sourceOf("when"),
                                "[[rule]] needs when = \"…\", a filter such as \"path:tests/**\"");
    }
    rule.when = *when;
    checkFilter(table, "when", parseRuleFilter(rule.when, saved));
    auto then = table.table("then");
    if (!then) {
        table.messages().refuse(table.sourceOf("then"),
                                "[[rule]] needs then = { class = \"prudent\" } or an owner or a verdict");
    }
    if (const auto index = then->oneOf("class", {"unclassified", "reckless", "prudent"})) {
        rule.debtClass = static_cast<DebtClass>(*index);
    }
    assignIf(rule.owner, then->text("owner"));
    static const std::vector<std::string> kVerdicts{"reckless", "prudent", "live-with", "not-debt", "obsolete"};
    if (const auto index = then->oneOf("verdict", kVerdicts)) rule.verdict = kVerdicts[*index];
    then->warnOfUnknownKeys();
    table.warnOfUnknownKeys();
    return rule;
}

std::vector<std::string> requiredFields(TableReader& table, std::string_view key, std::vector<std::string> otherwise) {
    auto fields = table.texts(key);
    if (!fields) return otherwise;
    for (const std::string& field : *fields) {
        const auto& known = requirableFields();
        if (std::find(known.begin(), known.end(), field) == known.end()) {
            table.messages().refuse(table.sourceOf(key),
                                    fmt::format("{}: there is no field \"{}\"", table.nameOf(key), field),
                                    fmt::format("fields are {}", fmt::join(known, ", ")));
        }
    }
    return std::move(*fields);
}

void readPolicy(Config& config, TableReader& root) {
    auto table = root.table("policy");
    if (!table) return;
    PolicyConfig& policy = config.policy;
    if (const auto mode = table->oneOf("mode", {"report", "enforce"})) policy.mode = static_cast<PolicyMode>(*mode);
    if (auto require = table->table("require")) {
        policy.requireReckless = requiredFields(*require, "reckless", policy.requireReckless);
        policy.requirePrudent = requiredFields(*require, "prudent", policy.requirePrudent);
        policy.requireUnclassified = requiredFields(*require, "unclassified", policy.requireUnclassified);
        require->warnOfUnknownKeys();
    }
    for (TableReader& budget : table->tables("budget")) {
        BudgetConfig entry;
        assignIf(entry.path, budget.text("path"));
        const auto limit = budget.whole("limit", 0, 1 << 30);
        if (entry.path.empty() || !limit) {
            budget.messages().refuse(budget.sourceOf(""), "[[policy.budget]] needs path = \"src/**\" and limit = 10");
        }
        entry.limit = static_cast<std::uint32_t>(*limit);
        policy.budgets.push_back(std::move(entry));
        budget.warnOfUnknownKeys();
    }
    table->warnOfUnknownKeys();
}

void readPriority(Config& config, TableReader& root) {
    auto table = root.table("priority");
    if (!table) return;
    PriorityConfig& priority = config.priority;
    assignIf(priority.halfLifeDays, table->number("half_life_days", 0, TableReader::Bound::Above));
    assignIf(priority.fileWeight, table->number("file_weight", 0, TableReader::Bound::AtLeast));
    assignIf(priority.restingInterest, table->number("resting_interest", 0, TableReader::Bound::AtLeast));
    if (auto weights = table->table("weights")) {
        assignIf(priority.weightReckless, weights->number("reckless", 0, TableReader::Bound::AtLeast));
        assignIf(priority.weightUnclassified, weights->number("unclassified", 0, TableReader::Bound::AtLeast));
        assignIf(priority.weightPrudent, weights->number("prudent", 0, TableReader::Bound::AtLeast));
        weights->warnOfUnknownKeys();
    }
    table->warnOfUnknownKeys();
}

void readPeopleAndTools(Config& config, TableReader& root) {
    if (auto table = root.table("owners")) {
        assignIf(config.useCodeOwners, table->truth("codeowners"));
        if (auto aliases = table->table("aliases")) {
            for (const std::string& owner : aliases->anyKeys()) {
                config.ownerAliases[owner] = aliases->texts(owner).value_or(std::vector<std::string>{});
            }
        }
        table->warnOfUnknownKeys();
    }
    if (auto table = root.table("tickets")) {
        assignIf(config.newIssueUrl, table->text("new_issue_url"));
        const bool isWeb = config.newIssueUrl.starts_with("https://") || config.newIssueUrl.starts_with("http://");
        if (!config.newIssueUrl.empty() && !isWeb) {
            table->messages().refuse(table->sourceOf("new_issue_url"),
                                     "[tickets] new_issue_url: expected an address that starts with https://");
        }
        table->warnOfUnknownKeys();
    }
}

} // namespace

std::string_view paydownVersion() { return PAYDOWN_VERSION; }

const std::vector<std::string>& requirableFields() {
    static const std::vector<std::string> kFields{"owner", "due",    "effort",   "ticket", "why",
                                                  "fix",   "review", "category", "title",  "class"};
    return kFields;
}

Config parseConfig(std::string_view text, std::string_view source) {
    ConfigMessages messages{std::string(source), {}};
    const toml::table document = detail::parseTomlText(text, messages);
    TableReader root(document, "", messages);
    Config config;
    readRequires(config, root);
    assignIf(config.mainline, root.text("mainline"));
    readUtcOffset(config, root);
    readScan(config, root);
    readFilters(config, root);
    for (TableReader& rule : root.tables("rule")) config.rules.push_back(readRule(rule, config.filters));
    readPolicy(config, root);
    readPriority(config, root);
    detail::readPlanTable(config.plan, root);
    readPeopleAndTools(config, root);
    root.warnOfUnknownKeys();
    config.warnings = std::move(messages.warnings);
    return config;
}

} // namespace paydown
