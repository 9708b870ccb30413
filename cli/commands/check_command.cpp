// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/check_command.h"

#include "cli/check/known_items.h"
#include "cli/check/paid_items.h"
#include "cli/format/item_writer.h"
#include "core/base/text.h"
#include "core/base/whole_file.h"
#include "core/git/attributes.h"
#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/triage/select.h"
#include "hooks/change_reader.h"
#include "scanner/tree/stated_language.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace paydown::cli {

namespace {

void refuseUnknownKeys(const Config& config) {
    if (!config.warnings.empty()) throw Error(config.warnings.front(), "'paydown doctor' names all of them");
}

/// Whether a format carries fingerprints that other tools compare from run to run.
bool isCompared(const std::string& format) { return format == "sarif" || format == "gitlab"; }

std::string messageIn(const std::string& path) {
    auto text = readWholeFile(path);
    if (!text) throw Error(fmt::format("cannot read {}", path), "name the file that holds the commit message");
    return std::move(*text);
}

} // namespace

void CheckCommand::declare(CLI::App& app) {
    auto* range = app.add_option("--range", m_range, "Judge what B adds since it left A, by the configuration of B");
    range->type_name("A..B");
    app.add_flag("--overdue", m_overdue, "List open items past their date; for a scheduled job")->excludes(range);
    app.add_option("-f,--format", m_format, "table, json, jsonl, csv, md, vim, sarif, github or gitlab")
        ->check(CLI::IsMember(checkFormatNames()))
        ->type_name("FORMAT");
    app.add_flag("--strict", m_strict, "Unknown keys of the configuration are errors");
    app.add_option("--message", m_message, "As the commit-msg hook: say which 'Pays: D-7f3k' of a message still stand")
        ->excludes(range)
        ->type_name("FILE");
    app.add_flag("--hook", m_hook, "As the pre-commit hook: two lines at most, none when there is nothing to say");
}

int CheckCommand::run(Session& session) {
    Checkout& place = session.repository();
    if (m_strict) refuseUnknownKeys(place.config());
    if (!m_message.empty()) return readMessage(session);
    if (!m_hook && m_range.empty()) session.remarkOnConfig();
    if (m_overdue) return checkOverdue(session);
    CheckReport report = m_range.empty() ? judgeIndex(session, Budgets::Count) : judgeRange(session);
    report.verdict = judge(report.changes, report.policy, ownHandle(place));
    if (m_hook) {
        // git shows a hook's standard error wherever the commit was made from.
        for (const auto& line : hookLines(report.changes, report.verdict))
            fmt::print(stderr, "paydown: {}\n", escapeForTerminal(line));
    } else {
        writeCheckReport(session.output(), session.style(), m_format, report);
    }
    return report.verdict.blocks() ? kAnswerIsNo : kFine;
}

int CheckCommand::readMessage(Session& session) const {
    constexpr std::size_t kMostLines = 2;
    const auto mark = session.repository().repository().configString("core.commentChar").value_or("#");
    const auto ids = paidByDraft(messageIn(m_message), mark.size() == 1 ? mark.front() : '#');
    if (ids.empty()) return kFine;
    const auto said = stillStanding(session, ids, judgeIndex(session, Budgets::Leave).changes);
    for (std::size_t i = 0; i < said.size() && i < kMostLines; ++i) {
        const bool isLast = i + 1 == kMostLines && said.size() > kMostLines;
        session.remark(isLast ? fmt::format("{}; and {} more", said[i], said.size() - kMostLines) : said[i]);
    }
    return kFine;
}

CheckReport CheckCommand::judgeIndex(Session& session, Budgets budgets) {
    Checkout& place = session.repository();
    const Config& config = place.config();
    git::LazyAttributes attributes = git::attributesOnDisk(place.repository());
    const FileReader reader(config.scan, statedBy(attributes));
    CheckReport report;
    report.policy = config.policy;
    const std::span<const BudgetConfig> counted(config.policy.budgets);
    report.changes = hooks::readIndexChanges(place.repository(), reader, config.scan,
                                             budgets == Budgets::Count ? counted : counted.first(0),
                                             [&](const CommitId& base) { return openPathsAt(session, base); });
    if (budgets == Budgets::Count) nameEnded(session, {}, report.changes);
    return report;
}

CheckReport CheckCommand::judgeRange(Session& session) const {
    const git::Repository& repository = session.repository().repository();
    const auto range = git::resolveRange(repository, m_range);
    // What A did after the two parted is none of B's doing.
    const CommitId base = git::mergeBase(repository, range.from, range.to).value_or(range.from);
    const std::string to = toHex(range.to);
    const auto text = git::findFile(repository, range.to, kConfigFileName);
    const Config config = parseConfig(text.value_or(std::string()), to.substr(0, 10) + ":" + kConfigFileName);
    if (m_strict) refuseUnknownKeys(config);
    session.remark(config.warnings);
    git::LazyAttributes attributes = git::attributesAt(repository, range.to);
    const FileReader reader(config.scan, statedBy(attributes));
    CheckReport report;
    report.policy = config.policy;
    report.changes =
        hooks::readRangeChanges(repository, base, range.to, reader, config.scan, config.policy.budgets, session.stop());
    nameEnded(session, toHex(base), report.changes);
    if (!nameAdded(session, to, report.changes) && isCompared(m_format)) {
        session.remark("without the whole history, fingerprints are hashes of path and text: a moved or reworded debt "
                       "counts as another one; fetch all of it (fetch-depth: 0) and run 'paydown scan' first");
    }
    session.remark(stillStandingAfter(session, base, range.to));
    return report;
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
    if (overdue.empty() && m_format == "table") session.output().line("Nothing is overdue.");
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
