// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/log_command.h"

#include "cli/format/item_json.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/model/names.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>

namespace paydown::cli {

namespace {

std::string whatHappened(const Event& event) {
    std::string what(event.ending ? nameOf(*event.ending) : nameOf(event.kind));
    if (!event.fromPath.empty()) what += " from " + event.fromPath;
    return what;
}

Tone toneOf(const Event& event) {
    if (event.kind == EventKind::Introduced || event.kind == EventKind::Reopened) return Tone::Warning;
    return event.kind == EventKind::Ended ? Tone::Good : Tone::Plain;
}

void printLine(Session& session, const ShortIds& shortIds, const ToldEvent& told) {
    const Event& event = told.event;
    std::string line =
        fmt::format("{}  {}  {}  {}  {}:{}  ", formatDate(dateOf(told.commit.date)),
                    session.style().paint(Tone::Dim, toHex(told.commit.commit).substr(0, 10)),
                    padded(shortIds.shown(event.item), 8),
                    session.style().paint(toneOf(event), padded(escapeForTerminal(whatHappened(event)), 12)),
                    session.style().paint(Tone::Path, escapeForTerminal(event.place.path)), event.place.line);
    session.output().line(line + escapeForTerminal(event.title));
}

nlohmann::ordered_json eventJson(const ToldEvent& told) {
    const Event& event = told.event;
    nlohmann::ordered_json json = commitJson(told.commit);
    json["item"] = event.item.value;
    json["event"] = nameOf(event.kind);
    json["ending"] = event.ending ? nlohmann::ordered_json(nameOf(*event.ending)) : nlohmann::ordered_json(nullptr);
    json["path"] = toUtf8(event.place.path);
    json["line"] = event.place.line;
    json["from_path"] =
        event.fromPath.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(toUtf8(event.fromPath));
    json["title"] = toUtf8(event.title);
    json["landed"] = told.landed ? nlohmann::ordered_json(commitJson(*told.landed)) : nlohmann::ordered_json(nullptr);
    json["parent"] = event.parent ? nlohmann::ordered_json(event.parent->value) : nlohmann::ordered_json(nullptr);
    return json;
}

/// "1,204 paid, 380 dropped …": what was really paid, of the endings from one index to another.
std::string countsByKind(std::span<const ToldEvent> endings) {
    std::array<std::size_t, 6> counts{};
    for (const auto& told : endings) ++counts[static_cast<std::size_t>(*told.event.ending)];
    return endingsByKind(counts);
}

std::string endingsSummary(const std::vector<ToldEvent>& endings) {
    const std::string total = groupedDigits(endings.size()) + " ended";
    return endings.empty() ? total : total + ": " + countsByKind(endings);
}

/// The month or year in which an ending came to the mainline, or was made where it has not come there.
std::string periodOf(const ToldEvent& ending, std::string_view by) {
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    const CommitRef& at = ending.landed ? *ending.landed : ending.commit;
    return formatDate(dateOf(at.date)).substr(0, by == "year" ? kYear : kMonth);
}

/// One line for each period that has endings, newest first.
void printPeriods(Session& session, std::vector<ToldEvent> endings, std::string_view by) {
    std::ranges::stable_sort(endings, std::ranges::greater{}, [&](const auto& told) { return periodOf(told, by); });
    for (std::size_t begin = 0; begin < endings.size();) {
        const std::string period = periodOf(endings[begin], by);
        std::size_t end = begin;
        while (end < endings.size() && periodOf(endings[end], by) == period) ++end;
        session.output().line(period + "  " + countsByKind(std::span(endings).subspan(begin, end - begin)));
        begin = end;
    }
}

bool concerns(const Event& event, const std::string& path) {
    const auto isBelow = [&path](const std::string& place) {
        return place == path || (place.starts_with(path) && place.size() > path.size() && place[path.size()] == '/');
    };
    return isBelow(event.place.path) || isBelow(event.fromPath);
}

} // namespace

void LogCommand::declare(CLI::App& app) {
    app.add_option("subject", m_subject, "An item (D-7f3k), or a path; default: everything")->type_name("ID|PATH");
    CLI::Option* format = app.add_option("-f,--format", m_format, "table (for people) or jsonl")
                              ->check(CLI::IsMember({"table", "jsonl"}))
                              ->type_name("FORMAT");
    CLI::Option* limit = app.add_option("-n,--limit", m_limit, "At most so many events")->type_name("N");
    app.add_option("--rev", m_revision, "The history of this commit, branch or tag")->type_name("REV");
    CLI::Option* endings =
        app.add_flag("--endings", m_endings, "Only how debts ended, with a summary of what was really paid");
    app.add_option("--by", m_by, "Count endings by month or year instead of listing them")
        ->check(CLI::IsMember({"month", "year"}))
        ->needs(endings)
        ->excludes(format)
        ->excludes(limit)
        ->type_name("PERIOD");
}

int LogCommand::run(Session& session) {
    Checkout& place = session.repository();
    if (!place.hasBeenScanned()) throw Error("history has not been read yet", "run 'paydown scan'");
    LoadOptions load;
    load.revision = m_revision;
    load.workTree = false;
    load.ended = true;
    const SnapshotPtr snapshot = session.snapshot(load);
    const ShortIds shortIds = shortIdsOf(*snapshot);

    std::vector<ToldEvent> events;
    const auto item = m_subject.empty() ? tl::unexpected<Failure>(Failure{}) : findItem(m_subject, *snapshot, shortIds);
    if (item) {
        events = place.eventsOf(*item, m_revision);
    } else {
        events = place.allEvents(m_revision);
        std::string path(m_subject);
        while (path.ends_with('/')) path.pop_back();
        if (!path.empty()) std::erase_if(events, [&](const ToldEvent& told) { return !concerns(told.event, path); });
        if (!m_subject.empty() && events.empty()) {
            session.remark(fmt::format("no item and no path with events is called '{}'", m_subject));
            return kAnswerIsNo;
        }
    }
    if (m_endings) std::erase_if(events, [](const ToldEvent& told) { return told.event.kind != EventKind::Ended; });
    std::ranges::reverse(events); // They come oldest first.
    const std::string summary = m_endings ? endingsSummary(events) : std::string();
    if (!m_by.empty()) {
        printPeriods(session, events, m_by);
        session.output().line(summary);
        return kFine;
    }
    if (m_limit > 0 && events.size() > m_limit) events.resize(m_limit);
    if (m_format == "table") session.startPager();
    for (const auto& told : events) {
        if (session.output().isClosed()) break;
        if (m_format == "jsonl")
            session.output().line(eventJson(told).dump());
        else
            printLine(session, shortIds, told);
    }
    if (m_endings && m_format == "table") session.output().line(summary);
    return kFine;
}

} // namespace paydown::cli
