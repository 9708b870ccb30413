// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/pack_forest.h"

#include "core/git/delta.h"

#include <algorithm>
#include <unordered_map>

namespace paydown::git {

PackForest::PackForest(std::shared_ptr<const PackFile> pack, std::vector<Wanted> wanted) : m_pack(std::move(pack)) {
    std::unordered_map<std::uint64_t, std::uint32_t> byOffset;
    byOffset.reserve(wanted.size() * 2);
    m_nodes.reserve(wanted.size() + wanted.size() / 4);
    // From the end of the pack to its front: children are prepended to their bases, and so stand in ascending order.
    std::ranges::sort(wanted, std::ranges::greater{}, &Wanted::offset);
    for (const auto& [offset, index] : wanted) {
        std::uint64_t at = offset;
        std::uint32_t child = kNone;
        while (true) {
            const auto [place, isNew] = byOffset.try_emplace(at, static_cast<std::uint32_t>(m_nodes.size()));
            const std::uint32_t number = place->second;
            if (isNew) m_nodes.push_back({at, kNone, kNone, kNone});
            if (child == kNone) {
                m_nodes[number].wanted = index;
            } else {
                m_nodes[child].nextSibling = m_nodes[number].firstChild;
                m_nodes[number].firstChild = child;
            }
            if (!isNew) break;
            const auto entry = m_pack->entryAt(at);
            if (!entry || entry->kind) {
                m_roots.push_back(number); // a broken one fails when it is read, with all that depends on it
                break;
            }
            child = number;
            at = entry->baseOffset;
        }
    }
    std::ranges::sort(m_roots, {}, [this](std::uint32_t root) { return m_nodes[root].offset; });
    findRootless();
}

void PackForest::findRootless() {
    std::vector<bool> reached(m_nodes.size(), false);
    std::vector<std::uint32_t> open = m_roots;
    std::size_t count = 0;
    for (; !open.empty(); ++count) {
        const Node& node = m_nodes[open.back()];
        reached[open.back()] = true;
        open.pop_back();
        for (std::uint32_t child = node.firstChild; child != kNone; child = m_nodes[child].nextSibling)
            open.push_back(child);
    }
    if (count == m_nodes.size()) return;
    for (std::size_t number = 0; number < m_nodes.size(); ++number) {
        if (!reached[number] && m_nodes[number].wanted != kNone) m_rootless.push_back(m_nodes[number].wanted);
    }
}

std::shared_ptr<const ByteBuffer> PackForest::inflate(const Node& node, const ByteBuffer* base,
                                                      const Inflater& inflater) const {
    const auto entry = m_pack->entryAt(node.offset);
    if (!entry || entry->kind.has_value() == (base != nullptr)) return nullptr;
    auto bytes = inflater.inflate(entry->packed, entry->size);
    if (bytes && base)
        bytes = applyDelta(base->view(), bytes->view());
    else if (bytes && entry->kind != ObjectKind::Blob)
        bytes.reset();
    return bytes ? std::make_shared<const ByteBuffer>(std::move(*bytes)) : nullptr;
}

void PackForest::readTree(std::size_t tree, const Inflater& inflater, const OnRead& onRead,
                          const OnFailure& onFailure) const {
    std::vector<Frame> path;
    const auto visit = [&](std::uint32_t number, const ByteBuffer* base) {
        const Node& node = m_nodes[number];
        auto bytes = inflate(node, base, inflater);
        if (!bytes) {
            failAll(number, onFailure);
            return;
        }
        if (node.wanted != kNone) onRead(node.wanted, bytes->view());
        if (node.firstChild != kNone) path.push_back({std::move(bytes), node.firstChild});
    };
    visit(m_roots[tree], nullptr);
    while (!path.empty()) {
        const std::uint32_t child = path.back().nextChild;
        path.back().nextChild = m_nodes[child].nextSibling;
        const auto base = path.back().bytes;
        // The base of a last child is needed no more once that is made: a chain holds two versions, not all.
        if (path.back().nextChild == kNone) path.pop_back();
        visit(child, base.get());
    }
}

void PackForest::failAll(std::uint32_t node, const OnFailure& onFailure) const {
    std::vector<std::uint32_t> open{node};
    while (!open.empty()) {
        const Node& next = m_nodes[open.back()];
        open.pop_back();
        if (next.wanted != kNone) onFailure(next.wanted);
        for (std::uint32_t child = next.firstChild; child != kNone; child = m_nodes[child].nextSibling)
            open.push_back(child);
    }
}

} // namespace paydown::git
