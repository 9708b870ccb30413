// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/show_command.h"

#include "cli/format/item_json.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/model/names.h"
#include "core/priority/priority.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

/// Prints one item in sections; each is left out when it has nothing to say.
class ItemSheet {
public:
    ItemSheet(Session& session, const Worklist& worklist, const ShortIds& shortIds, const ItemView& view)
        : m_session(session), m_worklist(worklist), m_shortIds(shortIds), m_view(view), m_out(session.output()) {}

    void print(int contextLines) {
        printHeadline();
        printText();
        printFacts();
        printCode(contextLines);
        printLife();
        printDecisions();
        printDiagnostics();
    }

private:
    void heading(std::string_view text) {
        m_out.line("");
        m_out.line(m_session.style().paint(Tone::Bold, text));
    }

    void printHeadline() {
        const Item& item = *m_view.item;
        const Style& style = m_session.style();
        const std::string id = item.id.isPending() ? "pending" : m_shortIds.shown(item.id);
        m_out.line(fmt::format("{}  {}  {}", style.paint(Tone::Bold, id),
                               style.paint(Style::toneOf(m_view.debtClass), nameOf(m_view.debtClass)),
                               style.paint(Tone::Bold, escapeForTerminal(item.annotation.title))));
        m_out.line(fmt::format("{}:{}:{}", style.paint(Tone::Path, escapeForTerminal(item.place.path)), item.place.line,
                               item.place.column));
        if (!item.annotation.symbol.empty()) m_out.line("in " + escapeForTerminal(item.annotation.symbol));
        printOtherNames();
        for (const auto& place : item.also) {
            m_out.line(fmt::format("also {}:{}", escapeForTerminal(place.path), place.line));
        }
    }

    void printOtherNames() {
        const Item& item = *m_view.item;
        for (const ItemId& name : item.aliases) {
            const std::string shown = m_shortIds.shown(name);
            if (std::ranges::find(item.adopted, name) == item.adopted.end()) {
                m_out.line("also called " + shown);
            } else {
                m_out.line(
                    fmt::format("also called {} before history was rewritten; its decisions count here (to undo: "
                                "paydown set {} apart={})",
                                shown, m_shortIds.shown(item.id), shown));
            }
        }
    }

    void printText() {
        const std::string& body = m_view.item->annotation.body;
        if (body.empty()) return;
        m_out.line("");
        for (const auto line : split(body, '\n')) m_out.line("  " + escapeForTerminal(line));
    }

    void fact(std::string_view name, const std::string& value) {
        if (!value.empty()) m_out.line(fmt::format("{:<9} {}", name, escapeForTerminal(value)));
    }

    void printFacts() {
        m_out.line("");
        fact("state", std::string(nameOf(m_view.state)));
        if (m_view.verdict != Verdict::None) fact("verdict", std::string(nameOf(m_view.verdict)));
        const auto stated = m_view.item->annotation.stated.debtClass;
        if (stated != m_view.debtClass) fact("code says", std::string(nameOf(stated)));
        fact("owner", ownerText());
        if (m_view.item->onBranchOnly) fact("branch", "on this branch only, not on the mainline yet");
        if (m_view.due) fact("due", formatDate(*m_view.due));
        if (m_view.effort) fact("effort", formatEffort(*m_view.effort));
        fact("ticket", m_view.ticket);
        if (m_view.period) fact("planned", "period of " + formatDate(*m_view.period));
        const Statement& says = m_view.item->annotation.stated;
        fact("why", says.why);
        fact("fix", says.fix);
        fact("review", says.review);
        fact("from", says.from);
        if (m_view.alike > 1) fact("alike", fmt::format("{} open items have this text", m_view.alike));
        printRank();
    }

    std::string ownerText() const {
        if (m_view.owner.empty()) return {};
        std::string text = fmt::format("{} ({})", m_view.owner, nameOf(m_view.ownerSource));
        if (m_view.ownerGoneSince) text += ", quiet since " + formatDate(*m_view.ownerGoneSince);
        return text;
    }

    void printRank() {
        if (m_view.score.rank > 0) {
            fact("rank", fmt::format("{} of {} · score {:.1f}", ordinal(m_view.score.rank),
                                     groupedDigits(m_worklist.byRank.size()), m_view.score.shown));
        }
        const auto reasons = reasonsFor(m_view, *m_worklist.snapshot, m_session.checkout().config(), m_worklist.today);
        for (const auto& reason : reasons) m_out.line("          " + escapeForTerminal(reason));
    }

