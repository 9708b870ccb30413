// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/commit_walk.h"

#include "core/git/commits_ahead.h"
#include "core/git/object_store.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace paydown::git {

namespace {

/// A depth-first walk with an explicit stack: a commit is emitted once all its parents are.
class Walk {
public:
    Walk(const Repository& repository, const KnownCommit& known, const ProgressSink& progress,
         const std::stop_token& stop)
        : m_repository(repository), m_known(known), m_progress(progress), m_stop(stop) {}

    void visitTip(const CommitId& tip) {
        if (generationOf(tip) != 0) return;
        if (!enter(tip)) {
            throw Error("read commit " + toHex(tip) + ": " + m_repository.objects().problem(), "git fsck says more");
        }
        while (!m_stack.empty()) advance();
    }

    CommitWalk take() { return std::move(m_result); }

private:
    struct Frame {
        WalkedCommit walked;
        std::size_t nextParent = 0;
        std::uint32_t generation = 1;
    };
    static constexpr std::uint32_t kMissing = 0xFFFFFFFF;
    static constexpr std::uint32_t kOpen = 0xFFFFFFFE; ///< On the stack: only a forged graph comes back to it.

    /// 0 for a commit that has to be read.
    std::uint32_t generationOf(const CommitId& id) {
        const auto seen = m_generations.find(id);
        if (seen != m_generations.end()) return seen->second;
        if (!m_known) return 0;
        const auto known = m_known(id);
        if (known) m_generations.emplace(id, *known);
        return known.value_or(0);
    }

    bool enter(const CommitId& id) {
        auto walked = read(id);
        if (!walked) return false;
        Commit& kept = walked->commit;
        kept.boundary = std::ranges::binary_search(m_repository.shallowBoundary(), id);
        if (kept.boundary) kept.parents.clear();
        m_generations[id] = kOpen;
        m_stack.push_back({std::move(*walked)});
        return true;
    }

    /// A few commits are read here; of many, another thread reads some. It begins with the oldest, so that it is of no
    /// use where those are known.
    std::optional<WalkedCommit> read(const CommitId& id) {
        constexpr std::size_t kFew = 256;
        const ObjectStore& objects = m_repository.objects();
        if (!m_ahead && !m_known && ++m_reads > kFew && !objects.packs()->byLibrary)
            m_ahead = std::make_unique<CommitsAhead>(objects.packs());
        auto walked = m_ahead ? m_ahead->take(id) : std::nullopt;
        return walked ? std::move(walked) : readWalked(objects, id);
    }

    void advance() {
        Frame& frame = m_stack.back();
        if (frame.nextParent == frame.walked.commit.parents.size()) {
            emit();
            return;
        }
        const CommitId parent = frame.walked.commit.parents[frame.nextParent];
        std::uint32_t generation = generationOf(parent);
        if (generation == 0) {
            if (enter(parent)) return; // `frame` may have moved
            reportGap(parent);
            generation = kMissing;
        }
        if (generation == kMissing || generation == kOpen) {
            auto& parents = frame.walked.commit.parents;
            parents.erase(parents.begin() + static_cast<std::ptrdiff_t>(frame.nextParent));
            frame.walked.commit.boundary = true;
            return;
        }
        frame.generation = std::max(frame.generation, generation + 1);
        ++frame.nextParent;
    }

    void emit() {
        Frame& frame = m_stack.back();
        frame.walked.commit.generation = frame.generation;
        m_generations[frame.walked.commit.id] = frame.generation;
        m_result.commits.push_back(std::move(frame.walked));
        m_stack.pop_back();
        constexpr std::size_t kReportEvery = 1024;
        if (m_result.commits.size() % kReportEvery == 0) {
            throwIfStopped(m_stop);
            if (m_progress) m_progress({"reading commits", m_result.commits.size(), 0});
        }
    }

    void reportGap(const CommitId& id) {
        std::string reason = m_repository.objects().problem();
        if (reason.empty()) reason = "corrupt";
        m_result.gaps.push_back({toHex(id), std::move(reason)});
        m_generations[id] = kMissing;
    }

    const Repository& m_repository;
    const KnownCommit& m_known;
    const ProgressSink& m_progress;
    const std::stop_token& m_stop;
    std::unordered_map<CommitId, std::uint32_t, ObjectIdHash> m_generations;
    std::vector<Frame> m_stack;
    CommitWalk m_result;
    std::size_t m_reads = 0;
    std::unique_ptr<CommitsAhead> m_ahead;
};

} // namespace

CommitWalk walkCommits(const Repository& repository, std::span<const CommitId> tips, const KnownCommit& known,
                       const ProgressSink& progress, const std::stop_token& stop) {
    Walk walk(repository, known, progress, stop);
    for (const auto& tip : tips) walk.visitTip(tip);
    return walk.take();
}

} // namespace paydown::git
