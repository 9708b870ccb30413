// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/revisions.h"
#include "core/registry/decision_names.h"
#include "core/registry/history_reader.h"
#include "core/registry/history_store_sqlite.h"
#include "core/registry/scan_lock.h"
#include "scanner/refresh/checkout.h"
#include "scanner/refresh/checkout_state.h"
#include "scanner/refresh/scan_rules.h"

#include <algorithm>
#include <chrono>

namespace paydown {

namespace {

/// The mainline, which people decide about, the checked-out commit beside it, and what else is wanted.
std::vector<CommitId> tipsOf(const git::Repository& repository, const Config& config,
                             const std::optional<CommitId>& further) {
    const CommitId head = repository.headCommit();
    std::vector<CommitId> tips{git::resolveMainline(repository, config.mainline).tip};
    if (tips.front() != head) tips.push_back(head);
    if (further && std::ranges::find(tips, *further) == tips.end()) tips.push_back(*further);
    return tips;
}

std::string gapNotice(const std::vector<git::Gap>& gaps) {
    return fmt::format(
        "{} object(s) could not be read and are passed over, the first is {} ({}): 'git fsck' tells more", gaps.size(),
        gaps.front().object, gaps.front().reason);
}

/// The texts of the rules, from the scan before where nothing changed them.
RuleTexts readTexts(const git::Repository& repository, const CommitId& tip, HistoryStoreSqlite& store) {
    constexpr const char* kNote = "rules";
    const auto known = RuleTexts::unpacked(store.note(kNote));
    RuleTexts texts = readRuleTexts(repository, tip, known);
    if (texts != known) store.keepNote(kNote, texts.packed());
    return texts;
}

RefreshSummary scan(CheckoutState& place, const std::optional<CommitId>& further, const ProgressSink& progress,
                    const std::stop_token& stop) {
    const auto begin = std::chrono::steady_clock::now();
    const git::Repository& repository = *place.repository;
    const auto tips = tipsOf(repository, place.config, further);
    RegistryHandle& registry = place.writableRegistry();
    keepNamesInDecisions(registry);
    HistoryStoreSqlite store(registry.database());
    const auto rules = makeScanRules(readTexts(repository, tips.front(), store));
    const FileReader reader = readerBy(*rules);
    const auto found = history::indexTips(repository, indexRequest(rules, tips), reader, store, progress, stop);

    RefreshSummary summary;
    summary.commits = found.commits;
    summary.blobs = found.blobs;
    summary.introduced = found.introduced;
    summary.ended = found.ended;
    summary.notices = repository.notices();
    std::ranges::copy(registry.notices(), std::back_inserter(summary.notices));
    if (!found.gaps.empty()) summary.notices.push_back(gapNotice(found.gaps));
    summary.open = HistoryReader(registry.database()).countOpen(repository.headCommit());
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return summary;
}

/// Scans once no other scan is at work.
RefreshSummary scanInTurn(CheckoutState& place, const std::optional<CommitId>& further, const ProgressSink& progress,
                          const std::stop_token& stop) {
    bool waited = false;
    const auto sayWaiting = [&](const ScanHolder&) {
        waited = true;
        if (progress) progress({"waiting for another scan", 0, 0});
    };
    const auto lock = ScanLock::acquire(place.location.scanLock, place.location.fileMode, sayWaiting, stop);
    RefreshSummary summary = scan(place, further, progress, stop);
    summary.waited = waited;
    return summary;
}

} // namespace

RefreshSummary Checkout::refresh(const ProgressSink& progress, const std::stop_token& stop) {
    static_cast<void>(
        repository().headCommit()); // Says what to do when there is no commit yet, before any file is made.
    createFolder(m_state->location);
    return scanInTurn(*m_state, std::nullopt, progress, stop);
}

void Checkout::catchUp(const ProgressSink& progress, const std::stop_token& stop) {
    const auto head = repository().head();
    if (!head) return;
    if (HistoryReader(m_state->readableRegistry().database()).hasTip(*head)) return;
    const auto lock = ScanLock::tryAcquire(m_state->location.scanLock, m_state->location.fileMode);
    if (lock) scan(*m_state, std::nullopt, progress, stop);
}

void Checkout::catchUpWith(const std::string& revision, const ProgressSink& progress, const std::stop_token& stop) {
    const CommitId commit = git::resolveCommit(repository(), revision);
    if (HistoryReader(m_state->readableRegistry().database()).hasTip(commit)) return;
    scanInTurn(*m_state, commit, progress, stop);
}

} // namespace paydown
