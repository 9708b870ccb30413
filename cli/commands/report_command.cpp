// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/report_command.h"

#include "cli/report/html_report.h"
#include "cli/report/markdown_report.h"
#include "core/filter/filter_ranges.h"
#include "core/git/commit_walk.h"
#include "core/git/revisions.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace paydown::cli {

namespace {

constexpr std::chrono::days kUsualLength{90};

/// The day that somebody meant: a date, the first day of a month, quarter or week, so long before `from`, or the day of
/// a commit.
Date dayMeant(const std::string& text, Date from, Checkout& place) {
    if (const auto days = parseNamedDays(text)) return days->first;
    if (const auto ago = parseDays(text)) return from - std::chrono::days{*ago};
    const git::Repository& repository = place.repository();
    if (const auto commit = git::findCommit(repository, text)) {
        return dateOf(git::readCommit(repository, *commit).committed, place.config().utcOffsetMinutes);
    }
    throw Error(
        fmt::format("'{}' names no day", text),
        "give a date (2026-05-01), a month (2026-05), a quarter (2026-Q2), an age (90d, 6mo) or a commit (v2.0)");
}

/// Of a whole year too, which due dates do not have.
NamedDays wholePeriod(const std::string& text) {
    if (const auto days = parseNamedDays(text)) return *days;
    const auto first = parseDate(text + "-01-01");
    const auto last = parseDate(text + "-12-31");
    if (first && last) return {*first, *last};
    throw Error(fmt::format("'{}' is no period", text), "give a month (2026-05), a quarter (2026-Q2) or a year (2026)");
}

void writeFile(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) throw Error(fmt::format("cannot write {}", path), "check the folder and its permissions");
}

} // namespace

void ReportCommand::declare(CLI::App& app) {
    app.add_option("-o,--output", m_output, "Write to this file instead of standard output")->type_name("FILE");
    app.add_option("-f,--format", m_format, "html (default, one page that needs nothing else) or markdown (a summary)")
        ->check(CLI::IsMember({"html", "markdown", "md"}))
        ->type_name("FORMAT");
    CLI::Option* since =
        app.add_option("--since", m_since, "From this day on: 2026-05-01, 90d, 6mo, v2.0 (default 90d)")
            ->type_name("WHEN");
    CLI::Option* until =
        app.add_option("--until", m_until, "Up to this day (default: that of the newest commit)")->type_name("WHEN");
    app.add_option("--period", m_period, "A month, a quarter or a year: 2026-05, 2026-Q2, 2026")
        ->excludes(since)
        ->excludes(until)
        ->type_name("PERIOD");
}

ReportPeriod ReportCommand::period(Session& session, const Snapshot& snapshot) const {
    Checkout& place = session.checkout();
    const Date today = place.today();
    if (!m_period.empty()) {
        const NamedDays days = wholePeriod(m_period);
        return {days.first, days.last};
    }
    // A clone that has not been fetched for long has its last weeks too; nothing happened in it since.
    const auto newest = git::readCommit(place.repository(), *snapshot.head).committed;
    Date last = std::min(today, dateOf(newest, place.config().utcOffsetMinutes));
    if (!m_until.empty()) last = dayMeant(m_until, today, place);
    const Date first = m_since.empty() ? last - kUsualLength + std::chrono::days{1} : dayMeant(m_since, today, place);
    if (last < first) {
        throw Error(
            fmt::format("the period would end on {}, before it begins on {}", formatDate(last), formatDate(first)),
            "choose an earlier --since, or a later --until");
    }
    return {first, last};
}

int ReportCommand::run(Session& session) {
    Checkout& place = session.repository();
    if (!place.hasBeenScanned()) throw Error("history has not been read yet", "run 'paydown scan'");
    LoadOptions load;
    load.workTree = false;
    load.ended = true;
    const WorklistPtr worklist = session.worklist(load);
    if (!worklist->snapshot->historyComplete) throw Error("history has not been read yet", "run 'paydown scan'");
    PeriodFacts facts = place.periodFacts(*worklist->snapshot, period(session, *worklist->snapshot), session.stop());
    const Report report = makeReport(worklist, std::move(facts), place.config());
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    const std::string text =
        m_format == "html" ? htmlReport({&report, &shortIds}) : markdownReport({&report, &shortIds});
    if (!m_output.empty() && m_output != "-") {
        writeFile(m_output, text);
        session.remark(fmt::format("wrote {}", m_output));
        return kFine;
    }
    if (m_format == "html" && isatty(STDOUT_FILENO) != 0) {
        throw Error("a page of HTML is not for a terminal", "name a file: paydown report -o report.html");
    }
    session.output().write(text);
    return kFine;
}

} // namespace paydown::cli
