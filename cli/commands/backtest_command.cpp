// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/backtest_command.h"

#include "cli/format/backtest.h"
#include "scanner/refresh/past_days.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

constexpr std::chrono::days kYear{365};

} // namespace

void BacktestCommand::declare(CLI::App& app) {
    app.add_option("-f,--format", m_format,
                   "table (for people), md, or jsonl: what was known and what came, debt by debt")
        ->check(CLI::IsMember({"table", "md", "jsonl"}))
        ->type_name("FORMAT");
    app.add_option("--years", m_years, "At so many days, a year apart, the last one a year ago (default 5)")
        ->check(CLI::Range(1, 50))
        ->type_name("N");
}

int BacktestCommand::run(Session& session) {
    Checkout& place = session.repository();
    if (!place.hasBeenScanned()) throw Error("history has not been read yet", "run 'paydown scan'");
    ProgressLine progress(stderr);
    place.catchUp(progress.sink(), session.stop());
    PastDays past(place, {session.options().directory, session.options().registry});
    std::vector<PastDay> days;
    for (int back = static_cast<int>(m_years); back > 0; --back) {
        const Date day = past.lastDay() - back * kYear;
        PastDay one = past.read(day, day + kYear, progress.sink(), session.stop());
        if (!one.debts.empty()) days.push_back(std::move(one));
    }
    if (days.empty()) {
        session.remark(
            "the history is shorter than a year, or no debt was open a year ago: there is nothing to test with");
        return kAnswerIsNo;
    }
    if (m_format == "jsonl") {
        writePastDebts(session.output(), days);
        return kFine;
    }
    const Backtest result = backtest(days, {place.config().priority.halfLifeDays});
    if (m_format == "md")
        writeBacktestMarkdown(session.output(), result, place.name());
    else
        writeBacktestTable(session.output(), result);
    return kFine;
}

} // namespace paydown::cli
