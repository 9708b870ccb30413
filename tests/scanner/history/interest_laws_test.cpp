// SPDX-License-Identifier: GPL-3.0-or-later
// Interest is a function of the commit graph (identity, sections 2 and 4), on random graphs.
#include "tests/scanner/history/imagined_touches.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace paydown::tests {
namespace {

/// Graphs per law; PAYDOWN_GRAPHS asks for more.
unsigned graphCount() {
    const char* asked = std::getenv("PAYDOWN_GRAPHS");
    return asked != nullptr ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : 300;
}

/// Grows a random history of functions that are edited, moved, reordered, renamed with their file, branched and merged.
class FunctionHistory {
public:
    explicit FunctionHistory(unsigned seed) : m_random(seed) {
        Code code;
        for (unsigned i = 0; i < 3; ++i) code["a.c"].push_back(newFunction());
        code["b.c"].push_back(newFunction());
        m_codes.push_back(code);
        repository.commit({}, treeOf(code));
        m_heads.push_back(0);
        const unsigned commits = 6 + pick(24);
        while (repository.commits.size() < commits) grow();
        while (m_heads.size() > 1) merge(0, 1);
    }

    unsigned pick(unsigned below) { return static_cast<unsigned>(m_random() % below); }
    [[nodiscard]] std::size_t tip() const { return repository.commits.size() - 1; }
    [[nodiscard]] std::vector<std::size_t> order() const {
        std::vector<std::size_t> order(repository.commits.size());
        std::iota(order.begin(), order.end(), 0U);
        return order;
    }
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

    ImaginedRepository repository;

private:
    struct Function {
        std::string name;
        std::vector<std::string> lines;
    };
    using Code = std::map<std::string, std::vector<Function>>;

    static Tree treeOf(const Code& code) {
        Tree tree;
        for (const auto& [path, functions] : code) {
            std::string text;
            for (const Function& function : functions) {
                text += "void " + function.name + "()\n{\n";
                for (const std::string& line : function.lines) text += line + "\n";
                text += "}\n";
            }
            if (!text.empty()) tree[path] = text;
        }
        return tree;
    }

    Function newFunction() {
        Function function{"f" + std::to_string(m_names++), {}};
        for (unsigned i = pick(5); i > 0; --i) function.lines.push_back(statement());
        if (pick(3) != 0) function.lines.push_back("// TODO: debt " + std::to_string(pick(6)));
        for (unsigned i = pick(5); i > 0; --i) function.lines.push_back(statement());
        return function;
    }
    std::string statement() { return "call" + std::to_string(pick(9)) + "();"; }

    void grow() {
        const std::size_t head = pick(static_cast<unsigned>(m_heads.size()));
        const unsigned what = pick(10);
        if (what == 0 && m_heads.size() < 4) {
            m_heads.push_back(m_heads[head]);
        } else if (what <= 2 && m_heads.size() > 1) {
            const std::size_t other = pick(static_cast<unsigned>(m_heads.size()));
            if (m_heads[other] != m_heads[head]) merge(std::min(head, other), std::max(head, other));
        } else {
            Code code = m_codes[m_heads[head]];
            for (unsigned edits = 1 + pick(3); edits > 0; --edits) edit(code);
            add(head, {m_heads[head]}, code);
        }
    }

    void add(std::size_t head, std::vector<std::size_t> parents, const Code& code) {
        m_heads[head] = repository.commit(std::move(parents), treeOf(code), std::to_string(m_random() % 997));
        m_codes.push_back(code);
    }

    void merge(std::size_t a, std::size_t b) {
        Code merged = m_codes[m_heads[a]];
        for (const auto& [path, theirs] : m_codes[m_heads[b]]) {
            auto& ours = merged[path];
            for (const Function& function : theirs) {
                const auto same = std::ranges::find(ours, function.name, &Function::name);
                if (same == ours.end())
                    ours.push_back(function);
                else if (pick(2) == 0)
                    same->lines = function.lines;
            }
            if (pick(4) == 0) ours = theirs;
        }
        add(a, {m_heads[a], m_heads[b]}, merged);
        m_heads.erase(m_heads.begin() + static_cast<std::ptrdiff_t>(b));
    }

