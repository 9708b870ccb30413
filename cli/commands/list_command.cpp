// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/list_command.h"

#include "cli/commands/filter_argument.h"
#include "cli/format/item_writer.h"
#include "cli/format/table_writer.h"
#include "cli/format/words.h"
#include "cli/workspace/combined.h"
#include "core/base/text.h"
#include "core/triage/groups.h"
#include "core/triage/queues.h"
#include "core/triage/select.h"

#include <CLI/CLI.hpp>
#include <map>

namespace paydown::cli {

namespace {

const std::map<std::string, SortBy>& sortNames() {
    static const std::map<std::string, SortBy> names{
        {"rank", SortBy::Rank},   {"path", SortBy::Place},  {"age", SortBy::Age},           {"due", SortBy::Due},
        {"owner", SortBy::Owner}, {"class", SortBy::Class}, {"interest", SortBy::Interest}, {"title", SortBy::Title}};
    return names;
}

/// Machines get places in order; people with a registry get the worst first.
SortBy defaultSort(const Snapshot& snapshot, ListFormat format) {
    const bool ranked = snapshot.historyComplete && format == ListFormat::Table;
    return ranked ? SortBy::Rank : SortBy::Place;
}

std::vector<std::string> queueKeys() {
    std::vector<std::string> keys;
    for (const QueueInfo& info : queues()) keys.emplace_back(info.key);
    return keys;
}

/// Said on a terminal only, where somebody reads it.
void hintAtScan(Session& session, const Snapshot& snapshot) {
    if (session.style().width == 0 || snapshot.historyComplete || !session.checkout().isGit()) return;
    session.remark("history has not been read: 'paydown scan' adds ids, ages and ranks");
}

} // namespace

void ListCommand::declare(CLI::App& app) {
    app.add_option("filter", m_filter, "What to list: class:reckless owner:@mia path:src/** tag:FIXME age:1y.. words")
        ->type_name("FILTER");
    app.add_option("-f,--format", m_format, "table, json, jsonl, csv, md, vim, sarif, github or gitlab")
        ->check(CLI::IsMember(listFormatNames()))
        ->type_name("FORMAT");
    app.add_option("-s,--sort", m_sort, "rank, path, age, due, owner, class, interest or title")
        ->check(CLI::IsMember({"rank", "path", "age", "due", "owner", "class", "interest", "title"}))
        ->type_name("KEY");
    app.add_option("--state", m_state, "Items in this state; 'all' holds ended ones too")->type_name("STATE");
    app.add_option("-n,--limit", m_limit, "At most so many items")->type_name("N");
    app.add_option("--rev", m_revision, "What stood at this commit, branch or tag, as of its day")->type_name("REV");
    app.add_option("--queue", m_queue,
                   "A queue of the desk, in its order: review (the twenty most worth a look), new …")
        ->check(CLI::IsMember(queueKeys()))
        ->type_name("QUEUE");
    app.add_flag("--groups", m_groups, "Groups of equal text, largest first; 'set --alike' decides about a whole one");
    app.add_flag("--all", m_all, "Read ignored, generated and vendored files too");
    app.add_flag("--mentions", m_mentions, "Tags in mid-sentence too");
    app.add_flag("--skipped", m_skipped, "List the files that were not read, and why");
}

int ListCommand::run(Session& session) {
    if (m_skipped) return listSkipped(session);
    const ListFormat format = *parseListFormat(m_format);
    if (session.hasWorkspace()) return listWorkspace(session);
    const Filter filter = filterOrThrow(session, m_filter);
    if (m_groups) return listGroups(session, filter);
    return canStream(session, filter) ? stream(session, filter, format) : listWhole(session, filter, format);
}

LoadOptions ListCommand::loadOptions(const Filter& filter) const {
    LoadOptions load;
    load.revision = m_revision;
    load.ended = m_queue == "ended" || m_state == "all" || m_state == "ended" || filter.mentions(FilterKey::Ended) ||
                 filter.mentions(FilterKey::State);
    load.mentions = m_mentions || filter.mentions(FilterKey::Form);
    load.all = m_all;
    return load;
}

/// In the order of places, what is written of an item depends on no other item, unless a filter asks for ranks.
bool ListCommand::canStream(Session& session, const Filter& filter) const {
    const bool byPlace = (m_sort.empty() || m_sort == "path") && m_queue.empty();
    const bool ofFiles = m_revision.empty() && session.checkout().readsFilesAlone();
    return byPlace && ofFiles && !filter.mentions(FilterKey::Top);
}

int ListCommand::stream(Session& session, const Filter& filter, ListFormat format) {
    Checkout& place = session.checkout();
    const LoadOptions load = loadOptions(filter);
    Snapshot told = *place.emptySnapshot(); // collects the skipped files, which some formats end with
    const WorklistPtr nothing = place.assess(std::make_shared<Snapshot>(told), Extent::Part);
    const FilterContext context = contextOf(session, *nothing, filter);
    (void)selectForState(*nothing, filter, context, m_state, load.mentions); // refuses a wrong state before any output

    if (format == ListFormat::Table) session.startPager();
    const ShortIds shortIds = shortIdsOf(told);
    const WriterContext writing{&told, &shortIds, nothing->today, session.style()};
    const auto writer = makeItemWriter(format, session.output(), writing);
    writer->begin();
    std::size_t written = 0;
    const auto take = [&](const WorklistPtr& part) {
        for (const auto index : selectForState(*part, filter, context, m_state, load.mentions)) {
            writer->item(part->items[index]);
            if (++written == m_limit) return false;
        }
        const auto& skipped = part->snapshot->skipped;
        told.skipped.insert(told.skipped.end(), skipped.begin(), skipped.end());
        return !session.output().isClosed();
    };
    place.loadInParts(
        load, take, [&] { session.output().flush(); }, session.stop());
    writer->end();
    if (format == ListFormat::Table) hintAtScan(session, told);
    return kFine;
}

int ListCommand::listWhole(Session& session, const Filter& filter, ListFormat format) {
    const LoadOptions load = loadOptions(filter);
    const WorklistPtr worklist = session.worklist(load);
    const FilterContext context = contextOf(session, *worklist, filter);
    std::vector<std::uint32_t> chosen;
    if (const auto queue = parseQueue(m_queue)) {
        chosen = select(*worklist, members(*queue, *worklist), filter, context);
        if (chosen.empty() && format == ListFormat::Table) session.output().line(std::string(infoOf(*queue).empty));
    } else {
        chosen = selectForState(*worklist, filter, context, m_state, load.mentions);
    }
    const bool hasOrder = m_sort.empty() && !m_queue.empty();
    const SortBy order = m_sort.empty() ? defaultSort(*worklist->snapshot, format) : sortNames().at(m_sort);
    if (!hasOrder) sortItems(chosen, *worklist, order);
    if (m_limit > 0 && chosen.size() > m_limit) chosen.resize(m_limit);

    if (format == ListFormat::Table) session.startPager();
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    const WriterContext writing{worklist->snapshot.get(), &shortIds, worklist->today, session.style()};
    const auto writer = makeItemWriter(format, session.output(), writing);
    writer->begin();
    for (const auto index : chosen) {
        if (session.output().isClosed()) break;
        writer->item(worklist->items[index]);
    }
    writer->end();
    if (format == ListFormat::Table) hintAtScan(session, *worklist->snapshot);
    return kFine;
}

int ListCommand::listWorkspace(Session& session) {
    // Saved filters are each repository's own, so each reads the filter for itself.
    const auto filterIn = [&](const Config& config) { return filterOrThrow(config, m_filter); };
    LoadOptions load = loadOptions(filterIn(session.workspace().members().front().place->config()));
    const auto lists = readMembers(session, load);
    const auto choose = [&](const MemberList& list) {
        const Filter filter = filterIn(list.place->config());
        const FilterContext context = contextOf(*list.place, *list.worklist, filter);
        const auto queue = parseQueue(m_queue);
        return queue ? select(*list.worklist, members(*queue, *list.worklist), filter, context)
                     : selectForState(*list.worklist, filter, context, m_state, load.mentions);
    };
    auto items = combine(lists, choose, m_sort.empty() ? SortBy::Rank : sortNames().at(m_sort));
    if (m_limit > 0 && items.size() > m_limit) items.resize(m_limit);
    if (m_format == "table") session.startPager();
    writeCombined(session, lists, items, m_format);
    return kFine;
}

int ListCommand::listGroups(Session& session, const Filter& filter) const {
    const WorklistPtr worklist = session.worklist(loadOptions(filter));
    const FilterContext context = contextOf(session, *worklist, filter);
    const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
    Output& out = session.output();
    session.startPager();
    std::size_t shown = 0;
    for (const Group& group : groupsOf(*worklist)) {
        const auto chosen = select(*worklist, group.items, filter, context);
        if (chosen.size() < 2) continue;
        const Item& first = *worklist->items[chosen.front()].item;
        out.line(fmt::format("{:>5}  {}  {}:{}  {}", chosen.size(), padded(shortIds.shown(first.id), 10),
                             escapeForTerminal(first.place.path), first.place.line,
                             escapeForTerminal(first.annotation.title)));
        if (++shown == m_limit || out.isClosed()) break;
    }
    if (shown == 0) out.line("No two open items have the same text.");
    return kFine;
}

int ListCommand::listSkipped(Session& session) const {
    LoadOptions load;
    load.revision = m_revision;
    load.all = m_all;
    Output& output = session.output();
    session.startPager();
    const auto tell = [&](const SkippedFile& file) {
        output.line(fmt::format("{}: {}", escapeForTerminal(file.path), file.reason));
        return !output.isClosed();
    };
    session.checkout().tellSkipped(load, tell, session.stop());
    return kFine;
}

} // namespace paydown::cli
