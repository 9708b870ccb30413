// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/here_command.h"

#include "cli/commands/filter_argument.h"
#include "cli/format/item_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/triage/select.h"
#include "scanner/refresh/branch_changes.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

bool cameHere(const Item& item, const CommitSet& commits) {
    if (!item.introduced) return item.id.isPending();
    return !item.introduced->boundary && commits->contains(item.introduced->commit);
}

/// "topic: 3 commits since origin/main (4f2a91c07b)"
std::string headline(const Snapshot& snapshot, const BranchChanges& changes) {
    const std::size_t commits = changes.commits()->size();
    const std::string left = fmt::format("{} ({})", changes.against(), toHex(changes.base()).substr(0, 10));
    if (commits == 0) return fmt::format("{} has no commit beyond {}", snapshot.headName, left);
    return fmt::format("{}: {} since {}", snapshot.headName, counted(commits, "commit"), left);
}

} // namespace

void HereCommand::declare(CLI::App& app) {
    app.add_option("filter", m_filter, "Only these items")->type_name("FILTER");
    app.add_option("--against", m_against, "What the branch left (default: the mainline)")->type_name("REV");
    app.add_option("-f,--format", m_format, "As for list")
        ->check(CLI::IsMember(listFormatNames()))
        ->type_name("FORMAT");
}

HereCommand::Found HereCommand::find(const Worklist& worklist, const Filter& filter, const FilterContext& context,
                                     BranchChanges& changes) {
    Found found;
    for (std::uint32_t index = 0; index < worklist.items.size(); ++index) {
        const ItemView& view = worklist.items[index];
        const Item& item = *view.item;
        if (item.annotation.mention || !matches(filter, view, context)) continue;
        if (item.ended) {
            if (changes.commits()->contains(item.ended->at.commit)) found.ended.push_back(index);
            continue;
        }
        if (!isOpenDebt(view)) continue;
        if (cameHere(item, changes.commits())) {
            found.introduced.push_back(index);
            continue;
        }
        const Nearness nearness = changes.nearnessOf(item.place);
        if (nearness == Nearness::SameLines) found.near.push_back(index);
        if (nearness == Nearness::SameFile) found.sameFile.push_back(index);
    }
    return found;
}

int HereCommand::run(Session& session) {
    const Filter filter = filterOrThrow(session, m_filter);
    Checkout& place = session.repository();
    BranchChanges changes = BranchChanges::read(place, m_against);
    LoadOptions load;
    load.ended = place.hasBeenScanned();
    const WorklistPtr worklist = session.worklist(load);
    if (!worklist->snapshot->historyComplete) throw Error("history has not been read yet", "run 'paydown scan'");
    Found found = find(*worklist, filter, contextOf(session, *worklist, filter), changes);
    for (auto* items : {&found.introduced, &found.near, &found.sameFile}) sortItems(*items, *worklist, SortBy::Rank);

    const ListFormat format = *parseListFormat(m_format);
    if (format == ListFormat::Table) {
        session.startPager();
        printForPeople(session, *worklist, changes, found);
        return kFine;
    }
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    const WriterContext writing{worklist->snapshot.get(), &shortIds, worklist->today, session.style()};
    const auto writer = makeItemWriter(format, session.output(), writing);
    writer->begin();
    for (const auto* items : {&found.introduced, &found.near, &found.sameFile}) {
        for (const auto index : *items) writer->item(worklist->items[index]);
    }
    writer->end();
    return kFine;
}

void HereCommand::printForPeople(Session& session, const Worklist& worklist, const BranchChanges& changes,
                                 const Found& found) {
    const ShortIds shortIds = shortIdsOf(*worklist.snapshot);
    const WriterContext writing{worklist.snapshot.get(), &shortIds, worklist.today, session.style()};
    const auto writer = makeItemWriter(ListFormat::Table, session.output(), writing);
    Output& out = session.output();
    out.line(session.style().paint(Tone::Bold, escapeForTerminal(headline(*worklist.snapshot, changes))));
    const auto section = [&](std::string_view name, const std::vector<std::uint32_t>& items) {
        if (items.empty()) return;
        out.line("");
        out.line(session.style().paint(Tone::Bold, fmt::format("{} {}", name, items.size())));
        for (const auto index : items) writer->item(worklist.items[index]);
    };
    section("introduced here", found.introduced);
    section(fmt::format("within {} lines of what you changed", BranchChanges::kReachLines), found.near);
    section("elsewhere in the files that you changed", found.sameFile);
    section("ended here", found.ended);
    const bool isEmpty =
        found.introduced.empty() && found.near.empty() && found.sameFile.empty() && found.ended.empty();
    if (isEmpty) out.line("No debt in what changed here.");
    if (changes.commits()->empty() && changes.against() == worklist.snapshot->headName) {
        session.remark("this is the mainline: only what is not committed counts as changed; name another branch with "
                       "--against, or mainline in .paydown.toml");
    }
}

} // namespace paydown::cli
