// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/blob_reader.h"

#include "core/base/parallel.h"
#include "core/git/object_store.h"
#include "core/git/pack_forest.h"
#include "core/git/tree_diff.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace paydown::git {

namespace {

/// Shared by the workers of one reading.
class Reading {
public:
    Reading(const Repository& repository, std::span<const BlobId> ids, const BlobReadOptions& options,
            const OnBlob& onBlob, const ProgressSink& progress, const std::stop_token& stop)
        : m_repository(repository),
          m_ids(ids),
          m_options(options),
          m_onBlob(onBlob),
          m_progress(progress),
          m_stop(stop) {
        plan();
    }

    BlobReading run() {
        const auto threads =
            static_cast<unsigned>(std::clamp<std::size_t>(m_tasks.size(), 1, std::max(m_options.threads, 1U)));
        // Made here: the repository serves one thread at a time.
        std::vector<std::unique_ptr<ObjectStore>> stores;
        for (unsigned worker = 0; worker < threads; ++worker) stores.push_back(m_repository.openObjects());
        std::vector<std::jthread> others;
        for (unsigned worker = 1; worker < threads; ++worker)
            others.emplace_back([this, worker, &stores] { work(worker, *stores[worker]); });
        work(0, *stores[0]);
        others.clear(); // waits for them
        if (m_failure) std::rethrow_exception(m_failure);
        throwIfStopped(m_stop);
        std::ranges::sort(m_result.tooLarge);
        std::ranges::sort(m_result.gaps, {}, &Gap::object);
        return std::move(m_result);
    }

private:
    /// Trees of a forest, or, without one, ids to be read one by one.
    struct Task {
        const PackForest* forest = nullptr;
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    void plan() {
        constexpr std::size_t kTreesPerTask = 32;
        constexpr std::size_t kSinglesPerTask = 256;
        const PackSet& set = *m_repository.objects().packs();
        const auto& packs = set.packs;
        std::vector<std::vector<PackForest::Wanted>> wanted(packs.size());
        const std::vector<Place> places = findAll(packs);
        for (std::uint32_t index = 0; index < m_ids.size(); ++index) {
            if (places[index].pack < packs.size())
                wanted[places[index].pack].push_back({places[index].offset, index});
            else
                m_singles.push_back(index);
        }
        for (std::size_t pack = 0; pack < packs.size(); ++pack) {
            if (wanted[pack].empty()) continue;
            if (set.byLibrary) {
                // In the order of the pack, which libgit2 reads four times as fast as any other.
                std::ranges::sort(wanted[pack], {}, &PackForest::Wanted::offset);
                for (const auto& entry : wanted[pack]) m_singles.push_back(entry.index);
                continue;
            }
            m_forests.push_back(std::make_unique<PackForest>(packs[pack], std::move(wanted[pack])));
            cut(m_forests.back().get(), m_forests.back()->treeCount(), kTreesPerTask);
            std::ranges::copy(m_forests.back()->rootless(), std::back_inserter(m_singles));
        }
        cut(nullptr, m_singles.size(), kSinglesPerTask);
    }

    /// Where each object stands packed, looked up by several threads.
    struct Place {
        std::size_t pack = 0; ///< The number of packs: in none of them.
        std::uint64_t offset = 0;
    };
    [[nodiscard]] std::vector<Place> findAll(std::span<const std::shared_ptr<const PackFile>> packs) const {
        constexpr std::size_t kLeastEach = 4096;
        std::vector<Place> places(m_ids.size());
        forRanges(m_ids.size(), kLeastEach, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                Place& place = places[i];
                std::optional<std::uint64_t> offset;
                while (place.pack < packs.size() && !(offset = packs[place.pack]->find(m_ids[i].bytes))) ++place.pack;
                place.offset = offset.value_or(0);
            }
        });
        return places;
    }

    void cut(const PackForest* forest, std::size_t count, std::size_t perTask) {
        for (std::size_t begin = 0; begin < count; begin += perTask)
            m_tasks.push_back({forest, begin, std::min(begin + perTask, count)});
    }

