// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/index_tips.h"

#include "core/git/blob_reader.h"
#include "scanner/history/assigner.h"
#include "scanner/history/change_reader.h"
#include "scanner/history/chronicle.h"
#include "scanner/history/git_source.h"
#include "scanner/history/hunk_reader.h"
#include "scanner/history/item_at.h"
#include "scanner/history/tip_builder.h"
#include "scanner/history/touch_finder.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace paydown::history {

namespace {

/// Commits that are written in one transaction: an interruption loses at most the assignment of so many.
constexpr std::size_t kBatchCommits = 4000;

class Indexer {
public:
    Indexer(const git::Repository& repository, const IndexRequest& request, const FileReader& reader,
            HistoryStore& store, const ProgressSink& progress, const std::stop_token& stop)
        : m_repository(repository),
          m_request(request),
          m_reader(reader),
          m_store(store),
          m_progress(progress),
          m_stop(stop),
          m_chronicle(store),
          m_source(repository, request, reader, m_texts) {}

    IndexSummary run() {
        walk();
        if (!m_walk.commits.empty()) {
            m_changes = readChanges(m_repository, m_walk.commits, m_request, m_progress, m_stop);
            numberPaths();
            readBlobs();
            assign();
        }
        buildTips();
        settleNames();
        return std::move(m_summary);
    }

private:
    void walk() {
        git::KnownCommit known;
        if (m_chronicle.commitCount() > 0)
            known = [this](const CommitId& id) -> std::optional<std::uint32_t> {
                const auto number = m_chronicle.findCommit(id);
                return number ? std::optional(m_chronicle.node(*number).generation) : std::nullopt;
            };
        m_walk = git::walkCommits(m_repository, m_request.tips, known, m_progress, m_stop);
        m_summary.commits = m_walk.commits.size();
        m_summary.gaps = m_walk.gaps;
        for (const git::WalkedCommit& commit : m_walk.commits) m_source.keepTree(commit.commit.id, commit.tree);
    }

    void numberPaths() {
        for (ChangeSet& run : m_changes.runs) {
            auto& numbers = m_pathNos.emplace_back();
            for (const std::string& path : run.paths) numbers.push_back(m_chronicle.pathNo(path));
            m_summary.gaps.insert(m_summary.gaps.end(), run.gaps.begin(), run.gaps.end());
        }
    }

    void readBlobs();
    void keepBlobs();
    void assign();
    [[nodiscard]] CommitWork workOf(std::size_t index);
    void buildTips();
    void settleNames();

    struct Found {
        std::size_t blob = 0; ///< Index into m_blobs.
        PathNo path = 0;
        FileMarksPtr marks;
    };

