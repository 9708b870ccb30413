// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/hunk_reader.h"

#include "core/git/blob_reader.h"
#include "scanner/history/line_hunks.h"
#include "scanner/history/line_keys.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace paydown::history {

namespace {

using Keys = std::shared_ptr<const std::vector<std::uint32_t>>;

/// The pairs of a reading, and of each blob what it waits for. Thread-safe.
class Pairing {
public:
    explicit Pairing(std::span<const HunkReader::Pair> pairs) : m_pairs(pairs), m_differences(pairs.size()) {
        for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
            sideOf(pairs[pair].before).pairs.push_back(pair);
            sideOf(pairs[pair].after).pairs.push_back(pair);
        }
    }

    [[nodiscard]] const std::vector<BlobId>& blobs() const { return m_blobs; }

    void arrived(std::size_t blob, const Keys& keys) {
        for (const Ready& ready : take(blob, keys)) {
            m_differences[ready.pair] = HunkReader::Difference{static_cast<std::uint32_t>(ready.before->size()),
                                                               hunksBetween(*ready.before, *ready.after)};
        }
    }

    [[nodiscard]] std::vector<std::optional<HunkReader::Difference>> differences() { return std::move(m_differences); }

private:
    struct Side {
        std::vector<std::size_t> pairs; ///< That it is part of.
        std::size_t done = 0;
        Keys keys; ///< While a pair still wants them.
    };
    struct Ready {
        std::size_t pair = 0;
        Keys before;
        Keys after;
    };

    Side& sideOf(const BlobId& blob) {
        const auto [found, isNew] = m_numbers.try_emplace(blob, m_blobs.size());
        if (isNew) {
            m_blobs.push_back(blob);
            m_sides.emplace_back();
        }
        return m_sides[found->second];
    }

    /// The pairs that are complete now; who is in no other pair is forgotten.
    [[nodiscard]] std::vector<Ready> take(std::size_t blob, const Keys& keys) {
        std::vector<Ready> ready;
        const std::lock_guard lock(m_mutex);
        m_sides[blob].keys = keys;
        for (const std::size_t pair : m_sides[blob].pairs) {
            Side& before = m_sides[m_numbers.at(m_pairs[pair].before)];
            Side& after = m_sides[m_numbers.at(m_pairs[pair].after)];
            if (!before.keys || !after.keys) continue;
            ready.push_back({pair, before.keys, after.keys});
            for (Side* side : {&before, &after}) {
                if (++side->done == side->pairs.size() && side != &m_sides[blob]) side->keys.reset();
            }
        }
        if (m_sides[blob].done == m_sides[blob].pairs.size()) m_sides[blob].keys.reset();
        return ready;
    }

    std::span<const HunkReader::Pair> m_pairs;
    std::vector<std::optional<HunkReader::Difference>> m_differences;
    std::unordered_map<BlobId, std::size_t, ObjectIdHash> m_numbers;
    std::vector<BlobId> m_blobs;
    std::vector<Side> m_sides; ///< By number.
    std::mutex m_mutex;        ///< Guards the sides.
};

} // namespace

std::vector<std::optional<HunkReader::Difference>> GitHunkReader::read(std::span<const Pair> pairs) {
    Pairing pairing(pairs);
    std::vector<LineKeyReader> readers(std::max(1U, m_threads)); // A worker mostly reads versions of one file in a row.
    const auto onBlob = [&](unsigned worker, std::size_t blob, std::string_view bytes) {
        pairing.arrived(blob, std::make_shared<const std::vector<std::uint32_t>>(readers[worker].read(bytes)));
    };
    git::forEachBlob(m_repository, pairing.blobs(), {m_threads, m_maxFileBytes}, onBlob, {}, m_stop);
    return pairing.differences();
}

} // namespace paydown::history
