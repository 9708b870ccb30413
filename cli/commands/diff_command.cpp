// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/diff_command.h"

#include "cli/commands/filter_argument.h"
#include "cli/format/difference.h"
#include "core/git/revisions.h"

#include <CLI/CLI.hpp>

namespace paydown::cli {

namespace {

/// A side as it was typed, where that names the commit; the hex of a merge base otherwise.
std::string nameOfSide(Session& session, std::string typed, const CommitId& commit) {
    if (typed.empty()) typed = "HEAD";
    const bool isThat = git::findCommit(session.checkout().repository(), typed) == commit;
    return isThat ? typed : toHex(commit).substr(0, 12);
}

WorklistPtr worklistAt(Session& session, const std::string& revision) {
    LoadOptions load;
    load.revision = revision;
    load.ended = true;
    return session.worklist(load);
}

/// Short enough, and long enough for both sides.
ShortIds shortIdsOfBoth(const Snapshot& a, const Snapshot& b) {
    std::vector<ItemId> ids;
    for (const Snapshot* snapshot : {&a, &b}) {
        for (const Item& item : snapshot->items) {
            ids.push_back(item.id);
            ids.insert(ids.end(), item.aliases.begin(), item.aliases.end());
        }
    }
    return ShortIds(std::move(ids));
}

} // namespace

void DiffCommand::declare(CLI::App& app) {
    app.add_option("range", m_range, "Two commits: v1.0..v2.0, main.. (to HEAD), main...topic (from where they parted)")
        ->required()
        ->type_name("A..B");
    app.add_option("filter", m_filter, "Compare only these items")->type_name("FILTER");
    app.add_option("-f,--format", m_format, "table (for people), json or md")
        ->check(CLI::IsMember({"table", "json", "md"}))
        ->type_name("FORMAT");
}

int DiffCommand::run(Session& session) {
    const Filter filter = filterOrThrow(session, m_filter);
    Checkout& place = session.repository();
    const auto range = git::resolveRange(place.repository(), m_range);
    if (!place.hasBeenScanned()) throw Error("history has not been read yet", "run 'paydown scan'");
    const auto dots = m_range.find("..");
    const auto afterDots = m_range.find_first_not_of('.', dots);
    const std::string to = afterDots == std::string::npos ? std::string() : m_range.substr(afterDots);
    const WorklistPtr before = worklistAt(session, nameOfSide(session, m_range.substr(0, dots), range.from));
    const WorklistPtr after = worklistAt(session, nameOfSide(session, to, range.to));
    const TipDifference difference = compareTips(*before, *after, filter, contextOf(session, *after, filter));
    const ShortIds shortIds = shortIdsOfBoth(*before->snapshot, *after->snapshot);
    const DifferenceReport report{&difference, before->snapshot.get(), after->snapshot.get(), &shortIds};
    if (m_format == "json") {
        writeDifferenceJson(session.output(), report);
    } else if (m_format == "md") {
        writeDifferenceMarkdown(session.output(), report);
    } else {
        session.startPager();
        writeDifferenceTable(session.output(), session.style(), report);
    }
    return kFine;
}

} // namespace paydown::cli
