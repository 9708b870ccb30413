// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/change_reader.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace paydown::history {

namespace {

/// What one thread needs: its own handle and its own cache of trees.
class Worker {
public:
    Worker(const git::Repository& repository, const IndexRequest& request,
           const std::unordered_map<CommitId, TreeId, ObjectIdHash>& trees)
        : m_reader(repository), m_request(request), m_trees(trees) {}

    [[nodiscard]] ChangeSet read(std::span<const git::WalkedCommit> run) {
        ChangeSet set;
        m_pathNos.clear();
        for (const git::WalkedCommit& commit : run) {
            const auto begin = static_cast<std::uint32_t>(set.changes.size());
            try {
                readCommit(commit, set);
            } catch (const Error& error) {
                set.changes.resize(begin);
                set.gaps.push_back({toHex(commit.tree), error.what()});
            }
            set.commits.push_back({begin, static_cast<std::uint32_t>(set.changes.size())});
        }
        return set;
    }

private:
    void readCommit(const git::WalkedCommit& walked, ChangeSet& set) {
        std::vector<TreeId> parents;
        for (const CommitId& parent : walked.commit.parents) {
            const auto found = m_trees.find(parent);
            parents.push_back(found != m_trees.end() ? found->second : m_reader.treeOf(parent));
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
    const std::unordered_map<CommitId, TreeId, ObjectIdHash>& m_trees;
    std::unordered_map<std::string, std::uint32_t> m_pathNos; ///< kNoNumber: not scanned.
};

/// The folder by which another handle on the same repository is opened.
std::string folderOf(const git::Repository& repository) { return repository.gitDir(); }

} // namespace

ReadChanges readChanges(const git::Repository& repository, const std::vector<git::WalkedCommit>& commits,
                        const IndexRequest& request, const ProgressSink& progress, const std::stop_token& stop) {
    ReadChanges result;
    result.runs.resize((commits.size() + ReadChanges::kRun - 1) / ReadChanges::kRun);
    std::unordered_map<CommitId, TreeId, ObjectIdHash> trees;
    for (const git::WalkedCommit& commit : commits) trees.emplace(commit.commit.id, commit.tree);
    std::atomic<std::size_t> next = 0;
    std::size_t done = 0;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto work = [&](const git::Repository& own) {
        try {
            Worker worker(own, request, trees);
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
