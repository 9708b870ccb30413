// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/set_command.h"

#include "cli/commands/filter_argument.h"
#include "cli/format/item_writer.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/model/names.h"
#include "core/triage/groups.h"
#include "core/triage/select.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace paydown::cli {

namespace {

struct Assignment {
    std::string field;
    std::string value;
};

/// "class=reckless" is what people say; the log calls the class that a person gave a verdict.
std::string canonicalField(const std::string& typed) {
    const std::string lower = asciiLower(typed);
    return lower == "class" ? std::string(field::kVerdict) : lower;
}

std::optional<Assignment> asAssignment(const std::string& word) {
    const auto equals = word.find('=');
    if (equals != std::string::npos) return Assignment{canonicalField(word.substr(0, equals)), word.substr(equals + 1)};
    if (const auto verdict = parseVerdict(word)) return Assignment{field::kVerdict, std::string(nameOf(*verdict))};
    return std::nullopt;
}

std::vector<std::uint32_t> itemsNamed(const std::vector<std::string>& ids, const Worklist& worklist) {
    const ShortIds shortIds = shortIdsOf(*worklist.snapshot);
    std::vector<std::uint32_t> chosen;
    for (const auto& typed : ids) {
        const auto id = findItem(typed, *worklist.snapshot, shortIds);
        if (!id) throw Error(id.error().what, id.error().remedy);
        const auto found =
            std::ranges::find_if(worklist.items, [&](const ItemView& view) { return view.item->id == *id; });
        chosen.push_back(static_cast<std::uint32_t>(found - worklist.items.begin()));
    }
    return chosen;
}

/// What is in no commit yet cannot be decided about.
void addAlike(const Worklist& worklist, std::vector<std::uint32_t>& chosen) {
    for (const auto index : std::vector<std::uint32_t>(chosen)) {
        std::ranges::copy_if(alikeTo(worklist, index), std::back_inserter(chosen),
                             [&](std::uint32_t one) { return !worklist.items[one].item->id.isPending(); });
    }
    std::ranges::sort(chosen);
    const auto doubles = std::ranges::unique(chosen);
    chosen.erase(doubles.begin(), doubles.end());
}

} // namespace

void SetCommand::declare(CLI::App& app) {
    app.add_option("words", m_words,
                   "Items and what to decide: D-7f3k verdict=reckless owner=@kai effort=4h period=next")
        ->type_name("ID|FIELD=VALUE");
    // One argument, quoted where it has blanks: what follows it is what to decide.
    app.add_option("--where", m_where, "Decide about everything that this filter lists")
        ->type_name("FILTER")
        ->allow_extra_args(false);
    app.add_flag("--alike", m_alike, "Decide about all open items of the same text as well");
    app.add_option("-m,--message", m_note, "Why, kept with the decision")->type_name("NOTE");
    app.add_flag("--dry-run", m_dryRun, "Show what would be decided about, and write nothing");
    app.footer(
        "Fields: verdict (reckless, prudent, live-with, not-debt, obsolete), owner, due, effort, period, ticket,\n"
        "urgency, why, wake (touched:10, date:2027-01-01, changed), note. An empty value takes a field back.");
}

int SetCommand::run(Session& session) {
    std::vector<std::string> ids;
    std::vector<Assignment> assignments;
    for (const auto& word : m_words) {
        if (const auto assignment = asAssignment(word))
            assignments.push_back(*assignment);
        else
            ids.push_back(word);
    }
    if (assignments.empty()) throw Error("nothing to decide", "name a field: 'paydown set D-7f3k verdict=prudent'");
    if (ids.empty() && m_where.empty()) throw Error("no item is named", "'paydown list' shows the ids");

    if (session.hasWorkspace() && ids.empty())
        throw Error("--where decides in one repository", "run it there, without --workspace and PAYDOWN_WORKSPACE");
    ids = session.enterByIds(ids);
    Checkout& place = session.repository();
    const WorklistPtr worklist = session.worklist({});
    std::vector<std::uint32_t> chosen = itemsNamed(ids, *worklist);
    if (!m_where.empty()) {
        const Filter filter = filterOrThrow(session, m_where);
        const auto listed = select(*worklist, filter, contextOf(session, *worklist, filter));
        std::ranges::copy_if(listed, std::back_inserter(chosen),
                             [&](std::uint32_t index) { return !worklist->items[index].item->id.isPending(); });
    }
    if (m_alike) addAlike(*worklist, chosen);
    if (m_dryRun) {
        const ShortIds shortIds = shortIdsOf(*worklist->snapshot);
        const WriterContext writing{worklist->snapshot.get(), &shortIds, worklist->today, session.style()};
        const auto writer = makeItemWriter(ListFormat::Table, session.output(), writing);
        for (const auto index : chosen) writer->item(worklist->items[index]);
        session.output().line(fmt::format("{} would be decided about.", counted(chosen.size(), "item")));
        return kFine;
    }
    if (chosen.empty()) {
        session.output().line("No item is meant, and nothing was decided.");
        return kAnswerIsNo;
    }
    std::vector<FieldChange> changes;
    for (const auto index : chosen) {
        for (const auto& [name, value] : assignments) {
            changes.push_back({.what = {0, index, worklist->items[index].item->id},
                               .field = name,
                               .value = value,
                               .note = m_note,
                               .isTyped = true});
        }
    }
    session.remark(place.decide(*worklist->snapshot, changes, m_note).notices);
    session.output().line(
        fmt::format("Decided about {}. 'paydown undo' takes it back.", counted(chosen.size(), "item")));
    return kFine;
}

int UndoCommand::run(Session& session) {
    const auto [items, notices] = session.repository().undo();
    session.remark(notices);
    if (items == 0) {
        session.output().line("There is no decision of yours in this clone to take back.");
        return kAnswerIsNo;
    }
    session.output().line(fmt::format("Took back your last action, on {}.", counted(items, "item")));
    return kFine;
}

} // namespace paydown::cli