    void edit(Code& code) {
        auto file = std::next(code.begin(), pick(static_cast<unsigned>(code.size())));
        auto& functions = file->second;
        if (functions.empty() || pick(9) == 0) {
            functions.push_back(newFunction());
            return;
        }
        const auto which = functions.begin() + pick(static_cast<unsigned>(functions.size()));
        auto& lines = which->lines;
        const auto at = [&] { return lines.begin() + pick(static_cast<unsigned>(lines.size()) + 1); };
        switch (pick(9)) {
        case 0: std::ranges::rotate(functions, which); break;
        case 1: { // Cut and paste to another file.
            Function moved = *which;
            functions.erase(which);
            code["c" + std::to_string(pick(2)) + ".c"].push_back(std::move(moved));
            break;
        }
        case 2: { // Rename the file.
            auto moved = functions;
            code.erase(file);
            code["r" + std::to_string(pick(3)) + ".c"] = std::move(moved);
            break;
        }
        case 3: lines.insert(at(), "// TODO: debt " + std::to_string(pick(6))); break;
        case 4:
        case 5:
            if (!lines.empty()) lines.erase(lines.begin() + pick(static_cast<unsigned>(lines.size())));
            break;
        default: lines.insert(at(), statement()); break;
        }
    }

    std::mt19937 m_random;
    unsigned m_names = 0;
    std::vector<Code> m_codes; ///< By commit.
    std::vector<std::size_t> m_heads;
};

std::string atOnce(const FunctionHistory& history) {
    MemoryHistoryStore store;
    indexImagined(history.repository, history.order(), store);
    return tellTouches(history.repository, scanTip(history.repository, history.tip(), store), store);
}

TEST(InterestLaws, BatchesDoNotMatter) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        FunctionHistory history(seed);
        const std::string once = atOnce(history);
        MemoryHistoryStore store;
        const std::vector<std::size_t> order = history.order();
        for (std::size_t begin = 0; begin < order.size();) {
            const std::size_t end = std::min<std::size_t>(order.size(), begin + 1 + history.pick(4));
            indexImagined(
                history.repository,
                {order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end)},
                store, 1 + history.pick(3));
            if (history.pick(3) != 0) scanTip(history.repository, order[end - 1], store);
            begin = end;
        }
        const TipState state = scanTip(history.repository, history.tip(), store);
        ASSERT_EQ(tellTouches(history.repository, state, store), once) << "graph " << seed;
    }
}

TEST(InterestLaws, BuildingOnAnotherTipDoesNotMatter) {
    std::size_t onAnother = 0;
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        FunctionHistory history(seed);
        MemoryHistoryStore store;
        for (std::size_t tip = 0; tip < history.repository.commits.size(); tip += 1 + history.pick(2)) {
            const TipState state = scanTip(history.repository, tip, store);
            onAnother += store.isBuiltOnAnother(state.commit) ? 1 : 0;
            MemoryHistoryStore other;
            const TipState whole = scanTip(history.repository, tip, other);
            ASSERT_EQ(tellTouches(history.repository, state, store), tellTouches(history.repository, whole, other))
                << "graph " << seed << ", commit " << tip;
        }
    }
    EXPECT_GT(onAnother, graphCount()); // Else this would compare a thing with itself.
}

TEST(InterestLaws, TheOrderOfIndexingAndOtherTipsDoNotMatter) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        FunctionHistory history(seed);
        const std::string once = atOnce(history);
        MemoryHistoryStore store;
        indexImagined(history.repository, history.otherOrder(), store, 1 + history.pick(5));
        for (unsigned i = 0; i < 3; ++i) {
            scanTip(history.repository, history.pick(static_cast<unsigned>(history.tip() + 1)), store);
        }
        const TipState state = scanTip(history.repository, history.tip(), store);
        ASSERT_EQ(tellTouches(history.repository, state, store), once) << "graph " << seed;
    }
}

TEST(InterestLaws, EveryOpenItemHasInterestAndTouchesComeAfterItsIntroduction) {
    for (unsigned seed = 0; seed < graphCount(); ++seed) {
        FunctionHistory history(seed);
        MemoryHistoryStore store;
        indexImagined(history.repository, history.order(), store);
        const TipState state = scanTip(history.repository, history.tip(), store);
        const auto open = std::ranges::count(state.items, kNoNumber, &TipItem::ended);
        ASSERT_EQ(static_cast<std::size_t>(open), state.interest.size()) << "graph " << seed;
        for (const TipInterest& interest : state.interest) {
            const CommitNode introduced = store.commit(store.item(interest.item).introduced);
            for (const auto& touched : interest.touches) {
                ASSERT_GT(store.commit(touched.commit).generation, introduced.generation) << "graph " << seed;
                ASSERT_LT(store.commit(touched.commit).parents.size(), 2U) << "graph " << seed;
            }
        }
    }
}

} // namespace
} // namespace paydown::tests
