// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/mine_command.h"

#include "cli/format/item_writer.h"
#include "cli/workspace/combined.h"
#include "core/triage/queues.h"

#include <CLI/CLI.hpp>

namespace paydown::cli {

namespace {

bool pressesMe(const ItemView& view, Date today) {
    return isPlannedNow(view, today) || view.state == State::NeedsAnswer || view.woke ||
           belongsTo(Queue::Due, view, today);
}

} // namespace

void MineCommand::declare(CLI::App& app) {
    app.add_option("-f,--format", m_format, "As for list")
        ->check(CLI::IsMember(listFormatNames()))
        ->type_name("FORMAT");
}

int MineCommand::runWorkspace(Session& session) const {
    const auto lists = readMembers(session, {});
    // Each list has what presses first; so does the whole.
    std::vector<CombinedItem> items;
    for (const bool isPressing : {true, false}) {
        const auto part = combine(
            lists,
            [&](const MemberList& list) {
                auto mine = members(Queue::Mine, *list.worklist);
                std::erase_if(mine, [&](std::uint32_t index) {
                    return pressesMe(list.worklist->items[index], list.worklist->today) != isPressing;
                });
                return mine;
            },
            SortBy::Rank);
        items.insert(items.end(), part.begin(), part.end());
    }
    if (items.empty() && m_format == "table") {
        session.output().line("Nothing is yours in any repository of this workspace.");
        return kFine;
    }
    writeCombined(session, lists, items, m_format);
    return kFine;
}

int MineCommand::run(Session& session) {
    if (session.hasWorkspace()) return runWorkspace(session);
    if (session.checkout().me().email.empty() && session.checkout().me().name.empty()) {
        throw Error("git does not know who you are", "git config --global user.email you@example.com");
    }
    const WorklistPtr worklist = session.worklist({});
    const auto mine = members(Queue::Mine, *worklist);
    const ListFormat format = *parseListFormat(m_format);
    if (mine.empty() && format == ListFormat::Table) {
        session.output().line("Nothing is yours: no open item names you or was written by you.");
        return kFine;
    }
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    const WriterContext writing{worklist->snapshot.get(), &shortIds, worklist->today, session.style()};
    const auto writer = makeItemWriter(format, session.output(), writing);
    writer->begin();
    for (const auto index : mine) writer->item(worklist->items[index]);
    writer->end();
    return kFine;
}

} // namespace paydown::cli