    void printCode(int contextLines) {
        const auto excerpt = m_session.checkout().excerpt(*m_view.item, contextLines, m_worklist.snapshot->revision);
        if (excerpt.lines.empty()) {
            if (!excerpt.problem.empty()) fact("code", excerpt.problem);
            return;
        }
        heading("Code");
        const auto lit = m_view.item->place.line;
        for (std::size_t i = 0; i < excerpt.lines.size(); ++i) {
            const auto number = excerpt.firstLine + i;
            const std::string text =
                fmt::format("{:>6} {} {}", number, number == lit ? "▌" : " ", escapeForTerminal(excerpt.lines[i]));
            m_out.line(number == lit ? m_session.style().paint(Tone::Warning, text) : text);
        }
    }

    void printLife() {
        if (m_view.item->id.isPending()) return;
        const auto events = m_session.checkout().eventsOf(m_view.item->id, m_worklist.snapshot->revision);
        if (events.empty()) return;
        heading("Life");
        for (const auto& told : events) m_out.line("  " + lifeLine(told));
    }

    static std::string lifeLine(const ToldEvent& told) {
        std::string what(nameOf(told.event.kind));
        if (told.event.ending) what = fmt::format("ended ({})", nameOf(*told.event.ending));
        if (told.commit.boundary) what += " at or before this commit: the clone is shallow";
        if (!told.event.fromPath.empty()) what += " from " + escapeForTerminal(told.event.fromPath);
        if (told.landed && told.landed->commit != told.commit.commit) {
            what += fmt::format(", in the mainline since {} ({})", formatDate(dateOf(told.landed->date)),
                                toHex(told.landed->commit).substr(0, 12));
        }
        std::string who = told.commit.author.name;
        for (const Person& other : told.commit.coAuthors) who += " and " + other.name;
        return fmt::format("{}  {}  {}  {}", formatDate(dateOf(told.commit.date)),
                           toHex(told.commit.commit).substr(0, 12), padded(escapeForTerminal(who), 18), what);
    }

    void printDecisions() {
        if (m_view.decided == nullptr || (m_view.decided->fields.empty() && m_view.decided->notes.empty())) return;
        heading("Decisions");
        for (const auto& [name, value] : m_view.decided->fields) {
            std::string line = fmt::format("  {:<8} {}  by {} on {}", name, escapeForTerminal(value.value),
                                           escapeForTerminal(value.by.name), formatDate(dateOf(value.at)));
            if (!value.note.empty()) line += "  (" + escapeForTerminal(value.note) + ")";
            m_out.line(line);
        }
        for (const auto& note : m_view.decided->notes) {
            m_out.line(fmt::format("  note     {}  by {} on {}", escapeForTerminal(note.value),
                                   escapeForTerminal(note.by.name), formatDate(dateOf(note.at))));
        }
    }

    void printDiagnostics() {
        for (const auto& diagnostic : m_view.item->annotation.diagnostics) {
            m_out.line(m_session.style().paint(
                Tone::Warning, fmt::format("line {}: {}", diagnostic.line, escapeForTerminal(diagnostic.message))));
        }
    }

    Session& m_session;
    const Worklist& m_worklist;
    const ShortIds& m_shortIds;
    const ItemView& m_view;
    Output& m_out;
};

} // namespace

void ShowCommand::declare(CLI::App& app) {
    app.add_option("id", m_ids, "Items, as D-7f3k or any unique start of four characters")->required()->type_name("ID");
    app.add_option("-f,--format", m_format, "table (for people) or json")
        ->check(CLI::IsMember({"table", "json"}))
        ->type_name("FORMAT");
    app.add_option("--rev", m_revision, "The item as it was at this commit, branch or tag")->type_name("REV");
    app.add_option("--context", m_context, "Lines of code on each side (default 4)")->type_name("N");
}

int ShowCommand::run(Session& session) {
    LoadOptions load;
    load.revision = m_revision;
    load.ended = true;
    load.mentions = true;
    m_ids = session.enterByIds(m_ids);
    const WorklistPtr worklist = session.worklist(load);
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    bool first = true;
    for (const auto& typed : m_ids) {
        const auto id = findItem(typed, *worklist->snapshot, shortIds);
        if (!id) {
            session.remark(id.error().what + ": " + id.error().remedy);
            return kAnswerIsNo;
        }
        const auto found =
            std::ranges::find_if(worklist->items, [&](const ItemView& view) { return view.item->id == *id; });
        if (found == worklist->items.end()) continue;
        if (m_format == "json") {
            session.output().line(itemJson(*found).dump(2));
            continue;
        }
        if (!first) session.output().line("");
        first = false;
        ItemSheet(session, *worklist, shortIds, *found).print(m_context);
    }
    return kFine;
}

} // namespace paydown::cli
