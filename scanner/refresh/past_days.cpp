// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/refresh/past_days.h"

#include "core/git/commit_walk.h"
#include "core/git/revisions.h"
#include "core/git/tree_diff.h"
#include "core/registry/history_reader.h"
#include "core/registry/recent_history.h"
#include "core/registry/registry_copy.h"
#include "core/registry/registry_handle.h"
#include "core/triage/assess.h"
#include "scanner/history/commit_changes.h"
#include "scanner/refresh/scan_rules.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace paydown {

namespace {

namespace fs = std::filesystem;

using Commits = std::unordered_set<CommitId, ObjectIdHash>;

/// A folder of our own below the system's temporary one; gone with everything in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "paydown-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw Error("cannot make a temporary folder", "set TMPDIR to a folder that can be written");
        m_path = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

CheckoutOptions onCopy(Checkout& place, CheckoutOptions options, const fs::path& folder) {
    options.registryPath = (folder / "registry.db").string();
    copyDatabase(place.registry().database(), options.registryPath);
    return options;
}

/// Every place where an item stood, by what events say of it after some commits.
struct LaterLife {
    std::map<ItemId, std::set<std::string>> paths;
    std::map<ItemId, std::set<CommitId>> movedIn;
    std::set<ItemId> paid;
};

} // namespace

struct PastDays::Impl {
    Impl(Checkout& original, const CheckoutOptions& options) : place(onCopy(original, options, folder.path())) {
        const git::Repository& repository = place.repository();
        tip = git::resolveMainline(repository, place.config().mainline).tip;
        CommitId at = tip;
        while (true) {
            git::CommitObject commit = git::readCommit(repository, at);
            line.emplace_back(dateOf(commit.committed, place.config().utcOffsetMinutes), at);
            if (commit.parents.empty()) break;
            at = commit.parents.front();
            const auto& boundary = repository.shallowBoundary();
            if (std::ranges::binary_search(boundary, line.back().second)) break;
        }
        rules = makeScanRules(readRuleTexts(repository, tip));
        request = indexRequest(rules, {tip});
        events = HistoryReader(place.registry().database()).eventsBefore(tip);
        LoadOptions load;
        load.workTree = false;
        load.ended = true;
        load.revision = toHex(tip);
        const SnapshotPtr now = place.load(load);
        for (const Item& item : now->items) {
            for (const ItemId& alias : item.aliases) canonical.emplace(alias, item.id);
        }
    }

    /// The mainline's commit on a day; nothing before its first.
    [[nodiscard]] std::optional<CommitId> tipOn(Date day) const {
        const auto found = std::ranges::find_if(line, [&](const auto& commit) { return commit.first <= day; });
        return found == line.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] const ItemId& nameOf(const ItemId& id) const {
        const auto found = canonical.find(id);
        return found == canonical.end() ? id : found->second;
    }

    [[nodiscard]] LaterLife lifeIn(const Commits& commits) const {
        LaterLife life;
        for (const Event& event : events) {
            if (!commits.contains(event.commit)) continue;
            if (event.kind == EventKind::Moved) {
                life.paths[nameOf(event.item)].insert(event.place.path);
                life.movedIn[nameOf(event.item)].insert(event.commit);
            }
            if (event.ending == EndingKind::Paid) life.paid.insert(nameOf(event.item));
        }
        return life;
    }

    [[nodiscard]] std::vector<PastDebt> knownAt(const CommitId& then, const std::stop_token& stop);
    void tellWhatCame(PastDay& past, const CommitId& until, const std::stop_token& stop);

    TemporaryFolder folder;
    Checkout place;
    CommitId tip;
    std::vector<std::pair<Date, CommitId>> line; ///< First parents, newest first.
    std::shared_ptr<const ScanRules> rules;
    history::IndexRequest request;
    std::vector<Event> events;
    std::unordered_map<ItemId, ItemId, ItemIdHash> canonical; ///< By alias, as of today.
};

std::vector<PastDebt> PastDays::Impl::knownAt(const CommitId& then, const std::stop_token& stop) {
    LoadOptions load;
    load.workTree = false;
    load.revision = toHex(then);
    const WorklistPtr worklist = place.assess(place.load(load, stop));
    std::vector<PastDebt> debts;
    std::vector<std::string> paths;
    for (const ItemView& view : worklist->items) {
        if (!isOpenDebt(view) || !view.item->introduced || view.item->annotation.form == Form::Ledger) continue;
        PastDebt& debt = debts.emplace_back();
        debt.id = view.item->id;
        debt.title = view.item->annotation.title;
        debt.path = view.item->place.path;
        debt.codeLines = view.item->codeLines;
        debt.introduced = dateOf(view.item->introduced->date);
        debt.score = view.score.raw;
        if (view.item->touches != nullptr) debt.touches = *view.item->touches;
        paths.push_back(debt.path);
    }
    auto touches = readFileTouches(place.registry().database(), then, paths);
    for (std::size_t i = 0; i < debts.size(); ++i) debts[i].fileTouches = std::move(touches[i]);
    return debts;
}

