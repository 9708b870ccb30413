// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/today_command.h"

#include "cli/format/words.h"
#include "cli/workspace/combined.h"
#include "core/triage/today.h"

#include <fmt/format.h>

namespace paydown::cli {

namespace {

std::string newLine(const Today& today) {
    std::string line = fmt::format("new    {}", counted(today.fresh, "item"));
    if (today.pending > 0) line += fmt::format(", {} not committed yet", today.pending);
    return line;
}

std::string dueLine(const Today& today) {
    if (today.overdue + today.dueSoon + today.needsAnswer == 0) return "due    nothing within a week";
    std::string line = fmt::format("due    {} overdue, {} within a week", today.overdue, today.dueSoon);
    if (today.needsAnswer > 0) line += fmt::format(", {} need an answer", today.needsAnswer);
    return line;
}

/// Without a registry there is no history to speak about: what stands here, and how to get the rest.
int sayWithoutHistory(Session& session, const Worklist& worklist) {
    const auto open = counted(today(worklist).open, "item");
    session.output().line(fmt::format("{} in the files of {}.", open, worklist.snapshot->name));
    if (session.checkout().isGit()) {
        session.output().line("History has not been read yet: who, when and how often it is touched follow from it.");
        session.output().line("next   paydown scan");
    } else {
        session.output().line("This is no git repository, so there is no history.");
        session.output().line("next   paydown list");
    }
    return kFine;
}

void sayFiveLines(Session& session, const Today& facts) {
    Output& out = session.output();
    out.line(newLine(facts));
    out.line(fmt::format("woke   {} of {} sleeping", groupedDigits(facts.woke), groupedDigits(facts.sleeping)));
    out.line(dueLine(facts));
    out.line(fmt::format("mine   {}, {} for now · {} open in all", counted(facts.mine, "item"), facts.mineNow,
                         groupedDigits(facts.open)));
    out.line(fmt::format("next   {}", session.style().paint(Tone::Bold, facts.nextCommand)));
}

/// All repositories of a workspace as if they were one.
Today todayEverywhere(Session& session) {
    Today all;
    for (const MemberList& list : readMembers(session, {})) {
        const Today here = today(*list.worklist);
        for (const auto count : {&Today::fresh, &Today::woke, &Today::overdue, &Today::dueSoon, &Today::needsAnswer,
                                 &Today::mine, &Today::mineNow, &Today::toReview, &Today::open, &Today::sleeping,
                                 &Today::inherited, &Today::pending, &Today::endedLately}) {
            all.*count += here.*count;
        }
    }
    all.nextCommand = nextCommandFor(all);
    return all;
}

} // namespace

int TodayCommand::run(Session& session) {
    if (session.hasWorkspace()) {
        sayFiveLines(session, todayEverywhere(session));
        return kFine;
    }
    const WorklistPtr worklist = session.worklist({});
    if (!worklist->snapshot->historyComplete) return sayWithoutHistory(session, *worklist);
    sayFiveLines(session, today(*worklist));
    return kFine;
}

} // namespace paydown::cli
