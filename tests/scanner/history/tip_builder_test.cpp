// SPDX-License-Identifier: GPL-3.0-or-later
// A tip that is built on another one, commit by commit, beside the same tip built whole.
#include "tests/scanner/history/imagined_repository.h"
#include "tests/scanner/history/memory_history_store.h"

#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sstream>

namespace paydown::tests {
namespace {

/// A random history whose commits mostly follow each other, with a side branch merged now and then.
class Story {
public:
    explicit Story(unsigned seed) : m_random(seed) {
        m_head = repository.commit({}, {{"a.c", "int a;\n// TODO: begin\nint b;\n"}});
        for (unsigned left = 12 + pick(12); left > 0; --left) grow();
    }
    ImaginedRepository repository;
    std::vector<std::size_t> tips; ///< What is checked out, one after the other.

private:
    unsigned pick(unsigned below) { return static_cast<unsigned>(m_random() % below); }

    void grow() {
        Tree tree = repository.commits[m_head].tree;
        edit(tree);
        const std::size_t before = m_head;
        m_head = repository.commit({m_head}, tree, std::to_string(m_random()));
        if (pick(5) == 0) { // A branch from before, merged: one side whole, or both.
            Tree side = repository.commits[before].tree;
            edit(side);
            const std::size_t branch = repository.commit({before}, side, std::to_string(m_random()));
            Tree merged = tree;
            if (pick(2) == 0) merged.insert(side.begin(), side.end());
            m_head = repository.commit({m_head, branch}, pick(4) == 0 ? side : merged, std::to_string(m_random()));
        }
        if (pick(3) != 0) tips.push_back(m_head); // Sometimes several commits come at once.
    }

    std::string debt() { return "// TODO: number " + std::to_string(pick(9)) + "\n"; }

    void edit(Tree& tree) {
        const std::string name = "f" + std::to_string(pick(4)) + ".c";
        std::string& text = tree[name];
        switch (pick(5)) {
        case 0: text = "int n" + std::to_string(pick(50)) + ";\n" + text; break;
        case 1: text += debt() + "int m" + std::to_string(pick(50)) + ";\n"; break;
        case 2: text = debt() + "int k" + std::to_string(pick(50)) + ";\n"; break;
        case 3: text.erase(0, text.find('\n') + 1); break;
        default: {
            const std::string bytes = text;
            tree.erase(name);
            if (!bytes.empty()) tree["g" + std::to_string(pick(3)) + ".c"] = bytes;
            return;
        }
        }
        if (text.empty()) tree.erase(name);
    }

    std::mt19937 m_random;
    std::size_t m_head = 0;
};

std::string inNumbers(const TipState& state) {
    std::ostringstream text;
    for (const TipItem& item : state.items) {
        text << item.standing.item << " at " << item.path << ':' << item.standing.line << ':' << item.standing.column
             << " text " << item.standing.text << " parent " << item.parent << " introduced " << item.introduced
             << " changed " << item.changed << " ended " << item.ended << ' ' << static_cast<int>(item.ending);
        for (const TipItem::Also& also : item.also) text << " also " << also.path << ':' << also.line;
        for (const ItemNo alias : item.aliases) text << " alias " << alias;
        text << '\n';
    }
    std::set<std::string> implied; // In the order of tables.
    for (const StoredEvent& event : state.implied) {
        implied.insert(std::to_string(event.item) + " implied " + std::to_string(event.commit) + " kind " +
                       std::to_string(static_cast<int>(event.kind)) + " at " + std::to_string(event.path) + ':' +
                       std::to_string(event.line) + " text " + std::to_string(event.text));
    }
    for (const std::string& event : implied) text << event << '\n';
    text << "outside";
    for (const CommitNo commit : state.basis.outside) text << ' ' << commit;
    return text.str();
}

TEST(TipBuilder, BuildsOnAnotherTipWhatItBuildsWhole) {
    std::size_t builtOn = 0;
    std::size_t implied = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        const Story story(seed);
        MemoryHistoryStore store;
        for (const std::size_t tip : story.tips) {
            scanImagined(story.repository, tip, store);
            const CommitNo number = *store.findCommit(story.repository.commits[tip].id);
            builtOn += store.isBuiltOnAnother(number) ? 1 : 0;
            implied += store.isBuiltOnAnother(number) ? store.states.at(number).implied.size() : 0;
            ASSERT_EQ(inNumbers(store.states.at(number)), inNumbers(tipOf(story.repository, tip, store)))
                << "story " << seed << ", commit " << tip;
        }
    }
    EXPECT_GT(builtOn, 1000U); // Else this would compare a thing with itself.
    EXPECT_GT(implied, 100U);
}

} // namespace
} // namespace paydown::tests
