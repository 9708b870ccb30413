// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/random_history.h"

#include <algorithm>

namespace paydown::tests {

namespace {

/// What a commit changed against its first parent, and the like: empty text for an absent file.
std::map<std::string, std::pair<std::string, std::string>> changesBetween(const Tree& from, const Tree& to) {
    std::map<std::string, std::pair<std::string, std::string>> changes;
    for (const auto& [path, text] : from) changes[path].first = text;
    for (const auto& [path, text] : to) changes[path].second = text;
    std::erase_if(changes, [](const auto& change) { return change.second.first == change.second.second; });
    return changes;
}

void put(Tree& tree, const std::string& path, const std::string& text) {
    if (text.empty())
        tree.erase(path);
    else
        tree[path] = text;
}

class Grower {
public:
    explicit Grower(unsigned seed) : m_dice(seed) {
        Tree tree{{"a.c", "int a;\n// TODO: begin\nint b;\n"}};
        editAtRandom(tree, m_dice);
        m_heads.push_back(m_repository.commit({}, tree, "begin"));
        const std::size_t commits = 4 + m_dice.pick(20);
        while (m_repository.commits.size() < commits) grow();
        while (m_heads.size() > 1) merge(0, m_heads.size() - 1);
    }

    ImaginedRepository take() { return std::move(m_repository); }

private:
    [[nodiscard]] const ImaginedRepository::Node& node(std::size_t commit) const {
        return m_repository.commits[commit];
    }
    [[nodiscard]] const Tree& treeOf(std::size_t commit) const { return node(commit).tree; }

    void grow() {
        const std::size_t head = m_dice.pick(m_heads.size());
        switch (m_dice.pick(16)) {
        case 0:
        case 1:
            if (m_heads.size() < 5) m_heads.push_back(m_dice.oneIn(3) ? anyCommit() : m_heads[head]);
            return;
        case 2:
        case 3:
            if (m_heads.size() > 1) merge(head, m_dice.pick(m_heads.size()));
            return;
        case 4: octopus(); return;
        case 5: crissCross(head); return;
        case 6: revert(head); return;
        case 7: cherryPick(head); return;
        case 8:
            if (m_dice.oneIn(3)) orphan();
            return;
        default: change(head); return;
        }
    }

    std::size_t anyCommit() { return m_dice.pick(m_repository.commits.size()); }

    void change(std::size_t head) {
        Tree tree = treeOf(m_heads[head]);
        for (unsigned edits = 1 + m_dice.pick(2); edits > 0; --edits) editAtRandom(tree, m_dice);
        m_heads[head] = m_repository.commit({m_heads[head]}, tree, "edit " + std::to_string(m_dice.pick(97)));
    }

    void orphan() {
        Tree tree;
        editAtRandom(tree, m_dice);
        m_heads.push_back(m_repository.commit({}, tree, "another root"));
    }

    /// Applies a difference as far as it fits; @p back undoes it.
    void apply(std::size_t head, std::size_t commit, bool back, const std::string& message) {
        if (node(commit).parents.empty()) return;
        Tree tree = treeOf(m_heads[head]);
        for (auto [path, change] : changesBetween(treeOf(node(commit).parents.front()), treeOf(commit))) {
            if (back) std::swap(change.first, change.second);
            const auto here = tree.find(path);
            const std::string text = here == tree.end() ? std::string() : here->second;
            if (text == change.first || m_dice.oneIn(4)) put(tree, path, change.second);
        }
        m_heads[head] = m_repository.commit({m_heads[head]}, tree, message);
    }

    void revert(std::size_t head) {
        const auto past = m_repository.ancestry(m_heads[head]);
        const std::size_t commit = m_dice.of(past);
        apply(head, commit, true, "Revert\n\nThis reverts commit " + toHex(node(commit).id) + ".");
    }

    void cherryPick(std::size_t head) {
        const std::size_t commit = anyCommit();
        apply(head, commit, false, node(commit).message);
    }

