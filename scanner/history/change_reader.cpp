// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/change_reader.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
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

/// The folder by which another handle on the same repository is opened.
std::string folderOf(const git::Repository& repository) { return repository.gitDir(); }

} // namespace

ReadChanges readChanges(const git::Repository& repository, const std::vector<git::WalkedCommit>& commits,
                        const IndexRequest& request, const ProgressSink& progress, const std::stop_token& stop) {
    ReadChanges result;
    result.runs.resize((commits.size() + ReadChanges::kRun - 1) / ReadChanges::kRun);
    Walked walked;
    for (const git::WalkedCommit& commit : commits) walked.emplace(commit.commit.id, &commit);
    std::atomic<std::size_t> next = 0;
    std::size_t done = 0;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto work = [&](const git::Repository& own) {
        try {
            Worker worker(own, request, walked);
            for (std::size_t run = next++; run < result.runs.size(); run = next++) {
                throwIfStopped(stop);
                const std::size_t begin = run * ReadChanges::kRun;
                const std::size_t count = std::min(ReadChanges::kRun, commits.size() - begin);
                result.runs[run] = worker.read(std::span(commits).subspan(begin, count));
                const std::lock_guard lock(mutex);
                done += count;
                if (progress) progress({"comparing trees", done, commits.size()});
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure) failure = std::current_exception();
            next = result.runs.size();
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t helpers = std::min<std::size_t>(request.threads, result.runs.size());
        for (std::size_t i = 1; i < helpers; ++i) {
            threads.emplace_back([&] {
                try {
                    const git::Repository own = git::Repository::open(folderOf(repository));
                    work(own);
                } catch (...) {
                    const std::lock_guard lock(mutex);
                    if (!failure) failure = std::current_exception();
                    next = result.runs.size();
                }
            });
        }
        work(repository);
    }
    if (failure) std::rethrow_exception(failure);
    return result;
}

} // namespace paydown::history
