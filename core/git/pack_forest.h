// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Inside of core/git only: many blobs of one pack, each inflated once.

#include "core/git/inflater.h"
#include "core/git/pack_file.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace paydown::git {

/// The entries of a pack that are wanted, with those that they are deltas of, as trees whose roots stand whole in the
/// pack. Reading a tree from its root down inflates every entry once and holds no more than one path of it. Built once,
/// then shared by threads, each of which reads trees of its own.
class PackForest {
public:
    struct Wanted {
        std::uint64_t offset = 0;
        std::uint32_t index = 0; ///< The caller's.
    };

    PackForest(std::shared_ptr<const PackFile> pack, std::vector<Wanted> wanted);

    [[nodiscard]] std::size_t treeCount() const { return m_roots.size(); }

    using OnRead = std::function<void(std::uint32_t index, std::string_view bytes)>;
    using OnFailure = std::function<void(std::uint32_t index)>;
    /// Reads one tree, its wanted entries in some order. What is broken is told apart.
    void readTree(std::size_t tree, const Inflater& inflater, const OnRead& onRead, const OnFailure& onFailure) const;

    /// What stands in no tree: deltas that are made of each other, as only a forged pack has them.
    [[nodiscard]] const std::vector<std::uint32_t>& rootless() const { return m_rootless; }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    struct Node {
        std::uint64_t offset = 0;
        std::uint32_t wanted = kNone;
        std::uint32_t firstChild = kNone;
        std::uint32_t nextSibling = kNone;
    };
    struct Frame {
        std::shared_ptr<const ByteBuffer> bytes;
        std::uint32_t nextChild = kNone;
    };
    [[nodiscard]] std::shared_ptr<const ByteBuffer> inflate(const Node& node, const ByteBuffer* base,
                                                            const Inflater& inflater) const;
    void findRootless();
    void failAll(std::uint32_t node, const OnFailure& onFailure) const;

    std::shared_ptr<const PackFile> m_pack;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_roots; ///< By offset.
    std::vector<std::uint32_t> m_rootless;
};

} // namespace paydown::git
