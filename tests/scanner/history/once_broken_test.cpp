// SPDX-License-Identifier: GPL-3.0-or-later
// Histories in which a law did not hold once, as small as they could be made.
#include "tests/scanner/history/laws.h"

namespace paydown::tests {
namespace {

void expectAllLaws(const ImaginedRepository& repository) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        for (const Law& law : laws()) {
            const auto breach = law.breach(repository, seed);
            EXPECT_FALSE(breach) << law.name << ", seed " << seed << '\n' << breach.value_or("");
        }
    }
}

const std::string kBegin = "// TODO: begin\nint b;\n";

// A merge takes the file of another root whole, which says what the other side says: one debt, as only the tip knows.
TEST(OnceBroken, ACopyOfWhatOnlyTheTipKnowsToBeOne) {
    const std::string three = "// TODO: wait for the bank\n// TODO: begin\n// TODO: one lock for all accounts\n";
    ImaginedRepository repository;
    const std::size_t begin = repository.commit({}, {{"a.c", "// TODO: begin\n"}});
    const std::size_t moved = repository.commit({begin}, {{"src/a.c", "// TODO: begin\n"}});
    const std::size_t root = repository.commit({}, {{"src/a.c", three}}, "another root");
    const std::size_t merge = repository.commit({moved, root}, {{"src/a.c", three}}, "merge");
    repository.commit({merge}, {{"src/a.c", three}, {"b.c", three}}, "copy");
    expectAllLaws(repository);
}

// It is dropped under one of its names in the commit where the other one turns out to stand elsewhere.
TEST(OnceBroken, AnItemThatGoesUnderOneNameAndStandsUnderAnother) {
    ImaginedRepository repository;
    const std::size_t begin = repository.commit({}, {{"a.c", kBegin}});
    const std::size_t twice = repository.commit({begin}, {{"a.c", kBegin}, {"src/a.c", kBegin}}, "copy");
    const Tree moved{{"moved/a.c", kBegin}, {"moved/src/a.c", kBegin}};
    const std::size_t ours = repository.commit({twice}, moved, "move");
    Tree all = moved;
    all["a.c"] = kBegin;
    const std::size_t theirs = repository.commit({twice}, all, "move one and copy it");
    const std::size_t merge = repository.commit({ours, theirs}, moved, "merge");
    Tree back = moved;
    back["src/a.c"] = kBegin;
    const std::size_t again = repository.commit({merge}, back, "copy again");
    repository.commit({again}, moved, "Revert");
    expectAllLaws(repository);
}

// It is restyled, which makes of its file what another item's file was once.
TEST(OnceBroken, AnItemWhoseFileBecomesWhatAnotherOnesWas) {
    const std::string block = "/* TODO: begin */\nint b;\n";
    ImaginedRepository repository;
    const std::size_t first = repository.commit({}, {{"lib/d.c", kBegin}});
    const std::size_t root = repository.commit({}, {{"lib/a.c", kBegin}}, "another root");
    const std::size_t moved = repository.commit({first}, {{"lib/a.c", block}}, "move");
    const Tree both{{"lib/a.c", kBegin}, {"lib/d.c", block}};
    repository.commit({moved, first, root}, both, "octopus");
    expectAllLaws(repository);
    repository.commit({3}, {{"lib/a.c", block}, {"lib/d.c", block}}, "restyle");
    repository.commit({4}, {{"lib/a.c", "int a;\n" + block}, {"lib/d.c", block}}, "edit");
    expectAllLaws(repository);
}

// One parent had ended it and begun another one with the same words; what the merge copies is a copy of that.
TEST(OnceBroken, ACopyInAMergeWithACommitFromBeforeTheEnding) {
    const std::string lock = "// TODO: one lock for all accounts\n";
    ImaginedRepository repository;
    const std::size_t begin = repository.commit({}, {{"src/c.c", lock}});
    const std::size_t gone = repository.commit({begin}, {}, "remove");
    const std::size_t back = repository.commit({gone}, {{"src/c.c", lock}}, "write it again");
    repository.commit({back, begin}, {{"src/c.c", lock}, {"sub/src/c.c", lock}}, "merge");
    expectAllLaws(repository);
}

// A merge takes a rewording back while the line loses its neighbour, its symbol and its indentation.
TEST(OnceBroken, AMergeThatTakesARewordingBack) {
    ImaginedRepository repository;
    const std::size_t other = repository.commit({}, {}, "another root");
    const std::size_t begin = repository.commit({}, {{"lib/a.c", "int f4(int x) {\n  // TODO: wait for the bank\n"}});
    const Tree reworded{{"lib/a.c", "int f4(int x) {\n  // TODO: please wait for the bank\n"}};
    const std::size_t ours = repository.commit({begin}, reworded, "reword");
    repository.commit({ours, other}, {{"lib/a.c", "    // TODO: wait for the bank\n"}}, "merge");
    expectAllLaws(repository);
}

// It stands in two places, of which a merge drops one and the next merge brings it back: no commit of one parent did.
TEST(OnceBroken, AnItemInTwoPlacesOfWhichMergesDropOneForAWhile) {
    ImaginedRepository repository;
    const std::string z = "int z;\n";
    const std::size_t begin = repository.commit({}, {{"a.c", kBegin}});
    const std::size_t one = repository.commit({begin}, {{"a.c", kBegin}, {"z.c", z}}, "edit");
    const std::size_t ours = repository.commit({one}, {{"c.c", kBegin}, {"z.c", z}}, "move");
    const std::size_t theirs = repository.commit({one}, {{"b.c", kBegin}, {"z.c", z}}, "move elsewhere");
    const Tree both{{"b.c", kBegin}, {"c.c", kBegin}, {"z.c", z}};
    const std::size_t merge = repository.commit({ours, theirs}, both, "merge");
    Tree withX = both;
    withX["x.c"] = z;
    Tree withY = both;
    withY["y.c"] = z;
    const std::size_t left = repository.commit({merge}, withX, "left");
    const std::size_t right = repository.commit({merge}, withY, "right");
    const Tree less{{"b.c", kBegin}, {"x.c", z}, {"z.c", z}};
    const std::size_t drops = repository.commit({merge, left}, less, "merge");
    Tree all = withY;
    all["x.c"] = z;
    repository.commit({drops, right}, all, "merge again");
    expectAllLaws(repository);
}

} // namespace
} // namespace paydown::tests
