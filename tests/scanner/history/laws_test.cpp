// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of identity section 2, on random commit graphs.
#include "tests/scanner/history/imagined_repository.h"

#include <cstdlib>
#include <numeric>
#include <random>

using namespace paydown;
using namespace paydown::tests;

namespace {

/// Graphs per law; PAYDOWN_GRAPHS asks for more.
unsigned graphCount() {
    const char* asked = std::getenv("PAYDOWN_GRAPHS");
    return asked != nullptr ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : 700;
}

/// Grows a random history: edits, moves, renames, twins, branches, merges of every sort.
class RandomHistory {
public:
    explicit RandomHistory(unsigned seed) : m_random(seed) {
        repository.commit({}, {{"a.c", "int a;\n// TODO: begin\nint b;\n"}});
        m_heads.push_back(0);
        const unsigned commits = 4 + pick(20);
        while (repository.commits.size() < commits) grow();
        // One tip over all heads, so that everything is somebody's ancestor.
        while (m_heads.size() > 1) merge(0, 1);
    }

    [[nodiscard]] std::size_t tip() const { return repository.commits.size() - 1; }

    /// An order of the commits in which parents come before children, other than the one of their making.
    std::vector<std::size_t> otherOrder() {
        std::vector<std::size_t> order;
        std::vector<bool> done(repository.commits.size(), false);
        while (order.size() < repository.commits.size()) {
            const std::size_t next = pick(static_cast<unsigned>(repository.commits.size()));
            const auto& parents = repository.commits[next].parents;
            if (done[next] || !std::ranges::all_of(parents, [&](std::size_t p) { return bool(done[p]); })) continue;
            done[next] = true;
            order.push_back(next);
        }
        return order;
    }
    std::vector<std::size_t> order() const {
        std::vector<std::size_t> order(repository.commits.size());
        std::iota(order.begin(), order.end(), 0U);
        return order;
    }
    unsigned pick(unsigned below) { return static_cast<unsigned>(m_random() % below); }

    ImaginedRepository repository;

private:
    void grow() {
        const std::size_t head = pick(static_cast<unsigned>(m_heads.size()));
        const unsigned what = pick(10);
        if (what == 0 && m_heads.size() < 4) {
            m_heads.push_back(m_heads[head]);
        } else if (what <= 2 && m_heads.size() > 1) {
            const std::size_t other = pick(static_cast<unsigned>(m_heads.size()));
            if (m_heads[other] != m_heads[head]) merge(std::min(head, other), std::max(head, other));
        } else {
            Tree tree = repository.commits[m_heads[head]].tree;
            for (unsigned edits = 1 + pick(2); edits > 0; --edits) edit(tree);
            m_heads[head] = repository.commit({m_heads[head]}, tree, "edit " + std::to_string(m_random() % 97));
        }
    }

    void merge(std::size_t a, std::size_t b) {
        const Tree& ours = repository.commits[m_heads[a]].tree;
        const Tree& theirs = repository.commits[m_heads[b]].tree;
        Tree merged = ours;
        const unsigned way = pick(4);
        if (way == 1) merged = theirs;
        if (way >= 2) {
            for (const auto& [path, bytes] : theirs) {
                const auto [found, isNew] = merged.try_emplace(path, bytes);
                if (!isNew && found->second != bytes) found->second = pick(2) == 0 ? bytes : found->second + bytes;
            }
        }
        if (way == 3 && pick(3) == 0) edit(merged);
        const std::size_t merge = repository.commit({m_heads[a], m_heads[b]}, merged, "merge");
        m_heads[a] = merge;
        m_heads.erase(m_heads.begin() + static_cast<std::ptrdiff_t>(b));
    }

    std::string title() {
        static const std::vector<std::string> kTitles{"begin", "retry forever", "retry for ever",
                                                      "fix",   "wait for bank", "same thing here",
                                                      "same",  "lock",          "wait for a bank"};
        return "// TODO: " + kTitles[pick(static_cast<unsigned>(kTitles.size()))] + "\n";
    }

    static std::vector<std::string> linesOf(const std::string& text) {
        std::vector<std::string> lines;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
        return lines;
    }

