// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/tidy_command.h"

#include "cli/commands/filter_argument.h"
#include "cli/format/words.h"
#include "core/base/text.h"
#include "core/git/patch.h"
#include "scanner/tree/comment_removal.h"
#include "scanner/tree/file_bytes.h"
#include "scanner/tree/stated_language.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace paydown::cli {

namespace {

/// The annotations of a file that items are, by where they stand.
std::vector<Annotation> annotationsOf(const Worklist& worklist, const std::vector<std::uint32_t>& items,
                                      const std::vector<Annotation>& inFile) {
    std::vector<Annotation> chosen;
    for (const Annotation& one : inFile) {
        const bool isAsked = std::ranges::any_of(items, [&](std::uint32_t index) {
            const Place& place = worklist.items[index].item->place;
            return place.line == one.range.line && place.column == one.range.column;
        });
        if (isAsked) chosen.push_back(one);
    }
    return chosen;
}

} // namespace

void TidyCommand::declare(CLI::App& app) {
    app.add_option("filter", m_filter, "Of what was judged obsolete, only this")->type_name("FILTER");
    app.footer("'paydown set ID obsolete' judges; 'paydown tidy | git apply' takes the comments out of the work tree.");
}

int TidyCommand::run(Session& session) {
    const Filter filter = filterOrThrow(session, m_filter);
    Checkout& place = session.repository();
    if (place.repository().isBare()) throw Error("this repository has no files to tidy", "tidy in a clone of it");
    const WorklistPtr worklist = session.worklist({});
    const FilterContext context = contextOf(session, *worklist, filter);
    std::map<std::string, std::vector<std::uint32_t>> byFile;
    for (std::uint32_t index = 0; index < worklist->items.size(); ++index) {
        const ItemView& view = worklist->items[index];
        if (view.verdict != Verdict::Obsolete || view.item->ended || !matches(filter, view, context)) continue;
        byFile[view.item->place.path].push_back(index);
    }
    Tally tally;
    git::LazyAttributes attributes = git::attributesOnDisk(place.repository());
    const FileReader reader(place.config().scan, statedBy(attributes));
    for (const auto& [path, items] : byFile) tidyFile(session, reader, *worklist, items, tally);
    session.output().flush();
    if (byFile.empty()) {
        session.remark("nothing open is judged obsolete; 'paydown set ID obsolete' judges");
        return kFine;
    }
    std::string said = fmt::format("{} in {}", counted(tally.comments, "comment"), counted(tally.files, "file"));
    if (tally.left > 0) said += fmt::format("; {} to be taken out by hand", tally.left);
    if (tally.comments > 0) said += "; 'paydown tidy | git apply' takes them out";
    session.remark(said);
    return tally.left > 0 ? kAnswerIsNo : kFine;
}

void TidyCommand::tidyFile(Session& session, const FileReader& reader, const Worklist& worklist,
                           const std::vector<std::uint32_t>& items, Tally& tally) {
    Checkout& place = session.checkout();
    const std::string& path = worklist.items[items.front()].item->place.path;
    std::string bytes;
    std::string reason;
    if (!readFileBytes(place.root() + "/" + path, place.config().scan.maxFileBytes, bytes, reason)) {
        session.remark(fmt::format("{}: it cannot be read: {}", path, reason.empty() ? "it is gone" : reason));
        tally.left += items.size();
        return;
    }
    const auto wanted = annotationsOf(worklist, items, reader.read(path, bytes, Symbols::Skip).annotations);
    const CommentRemoval removal = withoutAnnotations(path, bytes, wanted, reader);
    for (const LeftAnnotation& left : removal.left)
        session.remark(fmt::format("{}:{}: left, since {}", path, left.annotation.range.line, left.reason));
    tally.left += removal.left.size();
    tally.comments += removal.taken.size();
    tally.files += removal.taken.empty() ? 0 : 1;
    session.output().write(git::patchOf(path, bytes, removal.bytes));
}

} // namespace paydown::cli
