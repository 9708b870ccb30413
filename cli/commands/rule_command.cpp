// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/rule_command.h"

#include "cli/format/item_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/base/whole_file.h"
#include "core/config/add_rule.h"
#include "core/filter/filter.h"
#include "core/model/names.h"
#include "core/triage/rule_reach.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace paydown::cli {

namespace {

Filter whenOf(const RuleConfig& rule, const Config& config) {
    auto parsed = parseRuleFilter(rule.when, config.filters);
    if (parsed) return std::move(*parsed);
    throw Error(fmt::format("in the filter '{}', at character {}: {}", parsed.error().text, parsed.error().position + 1,
                            parsed.error().what),
                parsed.error().remedy);
}

/// "class prudent, owner @qa"
std::string thenWords(const RuleConfig& rule) {
    std::string words;
    const auto add = [&words](const std::string& text) { words += (words.empty() ? "" : ", ") + text; };
    if (rule.debtClass) add(fmt::format("class {}", nameOf(*rule.debtClass)));
    if (!rule.owner.empty()) add("owner " + escapeForTerminal(rule.owner));
    if (!rule.verdict.empty()) add("verdict " + rule.verdict);
    return words;
}

void showReach(Session& session, const Worklist& worklist, const RuleReach& reach) {
    constexpr std::size_t kSamples = 5;
    const ShortIds shortIds = shortIdsOf(*worklist.snapshot);
    const WriterContext writing{worklist.snapshot.get(), &shortIds, worklist.today, session.style()};
    const auto writer = makeItemWriter(ListFormat::Table, session.output(), writing);
    for (std::size_t i = 0; i < reach.covered.size() && i < kSamples; ++i)
        writer->item(worklist.items[reach.covered[i]]);
    if (reach.covered.size() > kSamples)
        session.output().line(fmt::format("  … and {} more", groupedDigits(reach.covered.size() - kSamples)));
    const std::size_t kept = reach.covered.size() - std::min(reach.covered.size(), reach.changed.size());
    std::string line = fmt::format("It covers {}, and changes {} of them", counted(reach.covered.size(), "open item"),
                                   groupedDigits(reach.changed.size()));
    if (kept > 0) line += "; the others say so already, or somebody or a rule before it decided";
    session.output().line(line + ".");
}

/// Adds the rule at the end of the configuration, or makes one of it alone.
void save(const RuleConfig& rule, const std::string& path) {
    const auto text = readWholeFile(path);
    std::error_code ignored;
    if (!text && std::filesystem::exists(path, ignored))
        throw Error(fmt::format("cannot read {}", path), "check the permissions of the file");
    if (const auto failure = replaceFile(path, withRule(text.value_or(""), rule))) {
        throw Error(fmt::format("cannot write {}: {}", path, failure.message()), "check the permissions of the folder");
    }
}

} // namespace

void RuleCommand::declare(CLI::App& app) {
    app.add_option("words", m_words, "A filter, then what holds for what it finds: 'path:tests/**' class=prudent")
        ->type_name("FILTER|FIELD=VALUE");
    app.add_flag("--save", m_save, "Add it to .paydown.toml, after showing what it covers");
    app.footer("Fields: class (reckless, prudent, unclassified), owner, verdict (live-with, not-debt, obsolete …).\n"
               "Without words: the rules there are, and what each covers. A decision by hand wins over any rule.");
}

RuleConfig RuleCommand::ruleFromWords() const {
    RuleConfig rule;
    for (const auto& word : m_words) {
        const auto equals = word.find('=');
        const std::string field = equals == std::string::npos ? "" : asciiLower(word.substr(0, equals));
        const std::string value = equals == std::string::npos ? "" : word.substr(equals + 1);
        if (field == "class") {
            rule.debtClass = parseDebtClass(value);
            if (!rule.debtClass)
                throw Error(fmt::format("there is no class '{}'", value), "it is reckless, prudent or unclassified");
        } else if (field == "owner") {
            rule.owner = value;
        } else if (field == "verdict") {
            if (!parseVerdict(value))
                throw Error(fmt::format("there is no verdict '{}'", value),
                            "it is reckless, prudent, live-with, not-debt or obsolete");
            rule.verdict = asciiLower(value);
        } else {
            rule.when += (rule.when.empty() ? "" : " ") + word;
        }
    }
    if (rule.when.empty())
        throw Error("the rule says nothing of where it holds", "begin with a filter: 'path:tests/**'");
    if (!rule.debtClass && rule.owner.empty() && rule.verdict.empty())
        throw Error("the rule says nothing of what it finds",
                    "end with a field: class=prudent, owner=@qa, verdict=not-debt");
    return rule;
}

int RuleCommand::run(Session& session) {
    if (m_words.empty()) return listRules(session);
    Checkout& place = session.checkout();
    const RuleConfig rule = ruleFromWords();
    const Filter when = whenOf(rule, place.config());
    const WorklistPtr before = session.worklist({});
    const WorklistPtr after = place.assessWith(rule, before->snapshot);
    showReach(session, *before, reachOf(when, *before, *after));
    Output& out = session.output();
    if (!m_save) {
        out.line("Nothing was written. With --save this goes into .paydown.toml:");
        out.write(ruleText(rule));
        return kFine;
    }
    save(rule, place.root() + "/" + kConfigFileName);
    out.line(fmt::format("Added to {}. It holds here now, and for everybody once it is committed.", kConfigFileName));
    return kFine;
}

int RuleCommand::listRules(Session& session) {
    Checkout& place = session.checkout();
    Output& out = session.output();
    const Config& config = place.config();
    if (config.rules.empty()) {
        out.line("There are no rules. 'paydown rule path:tests/** class=prudent' shows what one would cover.");
        return kFine;
    }
    const WorklistPtr worklist = session.worklist({});
    for (const RuleConfig& rule : config.rules) {
        const RuleReach reach = reachOf(whenOf(rule, config), *worklist, *worklist);
        out.line(fmt::format("{:>7}  {}: {}", groupedDigits(reach.covered.size()), escapeForTerminal(rule.when),
                             thenWords(rule)));
    }
    return kFine;
}

} // namespace paydown::cli