    void edit(Tree& tree) {
        if (tree.empty() || pick(12) == 0) {
            tree["f" + std::to_string(pick(4)) + ".c"] = "int n" + std::to_string(pick(5)) + ";\n" + title();
            return;
        }
        auto file = std::next(tree.begin(), pick(static_cast<unsigned>(tree.size())));
        std::vector<std::string> lines = linesOf(file->second);
        const auto at = [&] { return lines.begin() + pick(static_cast<unsigned>(lines.size()) + 1); };
        switch (pick(8)) {
        case 0: lines.insert(at(), title()); break;
        case 1: lines.insert(at(), "call" + std::to_string(pick(6)) + "();\n"); break;
        case 2:
        case 3:
            if (!lines.empty()) lines.erase(lines.begin() + pick(static_cast<unsigned>(lines.size())));
            break;
        case 4: { // Rename, or copy.
            const std::string bytes = file->second;
            if (pick(3) != 0) tree.erase(file);
            tree["f" + std::to_string(pick(6)) + ".c"] = bytes;
            return;
        }
        case 5: // Reword.
            for (std::string& line : lines) {
                if (line.starts_with("//") && pick(2) == 0) line = title();
            }
            break;
        case 6: // Cut and paste to another file.
            if (!lines.empty() && tree.size() > 1) {
                const auto line = lines.begin() + pick(static_cast<unsigned>(lines.size()));
                auto other = std::next(tree.begin(), pick(static_cast<unsigned>(tree.size())));
                if (other == file) return;
                other->second += *line;
                lines.erase(line);
            }
            break;
        default: std::ranges::rotate(lines, at()); break;
        }
        std::string text;
        for (const std::string& line : lines) text += line;
        if (text.empty())
            tree.erase(file);
        else
            file->second = text;
    }

    std::mt19937 m_random;
    std::vector<std::size_t> m_heads;
};

std::string indexedAtOnce(RandomHistory& history, std::size_t tip) {
    MemoryHistoryStore store;
    indexImagined(history.repository, history.order(), store);
    return describeTip(history.repository, tip, store);
}

TEST(Laws, BatchesDoNotMatter) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        RandomHistory history(seed);
        const std::string once = indexedAtOnce(history, history.tip());
        MemoryHistoryStore store;
        const std::vector<std::size_t> order = history.order();
        for (std::size_t begin = 0; begin < order.size();) {
            // A new process for every few commits, and one that dies after some batches now and then.
            const std::size_t end = std::min<std::size_t>(order.size(), begin + 1 + history.pick(6));
            indexImagined(
                history.repository,
                {order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end)},
                store, 1 + history.pick(3));
            begin = end;
        }
        ASSERT_EQ(describeTip(history.repository, history.tip(), store), once) << "graph " << seed;
    }
}

TEST(Laws, TheOrderOfIndexingDoesNotMatter) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        RandomHistory history(seed);
        const std::string once = indexedAtOnce(history, history.tip());
        MemoryHistoryStore store;
        indexImagined(history.repository, history.otherOrder(), store, 1 + history.pick(5));
        ASSERT_EQ(describeTip(history.repository, history.tip(), store), once) << "graph " << seed;
    }
}

TEST(Laws, WhatElseWasFetchedDoesNotMatter) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        RandomHistory history(seed);
        const std::size_t tip = history.pick(static_cast<unsigned>(history.repository.commits.size()));
        const std::string withAll = indexedAtOnce(history, tip);
        std::set<std::size_t> ancestry{tip};
        for (std::size_t commit = tip + 1; commit-- > 0;) {
            if (!ancestry.contains(commit)) continue;
            const auto& parents = history.repository.commits[commit].parents;
            ancestry.insert(parents.begin(), parents.end());
        }
        MemoryHistoryStore store;
        indexImagined(history.repository, {ancestry.begin(), ancestry.end()}, store);
        ASSERT_EQ(describeTip(history.repository, tip, store), withAll) << "graph " << seed;
    }
}

TEST(Laws, AMergeThatTakesOneSideIntroducesNothing) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        RandomHistory history(seed);
        const std::size_t ours = history.tip();
        const std::size_t theirs = history.pick(static_cast<unsigned>(ours));
        const std::size_t merge =
            history.repository.commit({theirs, ours}, history.repository.commits[ours].tree, "merge");
        MemoryHistoryStore store;
        indexImagined(history.repository, history.order(), store);
        const CommitNo number = *store.findCommit(history.repository.commits[merge].id);
        for (const StoredItem& item : store.allItems()) ASSERT_NE(item.introduced, number) << "graph " << seed;
    }
}

TEST(Laws, EverythingThatStandsIsAnItemAndNothingElseIsOpen) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        RandomHistory history(seed);
        MemoryHistoryStore store;
        indexImagined(history.repository, history.order(), store);
        history::TextTable texts;
        history::Chronicle chronicle(store);
        ImaginedSource source(history.repository, texts);
        history::TipBuilder builder(store, chronicle, source, history.repository);
        const TipState state = builder.build(*store.findCommit(history.repository.commits[history.tip()].id));
        std::size_t standing = 0;
        for (const TipItem& item : state.items) standing += item.ended == kNoNumber ? 1 + item.also.size() : 0;
        std::size_t expected = 0;
        for (const auto& [path, bytes] : history.repository.commits[history.tip()].tree) {
            expected += readSimply(bytes).size();
        }
        ASSERT_EQ(standing, expected) << "graph " << seed;
    }
}

} // namespace
