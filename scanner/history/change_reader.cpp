// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/change_reader.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace paydown::history {

namespace {

/// The commits of this walk.
using Walked = std::unordered_map<CommitId, const git::WalkedCommit*, ObjectIdHash>;

/// What one thread needs: its own handle and its own cache of trees.
class Worker {
public:
    Worker(const git::Repository& repository, const IndexRequest& request, const Walked& walked)
        : m_reader(repository), m_request(request), m_walked(walked) {}

    [[nodiscard]] ChangeSet read(std::span<const git::WalkedCommit> run) {
        ChangeSet set;
        m_pathNos.clear();
        for (const git::WalkedCommit& commit : run) {
            const auto begin = static_cast<std::uint32_t>(set.changes.size());
            try {
                readCommit(commit, commit.commit.parents, set);
            } catch (const Error& error) {
                set.changes.resize(begin);
                set.gaps.push_back({toHex(commit.tree), error.what()});
                readPastGap(commit, set);
            }
            set.commits.push_back({begin, static_cast<std::uint32_t>(set.changes.size())});
        }
        return set;
    }

private:
    /// A parent's tree may be what is missing: then the commit is compared with its nearest ancestors that can be read,
    /// so that what stood there and stands here is the same.
    void readPastGap(const git::WalkedCommit& walked, ChangeSet& set) {
        constexpr int kMostSteps = 8;
        const std::size_t begin = set.changes.size();
        std::vector<CommitId> ancestors = walked.commit.parents;
        for (int step = 0; step < kMostSteps; ++step) {
            bool isFurther = false;
            for (CommitId& ancestor : ancestors) {
                const auto found = m_walked.find(ancestor);
                if (found == m_walked.end() || found->second->commit.parents.empty()) continue;
                ancestor = found->second->commit.parents.front();
                isFurther = true;
            }
            if (!isFurther) return;
            try {
                readCommit(walked, ancestors, set);
                return;
            } catch (const Error&) {
                set.changes.resize(begin); // Its own tree, or another gap behind the first.
            }
        }
    }

    void readCommit(const git::WalkedCommit& walked, const std::vector<CommitId>& against, ChangeSet& set) {
        std::vector<TreeId> parents;
        for (const CommitId& parent : against) {
            const auto found = m_walked.find(parent);
            parents.push_back(found != m_walked.end() ? found->second->tree : m_reader.treeOf(parent));
        }
        m_reader.compare(walked.tree, parents, [&](const git::TreeChange& change) {
            const std::uint32_t path = pathNo(change.path, set);
            if (path == kNoNumber) return;
            set.changes.push_back({path, static_cast<std::uint32_t>(set.before.size()), change.now.value_or(BlobId{})});
            set.before.insert(set.before.end(), change.parents.begin(), change.parents.end());
        });
    }

    std::uint32_t pathNo(std::string_view path, ChangeSet& set) {
        const auto [found, isNew] = m_pathNos.try_emplace(std::string(path), kNoNumber);
        if (isNew && m_request.isScanned(path)) {
            found->second = static_cast<std::uint32_t>(set.paths.size());
            set.paths.emplace_back(path);
        }
        return found->second;
    }

    git::TreeReader m_reader;
    const IndexRequest& m_request;
    const Walked& m_walked;
    std::unordered_map<std::string, std::uint32_t> m_pathNos; ///< kNoNumber: not scanned.
};

/// Gives out the runs: one worker goes up from the oldest, the next one down from the newest, so that each has runs
/// beside each other, whose trees are deltas of each other, and they meet where the work is done.
class Runs {
public:
    explicit Runs(std::size_t count) : m_end(count) {}

    [[nodiscard]] std::optional<std::size_t> take(bool fromTheEnd) {
        const std::lock_guard lock(m_mutex);
        if (m_begin >= m_end) return std::nullopt;
        return fromTheEnd ? --m_end : m_begin++;
    }
    void stop() {
        const std::lock_guard lock(m_mutex);
        m_end = m_begin;
    }

private:
    std::mutex m_mutex;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

/// The folder by which another handle on the same repository is opened.
std::string folderOf(const git::Repository& repository) { return repository.gitDir(); }

} // namespace

ReadChanges readChanges(const git::Repository& repository, const std::vector<git::WalkedCommit>& commits,
                        const IndexRequest& request, const ProgressSink& progress, const std::stop_token& stop) {
    ReadChanges result;
    result.runs.resize((commits.size() + ReadChanges::kRun - 1) / ReadChanges::kRun);
    Walked walked;
    for (const git::WalkedCommit& commit : commits) walked.emplace(commit.commit.id, &commit);
    Runs runs(result.runs.size());
    std::size_t done = 0;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto work = [&](const git::Repository& own, bool fromTheEnd) {
        try {
            Worker worker(own, request, walked);
            while (const auto run = runs.take(fromTheEnd)) {
                throwIfStopped(stop);
                const std::size_t begin = *run * ReadChanges::kRun;
                const std::size_t count = std::min(ReadChanges::kRun, commits.size() - begin);
                result.runs[*run] = worker.read(std::span(commits).subspan(begin, count));
                const std::lock_guard lock(mutex);
                done += count;
                if (progress) progress({"comparing trees", done, commits.size()});
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
            runs.stop();
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t helpers = std::min<std::size_t>(request.threads, result.runs.size());
        for (std::size_t i = 1; i < helpers; ++i) {
            threads.emplace_back([&, i] {
                try {
                    const git::Repository own = git::Repository::open(folderOf(repository));
                    work(own, i % 2 == 1);
                } catch (...) {
                    const std::lock_guard lock(mutex);
                    if (!failure) failure = std::current_exception();
                    runs.stop();
                }
            });
        }
        work(repository, false);
    }
    if (failure) std::rethrow_exception(failure);
    return result;
}

} // namespace paydown::history