void PastDays::Impl::tellWhatCame(PastDay& past, const CommitId& until, const std::stop_token& stop) {
    const git::Repository& repository = place.repository();
    std::vector<CommitId> ids = git::commitsBetween(repository, past.tip, until);
    std::ranges::reverse(ids);
    const auto commits = history::readChangedCommits(repository, ids, request, stop);
    std::vector<history::VersionChange> changes;
    std::vector<std::size_t> commitOf;
    std::unordered_map<std::string, std::set<std::size_t>> commitsOfPath;
    for (std::size_t commit = 0; commit < commits.size(); ++commit) {
        for (const history::VersionChange& change : commits[commit].changes) {
            changes.push_back(change);
            commitOf.push_back(commit);
            commitsOfPath[change.path].insert(commit);
        }
    }
    const LaterLife life = lifeIn({ids.begin(), ids.end()});
    std::unordered_map<ItemId, LineExtent, ItemIdHash> codeOf;
    for (const CodeOfItem& code : readCodeOfItems(place.registry().database(), past.tip)) {
        codeOf.emplace(code.item, code.code);
    }
    git::TreeReader trees(repository);
    const TreeId tree = trees.treeOf(past.tip);
    std::vector<history::CodePlace> places;
    std::vector<std::size_t> debtOf;
    for (std::size_t i = 0; i < past.debts.size(); ++i) {
        PastDebt& debt = past.debts[i];
        debt.paid = life.paid.contains(nameOf(debt.id));
        std::set<std::string> paths{debt.path};
        if (const auto later = life.paths.find(nameOf(debt.id)); later != life.paths.end()) {
            paths.insert(later->second.begin(), later->second.end());
        }
        std::set<std::size_t> changing;
        for (const std::string& path : paths) {
            const auto found = commitsOfPath.find(path);
            if (found != commitsOfPath.end()) changing.insert(found->second.begin(), found->second.end());
        }
        debt.fileCommits = static_cast<std::uint32_t>(changing.size());
        const auto version = trees.find(tree, debt.path);
        const auto code = codeOf.find(debt.id);
        if (!version || code == codeOf.end()) continue;
        for (const std::string& path : paths) {
            places.push_back({path, *version, code->second});
            debtOf.push_back(i);
        }
    }
    history::GitHunkReader hunks(repository, request.threads, request.maxFileBytes, stop);
    const auto touching = history::touchesOfCode(places, changes, hunks);
    std::vector<std::set<std::size_t>> commitsOfDebt(past.debts.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto moves = life.movedIn.find(nameOf(past.debts[debtOf[at]].id));
        for (const std::size_t change : touching[at]) {
            // What leaves a file for another one is not gone.
            const bool isLeaving = changes[change].after.isNull() && moves != life.movedIn.end() &&
                                   moves->second.contains(commits[commitOf[change]].id);
            if (!isLeaving) commitsOfDebt[debtOf[at]].insert(commitOf[change]);
        }
    }
    for (std::size_t i = 0; i < past.debts.size(); ++i) {
        past.debts[i].codeCommits = static_cast<std::uint32_t>(commitsOfDebt[i].size());
    }
}

PastDays::PastDays(Checkout& place, const CheckoutOptions& options) : m_impl(std::make_unique<Impl>(place, options)) {}
PastDays::~PastDays() = default;

Date PastDays::lastDay() const { return m_impl->line.front().first; }

PastDay PastDays::read(Date day, Date horizon, const ProgressSink& progress, const std::stop_token& stop) {
    PastDay past;
    past.horizon = horizon;
    const auto then = m_impl->tipOn(day);
    const auto until = m_impl->tipOn(horizon);
    if (!then || !until) return past;
    past.tip = *then;
    past.day =
        dateOf(git::readCommit(m_impl->place.repository(), *then).committed, m_impl->place.config().utcOffsetMinutes);
    m_impl->place.catchUpWith(toHex(*then), progress, stop);
    past.debts = m_impl->knownAt(*then, stop);
    m_impl->tellWhatCame(past, *until, stop);
    return past;
}

} // namespace paydown