    const git::Repository& m_repository;
    const IndexRequest& m_request;
    const FileReader& m_reader;
    HistoryStore& m_store;
    const ProgressSink& m_progress;
    const std::stop_token& m_stop;
    TextTable m_texts;
    Chronicle m_chronicle;
    GitSource m_source;
    git::CommitWalk m_walk;
    ReadChanges m_changes;
    std::vector<std::vector<PathNo>> m_pathNos; ///< By run and the run's path.
    std::vector<BlobId> m_blobs;                ///< To be read now.
    std::vector<std::vector<PathNo>> m_pathsOf; ///< By blob.
    std::vector<char> m_wasRead;                ///< By blob: 1 when it has been read.
    std::vector<std::vector<Found>> m_found;    ///< By worker.
    IndexSummary m_summary;
};

void Indexer::readBlobs() {
    std::unordered_map<BlobId, std::size_t, ObjectIdHash> indexOf;
    std::size_t changes = 0;
    for (const ChangeSet& run : m_changes.runs) changes += run.changes.size();
    m_chronicle.expectBlobs(changes);
    indexOf.reserve(changes);
    for (std::size_t run = 0; run < m_changes.runs.size(); ++run) {
        for (const RawChange& change : m_changes.runs[run].changes) {
            if (change.now.isNull() || m_chronicle.holdsAnnotations(change.now)) continue;
            const auto [slot, isNew] = indexOf.try_emplace(change.now, m_blobs.size());
            if (isNew) {
                m_blobs.push_back(change.now);
                m_pathsOf.emplace_back();
            }
            auto& paths = m_pathsOf[slot->second];
            const PathNo path = m_pathNos[run][change.path];
            if (std::ranges::find(paths, path) == paths.end()) paths.push_back(path);
        }
    }
    // Paths are looked up by several threads below, so all of them have to be known before.
    std::unordered_map<PathNo, const std::string*> names;
    for (const auto& paths : m_pathsOf) {
        for (const PathNo path : paths) names.emplace(path, &m_chronicle.path(path));
    }
    m_wasRead.assign(m_blobs.size(), 0);
    m_found.resize(std::max(1U, m_request.threads));
    const auto onBlob = [&](unsigned worker, std::size_t index, std::string_view bytes) {
        m_wasRead[index] = 1;
        if (m_pathsOf[index].size() > 1 && !m_reader.mayHoldAnnotation(bytes)) return; // else reading says so at once
        for (const PathNo path : m_pathsOf[index]) {
            const FileReading reading = m_reader.read(*names.at(path), bytes, Symbols::Skip);
            FileMarksPtr marks = makeFileMarks(bytes, reading.annotations, m_texts);
            if (marks) m_found[worker].push_back({index, path, std::move(marks)});
        }
    };
    const git::BlobReadOptions options{m_request.threads, m_request.maxFileBytes};
    try {
        const git::BlobReading reading = git::forEachBlob(m_repository, m_blobs, options, onBlob, m_progress, m_stop);
        m_summary.gaps.insert(m_summary.gaps.end(), reading.gaps.begin(), reading.gaps.end());
        for (const git::Gap& gap : reading.gaps) {
            if (const auto missing = parseObjectId<BlobId>(gap.object)) m_source.keepMissing(*missing);
        }
        for (char& read : m_wasRead) read = 1; // Too large ones hold nothing that could be followed.
    } catch (const Cancelled&) {
        keepBlobs();
        m_chronicle.flush();
        throw;
    }
    m_summary.blobs = m_blobs.size();
    keepBlobs();
    // So many are written behind the walk (HistoryStore::apply); fewer wait for their commits.
    constexpr std::size_t kMany = 1000;
    if (m_summary.blobs >= kMany) m_chronicle.flush();
}

/// Remembers which blobs hold annotations, in their own order, so that numbers do not depend on threads.
void Indexer::keepBlobs() {
    std::vector<char> holds(m_blobs.size(), 0);
    for (auto& found : m_found) {
        for (Found& file : found) {
            holds[file.blob] = 1;
            m_source.keepMarks(m_chronicle.path(file.path), m_blobs[file.blob], std::move(file.marks));
        }
        found.clear();
    }
    for (std::size_t blob = 0; blob < m_blobs.size(); ++blob) {
        if (m_wasRead[blob] == 0) continue;
        m_chronicle.addBlob(m_blobs[blob], holds[blob] != 0 || m_source.isMissing(m_blobs[blob]));
    }
    m_blobs.clear();
    m_pathsOf.clear();
}

CommitWork Indexer::workOf(std::size_t index) {
    const std::size_t run = index / ReadChanges::kRun;
    const ChangeSet& set = m_changes.runs[run];
    CommitWork work;
    work.commit = std::move(m_walk.commits[index].commit);
    work.commit.coAuthors = std::move(m_walk.commits[index].coAuthors);
    const std::size_t parents = work.commit.parents.size();
    const auto holds = [this](const BlobId& blob) {
        return !blob.isNull() && m_chronicle.holdsAnnotations(blob).value_or(false);
    };
    const ChangeSet::OfCommit range = set.commits[index % ReadChanges::kRun];
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const RawChange& change = set.changes[i];
        const PathNo path = m_pathNos[run][change.path];
        if (parents < 2) work.touched.push_back(path);
        const std::span before(set.before.data() + change.before, parents);
        if (!holds(change.now) && std::ranges::none_of(before, holds)) continue;
        work.changes.push_back({path, change.now, {before.begin(), before.end()}});
    }
    return work;
}

