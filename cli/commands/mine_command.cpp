// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/mine_command.h"

#include "cli/format/item_writer.h"
#include "core/triage/queues.h"

#include <CLI/CLI.hpp>

namespace paydown::cli {

void MineCommand::declare(CLI::App& app) {
    app.add_option("-f,--format", m_format, "As for list")
        ->check(CLI::IsMember(listFormatNames()))
        ->type_name("FORMAT");
}

int MineCommand::run(Session& session) {
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
