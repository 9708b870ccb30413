// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/sync_command.h"

#include "cli/format/words.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <set>

namespace paydown::cli {

namespace {

/// "Kai, Mia and 3 more"
std::string namesOf(const std::vector<std::string>& people) {
    constexpr std::size_t kShown = 3;
    std::string text;
    for (std::size_t i = 0; i < people.size() && i < kShown; ++i) {
        if (i > 0) text += i + 1 == people.size() ? " and " : ", ";
        text += escapeForTerminal(people[i]);
    }
    if (people.size() > kShown) text += fmt::format(" and {} more", people.size() - kShown);
    return text;
}

std::vector<std::string> peopleIn(const std::vector<DecisionRecord>& records) {
    std::set<std::string> people;
    for (const auto& record : records)
        people.insert(record.actor.name.empty() ? record.actor.email : record.actor.name);
    return {people.begin(), people.end()};
}

std::string received(std::uint64_t count, const std::vector<std::string>& people) {
    if (count == 0) return "received nothing new";
    return fmt::format("received {} from {}", counted(count, "decision"), namesOf(people));
}

} // namespace

void SyncCommand::declare(CLI::App& app) {
    app.add_option("remote", m_remote, "A remote's name or address; default: the current branch's, else origin")
        ->type_name("REMOTE");
    app.add_flag("--status", m_status, "Say what is to be sent and received, and change nothing");
    app.add_flag("-q,--quiet", m_quiet, "Say only what is newly planned for you, and what went wrong");
}

int SyncCommand::run(Session& session) {
    Checkout& place = session.repository();
    if (m_status) return sayStatus(session);
    const SharedNews news = place.sync(m_remote);
    for (const auto& notice : news.report.notices) session.remark(notice);
    sayReport(session, news);
    if (news.report.pushProblem.empty()) return kFine;
    throw Error(fmt::format("cannot send decisions to {}: {}", news.report.remote, news.report.pushProblem),
                "they are safe in this clone and go with the next sync");
}

int SyncCommand::sayStatus(Session& session) const {
    const SyncStatus status = session.checkout().syncStatus(m_remote);
    if (!status.fetchProblem.empty()) session.remark(status.fetchProblem + "; as of the last time");
    Output& out = session.output();
    out.line(fmt::format("{}: {} to send, {} to receive", escapeForTerminal(status.remote),
                         counted(status.ahead, "decision"), groupedDigits(status.behind)));
    if (!status.last) {
        out.line("never synchronised from this clone");
        return kFine;
    }
    out.line(fmt::format("last {}: sent {}, {}", formatTimestamp(status.last->at), groupedDigits(status.last->sent),
                         received(status.last->received, status.last->people)));
    return kFine;
}

void SyncCommand::sayReport(Session& session, const SharedNews& news) const {
    const SyncReport& report = news.report;
    Output& out = session.output();
    if (!m_quiet) {
        const std::string sent =
            report.sent > 0
                ? fmt::format("Sent {} to {}", counted(report.sent, "decision"), escapeForTerminal(report.remote))
                : fmt::format("Nothing to send to {}", escapeForTerminal(report.remote));
        out.line(fmt::format("{}, {}.", sent, received(report.received.size(), peopleIn(report.received))));
    }
    if (news.plannedForMe > 0) {
        out.line(fmt::format("{} of yours {} planned: 'paydown mine' lists them.", counted(news.plannedForMe, "item"),
                             news.plannedForMe == 1 ? "is newly" : "are newly"));
    }
}

} // namespace paydown::cli
