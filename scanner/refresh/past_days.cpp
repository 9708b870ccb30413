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
    class Aftermath;

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

/// Looks in the commits after a day what came of the debts that were open on it.
class PastDays::Impl::Aftermath {
public:
    Aftermath(Impl& past, const std::vector<CommitId>& ids, const std::stop_token& stop)
        : m_past(past),
          m_stop(stop),
          m_commits(history::readChangedCommits(past.place.repository(), ids, past.request, stop)),
          m_flat(m_commits),
          m_life(past.lifeIn({ids.begin(), ids.end()})) {
        for (std::size_t change = 0; change < m_flat.changes.size(); ++change)
            m_commitsOfPath[m_flat.changes[change].path].insert(m_flat.commitOf[change]);
    }

    void tell(PastDay& day) {
        for (PastDebt& debt : day.debts) {
            debt.paid = m_life.paid.contains(m_past.nameOf(debt.id));
            std::set<std::size_t> changing;
            for (const std::string& path : pathsOf(debt)) {
                const auto found = m_commitsOfPath.find(path);
                if (found != m_commitsOfPath.end()) changing.insert(found->second.begin(), found->second.end());
            }
            debt.fileCommits = static_cast<std::uint32_t>(changing.size());
        }
        countTouches(day);
    }

private:
    /// Where it stood, and where it stood later.
    [[nodiscard]] std::set<std::string> pathsOf(const PastDebt& debt) const {
        std::set<std::string> paths{debt.path};
        const auto later = m_life.paths.find(m_past.nameOf(debt.id));
        if (later != m_life.paths.end()) paths.insert(later->second.begin(), later->second.end());
        return paths;
    }

    void countTouches(PastDay& day) {
        std::vector<history::CodePlace> places;
        std::vector<std::size_t> debtOf;
        findPlaces(day, places, debtOf);
        history::GitHunkReader hunks(m_past.place.repository(), m_past.request.threads, m_past.request.maxFileBytes,
                                     m_stop);
        const auto touching = history::touchesOfCode(places, m_flat.changes, hunks);
        std::vector<std::set<std::size_t>> commitsOfDebt(day.debts.size());
        for (std::size_t at = 0; at < places.size(); ++at) {
            for (const std::size_t change : touching[at]) {
                if (!isLeaving(day.debts[debtOf[at]], change))
                    commitsOfDebt[debtOf[at]].insert(m_flat.commitOf[change]);
            }
        }
        for (std::size_t i = 0; i < day.debts.size(); ++i)
            day.debts[i].codeCommits = static_cast<std::uint32_t>(commitsOfDebt[i].size());
    }

    /// The code of each debt on that day, under every path that its file had later; debtOf is parallel.
    void findPlaces(const PastDay& day, std::vector<history::CodePlace>& places, std::vector<std::size_t>& debtOf) {
        std::unordered_map<ItemId, LineExtent, ItemIdHash> codeOf;
        for (const CodeOfItem& code : readCodeOfItems(m_past.place.registry().database(), day.tip))
            codeOf.emplace(code.item, code.code);
        git::TreeReader trees(m_past.place.repository());
        const TreeId tree = trees.treeOf(day.tip);
        for (std::size_t i = 0; i < day.debts.size(); ++i) {
            const PastDebt& debt = day.debts[i];
            const auto version = trees.find(tree, debt.path);
            const auto code = codeOf.find(debt.id);
            if (!version || code == codeOf.end()) continue;
            for (const std::string& path : pathsOf(debt)) {
                places.push_back({path, *version, code->second});
                debtOf.push_back(i);
            }
        }
    }

    /// What leaves a file for another one is not gone.
    [[nodiscard]] bool isLeaving(const PastDebt& debt, std::size_t change) const {
        if (!m_flat.changes[change].after.isNull()) return false;
        const auto moves = m_life.movedIn.find(m_past.nameOf(debt.id));
        return moves != m_life.movedIn.end() && moves->second.contains(m_commits[m_flat.commitOf[change]].id);
    }

    Impl& m_past;
    const std::stop_token& m_stop;
    std::vector<history::ChangedCommit> m_commits;
    history::FlatChanges m_flat;
    LaterLife m_life;
    std::unordered_map<std::string, std::set<std::size_t>> m_commitsOfPath;
};

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
    std::vector<CommitId> after = git::commitsBetween(m_impl->place.repository(), past.tip, *until);
    std::ranges::reverse(after);
    Impl::Aftermath(*m_impl, after, stop).tell(past);
    return past;
}

} // namespace paydown