void Indexer::assign() {
    Assigner assigner(m_chronicle, m_source);
    const std::size_t count = m_walk.commits.size();
    for (std::size_t index = 0; index < count; ++index) {
        assigner.assign(workOf(index));
        if (index % ReadChanges::kRun == ReadChanges::kRun - 1) m_changes.runs[index / ReadChanges::kRun] = {};
        if (index % 256 == 0 && m_progress) m_progress({"following debts", index, count});
        if (m_chronicle.pending() >= kBatchCommits) m_chronicle.flush();
        if (m_stop.stop_requested()) {
            m_chronicle.flush();
            throw Cancelled();
        }
    }
    m_chronicle.flush();
    m_summary.introduced = assigner.introduced();
    m_summary.ended = assigner.ended();
}

void Indexer::buildTips() {
    GitSymbolReader symbols(m_repository, m_request, m_reader, m_stop);
    GitHunkReader hunks(m_repository, m_request.threads, m_request.maxFileBytes, m_stop);
    std::vector<CommitNo> used;
    for (const CommitId& tip : m_request.tips) {
        const auto number = m_chronicle.findCommit(tip);
        if (!number) continue;
        used.push_back(*number);
        if (m_store.hasTip(*number)) continue;
        throwIfStopped(m_stop);
        if (m_progress) m_progress({"reading what stands", 0, 0});
        TipBuilder builder(m_store, m_chronicle, m_source, symbols);
        TipState state = builder.build(*number);
        if (m_progress) m_progress({"following what stands", 0, 0});
        TouchFinder(m_store, m_chronicle, m_source, hunks).addTo(state, m_stop);
        m_chronicle.putTip(std::move(state));
        m_chronicle.flush();
    }
    m_store.useTips(used);
}

/// Finds the items that names of before mean now: those that stand where the names' items stood.
void Indexer::settleNames() {
    const auto names = m_store.unsettledNames(m_walk.commits.empty() ? WhichNames::Untried : WhichNames::All);
    if (names.empty()) return;
    StandingLookup lookup(m_chronicle, m_source);
    std::vector<std::pair<FormerName, std::optional<ItemNo>>> found;
    for (const FormerName& name : names) {
        throwIfStopped(m_stop);
        found.emplace_back(name, itemAt(name, m_chronicle, m_source, lookup));
    }
    m_store.settleNames(found);
}

/// Throws away what was built on other rules, or ended at a boundary that has moved.
void rebuildWhereStale(const git::Repository& repository, const IndexRequest& request, HistoryStore& store) {
    const HistoryBasis wanted{std::to_string(kMatcherVersion), request.readingFingerprint, request.pathsFingerprint};
    const HistoryBasis found = store.basis();
    const auto& boundary = repository.shallowBoundary();
    const auto isStillBoundary = [&](const CommitId& commit) { return std::ranges::binary_search(boundary, commit); };
    if (found.reading != wanted.reading)
        store.rebuild(Rebuild::All, wanted);
    else if (found != wanted || !std::ranges::all_of(store.boundary(), isStillBoundary)) {
        store.rebuild(Rebuild::Walk, wanted);
    }
}

} // namespace

IndexSummary indexTips(const git::Repository& repository, const IndexRequest& request, const FileReader& reader,
                       HistoryStore& store, const ProgressSink& progress, const std::stop_token& stop) {
    rebuildWhereStale(repository, request, store);
    store.setPeople(request.properPerson, request.peopleFingerprint);
    return Indexer(repository, request, reader, store, progress, stop).run();
}

} // namespace paydown::history
