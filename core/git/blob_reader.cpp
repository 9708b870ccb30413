// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/blob_reader.h"

#include "core/git/object_store.h"
#include "core/git/pack_order.h"
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
          m_stop(stop),
          m_order(packOrder(repository.objects().folder(), ids)) {}

    BlobReading run() {
        const std::size_t chunks = (m_ids.size() + kChunk - 1) / kChunk;
        const auto threads = static_cast<unsigned>(std::clamp<std::size_t>(chunks, 1, std::max(m_options.threads, 1U)));
        std::vector<std::jthread> others;
        for (unsigned worker = 1; worker < threads; ++worker) others.emplace_back([this, worker] { work(worker); });
        work(0);
        others.clear(); // waits for them
        if (m_failure) std::rethrow_exception(m_failure);
        throwIfStopped(m_stop);
        std::ranges::sort(m_result.tooLarge);
        std::ranges::sort(m_result.gaps, {}, &Gap::object);
        return std::move(m_result);
    }

private:
    /// Neighbours in a pack share delta bases, so a worker takes many at once.
    static constexpr std::size_t kChunk = 2048;

    void work(unsigned worker) {
        try {
            BlobReading mine;
            const auto own = worker == 0 ? nullptr : m_repository.openObjects();
            const ObjectStore& objects = own ? *own : m_repository.objects();
            while (!m_ended.load() && !m_stop.stop_requested()) {
                const std::size_t begin = m_next.fetch_add(kChunk);
                if (begin >= m_order.size()) break;
                const std::size_t end = std::min(begin + kChunk, m_order.size());
                for (std::size_t i = begin; i < end && !m_ended.load(std::memory_order_relaxed); ++i)
                    readOne(objects, worker, m_order[i], mine);
                reportDone(end - begin);
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

    void readOne(const ObjectStore& objects, unsigned worker, std::uint32_t index, BlobReading& mine) {
        const BlobId& id = m_ids[index];
        if (m_options.maxBytes != UINT64_MAX) {
            const auto header = objects.readHeader(id.bytes);
            if (header && header->size > m_options.maxBytes) {
                mine.tooLarge.push_back(id);
                return;
            }
        }
        const auto object = objects.read(id.bytes);
        if (!object) {
            mine.gaps.push_back({toHex(id), objects.problem()});
        } else if (object->kind() != ObjectKind::Blob) {
            mine.gaps.push_back({toHex(id), "corrupt: it is no blob"});
        } else {
            ++mine.read;
            mine.bytes += object->bytes().size();
            m_onBlob(worker, index, object->bytes());
        }
    }

    void reportDone(std::size_t count) {
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
    const std::vector<std::uint32_t> m_order;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex; ///< Guards what follows.
    std::size_t m_done = 0;
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