    void work(unsigned worker, const ObjectStore& objects) {
        try {
            BlobReading mine;
            const Inflater inflater;
            while (!m_ended.load() && !m_stop.stop_requested()) {
                const std::size_t next = m_next.fetch_add(1);
                if (next >= m_tasks.size()) break;
                const std::uint64_t before = finished(mine);
                perform(m_tasks[next], worker, objects, inflater, mine);
                reportDone(finished(mine) - before);
            }
            const std::lock_guard lock(m_mutex);
            m_result.read += mine.read;
            m_result.bytes += mine.bytes;
            std::ranges::move(mine.tooLarge, std::back_inserter(m_result.tooLarge));
            std::ranges::move(mine.gaps, std::back_inserter(m_result.gaps));
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_failure) m_failure = std::current_exception();
            m_ended = true;
        }
    }

    static std::uint64_t finished(const BlobReading& reading) {
        return reading.read + reading.tooLarge.size() + reading.gaps.size();
    }

    void perform(const Task& task, unsigned worker, const ObjectStore& objects, const Inflater& inflater,
                 BlobReading& mine) {
        for (std::size_t i = task.begin; i < task.end && !m_ended.load(std::memory_order_relaxed); ++i) {
            throwIfStopped(m_stop);
            if (!task.forest) {
                readOne(objects, worker, m_singles[i], mine);
                continue;
            }
            task.forest->readTree(
                i, inflater, [&](std::uint32_t index, std::string_view bytes) { deliver(worker, index, bytes, mine); },
                // What is broken in one pack may stand whole in another.
                [&](std::uint32_t index) { readOne(objects, worker, index, mine); });
        }
    }

    void deliver(unsigned worker, std::uint32_t index, std::string_view bytes, BlobReading& mine) const {
        if (bytes.size() > m_options.maxBytes) {
            mine.tooLarge.push_back(m_ids[index]);
            return;
        }
        ++mine.read;
        mine.bytes += bytes.size();
        m_onBlob(worker, index, bytes);
    }

    void readOne(const ObjectStore& objects, unsigned worker, std::uint32_t index, BlobReading& mine) const {
        const BlobId& id = m_ids[index];
        const auto object = objects.read(id.bytes);
        if (!object)
            mine.gaps.push_back({toHex(id), objects.problem()});
        else if (object->kind() != ObjectKind::Blob)
            mine.gaps.push_back({toHex(id), "corrupt: it is no blob"});
        else
            deliver(worker, index, object->bytes(), mine);
    }

    void reportDone(std::uint64_t count) {
        const std::lock_guard lock(m_mutex);
        m_done += count;
        if (m_progress) m_progress({"reading files", m_done, m_ids.size()});
    }

    const Repository& m_repository;
    std::span<const BlobId> m_ids;
    const BlobReadOptions& m_options;
    const OnBlob& m_onBlob;
    const ProgressSink& m_progress;
    const std::stop_token& m_stop;
    std::vector<std::unique_ptr<PackForest>> m_forests;
    std::vector<std::uint32_t> m_singles; ///< Loose ones and missing ones.
    std::vector<Task> m_tasks;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex; ///< Guards what follows.
    std::uint64_t m_done = 0;
    std::exception_ptr m_failure;
    BlobReading m_result;
};

} // namespace

std::string readBlob(const Repository& repository, const BlobId& id, std::uint64_t maxBytes) {
    const ObjectStore& objects = repository.objects();
    const auto header = objects.readHeader(id.bytes);
    if (!header) throw Error("read file version " + toHex(id) + ": " + objects.problem());
    if (header->kind != ObjectKind::Blob) throw Error("read file version " + toHex(id) + ": it is no blob");
    if (header->size > maxBytes)
        throw Error("read file version " + toHex(id) + ": larger than " + std::to_string(maxBytes) + " bytes");
    const auto object = objects.read(id.bytes);
    if (!object) throw Error("read file version " + toHex(id) + ": " + objects.problem());
    return std::string(object->bytes());
}

std::optional<std::string> findBlob(const Repository& repository, const BlobId& id, std::uint64_t maxBytes) {
    const ObjectStore& objects = repository.objects();
    const auto header = objects.readHeader(id.bytes);
    if (!header || header->kind != ObjectKind::Blob || header->size > maxBytes) return std::nullopt;
    const auto object = objects.read(id.bytes);
    return object ? std::optional(std::string(object->bytes())) : std::nullopt;
}

std::optional<std::string> findFile(const Repository& repository, const CommitId& commit, std::string_view path,
                                    std::uint64_t maxBytes) {
    TreeReader trees(repository);
    const auto blob = trees.find(trees.treeOf(commit), path);
    return blob ? findBlob(repository, *blob, maxBytes) : std::nullopt;
}

BlobReading forEachBlob(const Repository& repository, std::span<const BlobId> ids, const BlobReadOptions& options,
                        const OnBlob& onBlob, const ProgressSink& progress, const std::stop_token& stop) {
    if (ids.empty()) return {};
    return Reading(repository, ids, options, onBlob, progress, stop).run();
}

} // namespace paydown::git
