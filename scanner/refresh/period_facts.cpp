// SPDX-License-Identifier: GPL-3.0-or-later
// What Checkout::periodFacts() gathers for a report.
#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/git/tree_diff.h"
#include "core/registry/recent_history.h"
#include "scanner/history/commit_changes.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"
#include "scanner/refresh/scan_rules.h"

#include <algorithm>
#include <unordered_map>

namespace paydown {

namespace {

/// A debt that ended lately, and its code in the version before its end.
struct EndedCode {
    const Item* item = nullptr;
    history::CodePlace place;
};

/// Finds the code of ended items by reading the version that they stood in last.
class EndedCodeReader {
public:
    EndedCodeReader(const git::Repository& repository, const FileReader& reader, std::uint64_t maxFileBytes)
        : m_repository(repository), m_reader(reader), m_maxFileBytes(maxFileBytes) {}

    /// Nothing for a debt of a ledger, and where that version cannot be read.
    [[nodiscard]] std::optional<EndedCode> find(const Item& item, const std::vector<history::ChangedCommit>& commits) {
        if (item.annotation.form == Form::Ledger) return std::nullopt;
        const auto change = changeOf(item, commits);
        if (!change || change->before.isNull()) return std::nullopt;
        const auto bytes = git::findBlob(m_repository, change->before, m_maxFileBytes);
        if (!bytes) return std::nullopt;
        const FileReading reading = m_reader.read(item.place.path, *bytes, Symbols::Read);
        for (std::size_t i = 0; i < reading.annotations.size() && i < reading.extents.size(); ++i) {
            const Annotation& annotation = reading.annotations[i];
            if (annotation.range.line != item.place.line || annotation.title != item.annotation.title) continue;
            return EndedCode{&item, {item.place.path, change->before, reading.extents[i]}};
        }
        return std::nullopt;
    }

private:
    /// What the ending commit did to the item's file; nothing when a merge ended it.
    [[nodiscard]] static std::optional<history::VersionChange>
    changeOf(const Item& item, const std::vector<history::ChangedCommit>& commits) {
        const auto commit = std::ranges::find(commits, item.ended->at.commit, &history::ChangedCommit::id);
        if (commit == commits.end()) return std::nullopt;
        const auto change = std::ranges::find(commit->changes, item.place.path, &history::VersionChange::path);
        return change == commit->changes.end() ? std::nullopt : std::optional(*change);
    }

    const git::Repository& m_repository;
    const FileReader& m_reader;
    std::uint64_t m_maxFileBytes;
};

/// Sorts the touches of an ended item into those that the debt stood in the way of, and those after its end.
void addTouches(const EndedCode& ended, const std::vector<std::size_t>& touching, const history::FlatChanges& flat,
                const std::vector<history::ChangedCommit>& commits, std::vector<PeriodCommit>& told) {
    const Ending& ending = *ended.item->ended;
    for (const std::size_t change : touching) {
        const std::size_t at = flat.commitOf[change];
        const history::ChangedCommit& commit = commits[at];
        if (commit.id == ending.at.commit) continue; // Paying is no interest.
        if (ended.item->introduced && commit.committed.seconds <= ended.item->introduced->committed.seconds) continue;
        auto& list = commit.committed.seconds < ending.at.committed.seconds ? told[at].touched : told[at].passedAfter;
        if (list.empty() || list.back() != ended.item->id) list.push_back(ended.item->id);
    }
}

} // namespace

PeriodFacts Checkout::periodFacts(const Snapshot& snapshot, const ReportPeriod& period, const std::stop_token& stop) {
    PeriodFacts facts{period, {}};
    if (!snapshot.head || !hasBeenScanned()) return facts;
    const git::Repository& place = repository();
    const Date since = period.previous().first;
    const auto recent = readRecentCommits(m_state->readableRegistry().database(), *snapshot.head, since);
    std::vector<CommitId> ids;
    for (const RecentCommit& commit : recent) ids.push_back(commit.id);

    const CommitId mainline = git::resolveMainline(place, config().mainline).tip;
    const auto rules = makeScanRules(readRuleTexts(place, mainline));
    const history::IndexRequest request = indexRequest(rules, {mainline});
    const auto commits = history::readChangedCommits(place, ids, request, stop);
    std::unordered_map<CommitId, const RecentCommit*, ObjectIdHash> recentOf;
    for (const RecentCommit& commit : recent) recentOf.emplace(commit.id, &commit);
    for (const history::ChangedCommit& commit : commits) {
        PeriodCommit& told = facts.commits.emplace_back();
        told.id = commit.id;
        told.day = dateOf(commit.committed, config().utcOffsetMinutes);
        told.summary = commit.summary;
        told.touched = recentOf.at(commit.id)->touched;
        for (const history::VersionChange& change : commit.changes) told.paths.push_back(change.path);
    }

    const FileReader reader = readerBy(*rules);
    EndedCodeReader codeReader(place, reader, request.maxFileBytes);
    std::vector<EndedCode> ended;
    std::vector<history::CodePlace> places;
    for (const Item& item : snapshot.items) {
        throwIfStopped(stop);
        if (!item.ended || dateOf(item.ended->at.committed, config().utcOffsetMinutes) < since) continue;
        auto code = codeReader.find(item, commits);
        if (!code) continue;
        places.push_back(code->place);
        ended.push_back(std::move(*code));
    }
    const history::FlatChanges flat(commits);
    history::GitHunkReader hunks(place, request.threads, request.maxFileBytes, stop);
    const auto touches = history::touchesOfCode(places, flat.changes, hunks);
    for (std::size_t i = 0; i < ended.size(); ++i) addTouches(ended[i], touches[i], flat, commits, facts.commits);
    return facts;
}

} // namespace paydown
