// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/check_command.h"

#include "cli/format/finding.h"
#include "cli/format/item_writer.h"
#include "cli/format/table_writer.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/git/attributes.h"
#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/model/names.h"
#include "core/triage/select.h"
#include "hooks/change_reader.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

constexpr std::uint32_t kWholeFile = 0;

/// Staged annotations have no id yet: path and title, under a key of its own.
std::string textFingerprint(const std::string& path, const std::string& title) {
    const auto digest = sha256(path + '\0' + foldTitle(title));
    constexpr std::size_t kLength = 40;
    return base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, kLength);
}

std::vector<Finding> findingsOf(const DebtChanges& changes, const PolicyVerdict& verdict) {
    std::vector<Finding> findings;
    for (const auto& violation : verdict.violations) {
        const std::string message =
            violation.remedy.empty() ? violation.message : violation.message + ": " + violation.remedy;
        findings.push_back(
            {violation.path, std::max<std::uint32_t>(violation.line, 1), std::max<std::uint32_t>(violation.column, 1),
             verdict.mode == PolicyMode::Enforce ? Severity::Error : Severity::Warning, "policy/" + violation.rule,
             message, textFingerprint(violation.path, violation.message), false});
    }
    for (const auto& added : changes.added) {
        if (added.annotation.mention) continue;
        findings.push_back({added.path, added.annotation.range.line, added.annotation.range.column, Severity::Note,
                            fmt::format("debt/{}", nameOf(added.annotation.stated.debtClass)),
                            fmt::format("{}: {}", added.annotation.tag, added.annotation.title),
                            textFingerprint(added.path, added.annotation.title), false});
    }
    return findings;
}

nlohmann::ordered_json jsonOf(const Finding& finding) {
    return {{"path", toUtf8(finding.path)},       {"line", finding.line},
            {"column", finding.column},           {"rule", finding.rule},
            {"message", toUtf8(finding.message)}, {"fingerprint", finding.fingerprint}};
}

/// Findings that stand alone in the formats of machines. @returns false for the format of people.
bool writeForMachines(Output& out, const std::string& format, const std::vector<Finding>& findings) {
    if (format == "sarif")
        out.write(sarif(findings));
    else if (format == "github")
        out.write(githubAnnotations(findings));
    else if (format == "gitlab")
        out.write(gitlabCodeQuality(findings));
    else if (format == "vim") {
        for (const auto& finding : findings) {
            out.line(fmt::format("{}:{}:{}: {}", escapeForTerminal(finding.path), finding.line, finding.column,
                                 escapeForTerminal(finding.message)));
        }
    } else if (format == "json") {
        auto array = nlohmann::ordered_json::array();
        for (const auto& finding : findings) array.push_back(jsonOf(finding));
        out.line(nlohmann::ordered_json{{"version", 1}, {"findings", array}}.dump(2));
    } else if (format == "jsonl") {
        for (const auto& finding : findings) out.line(jsonOf(finding).dump());
    } else {
        return false;
    }
    return true;
}

void writeForPeople(Output& out, const Style& style, const DebtChanges& changes, const PolicyVerdict& verdict) {
    for (const auto& added : changes.added) {
        out.line(fmt::format("{}  {}:{}  {}: {}", style.paint(Tone::Warning, "new    "), escapeForTerminal(added.path),
                             added.annotation.range.line, added.annotation.tag,
                             escapeForTerminal(added.annotation.title)));
    }
    for (const auto& changed : changes.changed) {
        out.line(fmt::format("changed  {}:{}  {}: {}", escapeForTerminal(changed.path), changed.after.range.line,
                             changed.after.tag, escapeForTerminal(changed.after.title)));
    }
    for (const auto& ended : changes.ended) {
        out.line(fmt::format("{}  {}  {}: {}", style.paint(Tone::Good, padded(std::string(nameOf(ended.kind)), 7)),
                             escapeForTerminal(ended.path), ended.annotation.tag,
                             escapeForTerminal(ended.annotation.title)));
    }
    for (const auto& violation : verdict.violations) {
        const std::string place =
            violation.line == kWholeFile ? violation.path : fmt::format("{}:{}", violation.path, violation.line);
        out.line(style.paint(Tone::Reckless,
                             fmt::format("{}: {}", escapeForTerminal(place), escapeForTerminal(violation.message))));
        if (!violation.remedy.empty()) out.line("  type: " + escapeForTerminal(violation.remedy));
    }
    if (changes.empty()) out.line("No debt is added, changed or ended.");
}

void refuseUnknownKeys(const Config& config) {
    if (!config.warnings.empty()) throw Error(config.warnings.front(), "'paydown doctor' names all of them");
}

StatedLanguage statedBy(git::LazyAttributes& attributes) {
    return [&attributes](std::string_view path) { return attributes.above(path).languageOf(path); };
}

