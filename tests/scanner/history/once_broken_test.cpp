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

} // namespace
} // namespace paydown::tests