    std::size_t baseOf(std::size_t a, std::size_t b) const {
        const auto ours = m_repository.ancestry(a);
        const auto theirs = m_repository.ancestry(b);
        for (auto at = ours.rbegin(); at != ours.rend(); ++at) {
            if (std::ranges::binary_search(theirs, *at)) return *at;
        }
        return m_repository.commits.size();
    }

    Tree threeWay(std::size_t a, std::size_t b) {
        const std::size_t common = baseOf(a, b);
        const Tree base = common < m_repository.commits.size() ? treeOf(common) : Tree{};
        Tree merged = treeOf(a);
        for (const auto& [path, change] : changesBetween(base, treeOf(b))) {
            const auto here = merged.find(path);
            const std::string ours = here == merged.end() ? std::string() : here->second;
            if (ours == change.first || ours == change.second)
                put(merged, path, change.second);
            else if (m_dice.oneIn(3))
                put(merged, path, m_dice.oneIn(2) ? change.second : ours + change.second);
        }
        return merged;
    }

    Tree mergedTree(std::size_t a, std::size_t b) {
        switch (m_dice.pick(8)) {
        case 0: return treeOf(a); // -s ours
        case 1: return treeOf(b);
        case 2: { // A subtree, or whatever of theirs finds place.
            Tree merged = treeOf(a);
            const std::string below = m_dice.oneIn(2) ? "sub/" : "";
            for (const auto& [path, text] : treeOf(b)) merged.try_emplace(below + path, text);
            return merged;
        }
        case 3: { // An evil merge.
            Tree merged = threeWay(a, b);
            editAtRandom(merged, m_dice);
            return merged;
        }
        default: return threeWay(a, b);
        }
    }

    void merge(std::size_t a, std::size_t b) {
        if (a == b || m_heads[a] == m_heads[b]) {
            if (a != b) m_heads.erase(m_heads.begin() + static_cast<std::ptrdiff_t>(b));
            return;
        }
        const Tree merged = mergedTree(m_heads[a], m_heads[b]);
        m_heads[a] = m_repository.commit({m_heads[a], m_heads[b]}, merged, "merge");
        if (!m_dice.oneIn(3)) m_heads.erase(m_heads.begin() + static_cast<std::ptrdiff_t>(b));
    }

    void octopus() {
        if (m_heads.size() < 3) return;
        if (m_heads[0] == m_heads[1] || m_heads[0] == m_heads[2] || m_heads[1] == m_heads[2]) return;
        const Tree two = threeWay(m_heads[0], m_heads[1]);
        Tree merged = two;
        for (const auto& [path, text] : treeOf(m_heads[2])) {
            if (!merged.contains(path) || m_dice.oneIn(3)) merged[path] = text;
        }
        m_heads[0] = m_repository.commit({m_heads[0], m_heads[1], m_heads[2]}, merged, "octopus");
        m_heads.resize(m_dice.oneIn(2) ? 1 : 3);
    }

    /// Two branches that merge each other.
    void crissCross(std::size_t head) {
        const std::size_t other = m_dice.pick(m_heads.size());
        if (other == head || m_heads[other] == m_heads[head]) return;
        const std::size_t a = m_heads[head];
        const std::size_t b = m_heads[other];
        m_heads[head] = m_repository.commit({a, b}, mergedTree(a, b), "cross");
        m_heads[other] = m_repository.commit({b, a}, mergedTree(b, a), "criss");
    }

    Dice m_dice;
    ImaginedRepository m_repository;
    std::vector<std::size_t> m_heads;
};

} // namespace

ImaginedRepository randomHistory(unsigned seed) { return Grower(seed).take(); }

std::vector<std::size_t> otherOrder(const ImaginedRepository& repository, Dice& dice) {
    std::vector<std::size_t> order;
    std::vector<bool> done(repository.commits.size(), false);
    while (order.size() < repository.commits.size()) {
        const std::size_t next = dice.pick(repository.commits.size());
        const auto& parents = repository.commits[next].parents;
        if (done[next] || !std::ranges::all_of(parents, [&](std::size_t p) { return bool(done[p]); })) continue;
        done[next] = true;
        order.push_back(next);
    }
    return order;
}

} // namespace paydown::tests