/// What the registry knows about an ending, where it can be asked without waiting.
void addWhatIsKnown(Session& session, DebtChanges& changes) {
    if (changes.ended.empty() || !session.checkout().hasBeenScanned()) return;
    LoadOptions load;
    load.workTree = false;
    try {
        const SnapshotPtr snapshot = session.checkout().load(load, session.stop());
        const ShortIds shortIds = shortIdsOf(*snapshot);
        for (auto& ended : changes.ended) {
            const auto item = std::ranges::find_if(snapshot->items, [&](const Item& candidate) {
                return candidate.place.path == ended.path && candidate.annotation.title == ended.annotation.title;
            });
            if (item == snapshot->items.end()) continue;
            ended.shownId = shortIds.shown(item->id);
            if (item->introduced) ended.age = session.checkout().today() - dateOf(item->introduced->date);
        }
    } catch (const Error&) {
        // The registry only adds an id and an age here; a check never fails or waits for it.
    }
}

} // namespace

void CheckCommand::declare(CLI::App& app) {
    auto* range = app.add_option("--range", m_range, "Judge what B adds beyond A, by the configuration of B");
    range->type_name("A..B");
    app.add_flag("--overdue", m_overdue, "List open items past their date; for a scheduled job")->excludes(range);
    app.add_option("-f,--format", m_format, "table, json, jsonl, vim, sarif, github or gitlab")
        ->check(CLI::IsMember({"table", "json", "jsonl", "vim", "sarif", "github", "gitlab"}))
        ->type_name("FORMAT");
    app.add_flag("--strict", m_strict, "Unknown keys of the configuration are errors");
    app.add_flag("--hook", m_hook, "As the pre-commit hook: two lines at most, none when there is nothing to say");
}

int CheckCommand::run(Session& session) {
    Checkout& place = session.repository();
    if (m_strict) refuseUnknownKeys(place.config());
    if (!m_hook && m_range.empty()) session.remarkOnConfig();
    if (m_overdue) return checkOverdue(session);

    Config config = place.config();
    DebtChanges changes;
    if (m_range.empty()) {
        git::LazyAttributes attributes = git::attributesOnDisk(place.repository());
        const FileReader reader(config.scan, statedBy(attributes));
        changes = hooks::readIndexChanges(place.repository(), reader, config.scan, config.policy.budgets);
        addWhatIsKnown(session, changes);
    } else {
        const auto range = git::resolveRange(place.repository(), m_range);
        const auto text = git::findFile(place.repository(), range.to, kConfigFileName);
        config = parseConfig(text.value_or(std::string()), toHex(range.to).substr(0, 10) + ":" + kConfigFileName);
        if (m_strict) refuseUnknownKeys(config);
        for (const auto& warning : config.warnings) session.remark(warning);
        git::LazyAttributes attributes = git::attributesAt(place.repository(), range.to);
        const FileReader reader(config.scan, statedBy(attributes));
        changes =
            hooks::readRangeChanges(place.repository(), range.from, range.to, reader, config.scan,
                                    config.policy.budgets, session.stop());
    }
    const PolicyVerdict verdict = judge(changes, config.policy, ownHandle(place));
    if (m_hook) {
        // git shows a hook's standard error wherever the commit was made from.
        for (const auto& line : hookLines(changes, verdict))
            fmt::print(stderr, "paydown: {}\n", escapeForTerminal(line));
    } else if (!writeForMachines(session.output(), m_format, findingsOf(changes, verdict))) {
        writeForPeople(session.output(), session.style(), changes, verdict);
    }
    return verdict.blocks() ? kAnswerIsNo : kFine;
}

int CheckCommand::checkOverdue(Session& session) const {
    const WorklistPtr worklist = session.worklist({});
    std::vector<std::uint32_t> overdue = select(*worklist, Filter(), filterContext(*worklist));
    std::erase_if(overdue, [&](std::uint32_t index) {
        const auto& due = worklist->items[index].due;
        return !due || *due >= worklist->today;
    });
    sortItems(overdue, *worklist, SortBy::Due);
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    const WriterContext writing{worklist->snapshot.get(), &shortIds, worklist->today, session.style()};
    const auto writer = makeItemWriter(*parseListFormat(m_format), session.output(), writing);
    writer->begin();
    for (const auto index : overdue) writer->item(worklist->items[index]);
    writer->end();
    return overdue.empty() ? kFine : kAnswerIsNo;
}

std::string CheckCommand::ownHandle(const Checkout& place) {
    for (const auto& [handle, names] : place.config().ownerAliases) {
        const bool isMe = std::ranges::any_of(
            names, [&](const std::string& name) { return name == place.me().email || name == place.me().name; });
        if (isMe) return handle;
    }
    return {};
}

} // namespace paydown::cli
