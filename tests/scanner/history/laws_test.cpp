// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of identity section 2, on random commit graphs. PAYDOWN_GRAPHS asks for other counts than the usual one,
// PAYDOWN_FIRST_GRAPH for another first seed.
#include "tests/scanner/history/laws.h"
#include "tests/scanner/history/random_history.h"
#include "tests/scanner/history/shrink.h"

#include <cstdio>
#include <cstdlib>

namespace paydown::tests {
namespace {

unsigned numberIn(const char* variable, unsigned otherwise) {
    const char* asked = std::getenv(variable);
    return asked != nullptr ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : otherwise;
}

#ifdef PAYDOWN_FEWER_GRAPHS
constexpr unsigned kGraphs = 700; // A sanitizer takes three times as long.
#else
constexpr unsigned kGraphs = 2000;
#endif

/// The graphs are shared out to so many tests, which may run at the same time.
constexpr unsigned kShares = 4;

/// Says all that is needed to see the breach: the law, the smallest history, and how to make it with git.
std::string report(const Law& law, unsigned seed, const ImaginedRepository& repository) {
    const ImaginedRepository smallest =
        shrink(repository, [&](const ImaginedRepository& smaller) { return law.breach(smaller, seed).has_value(); });
    const std::string what = "graph " + std::to_string(seed) + " breaks the law that " + std::string(law.name);
    return what + "\n" + law.breach(smallest, seed).value_or("") + "\n" + gitScript(smallest, what);
}

class Laws : public ::testing::TestWithParam<unsigned> {};

TEST_P(Laws, HoldOnRandomGraphs) {
    const unsigned graphs = numberIn("PAYDOWN_GRAPHS", kGraphs);
    const unsigned first = numberIn("PAYDOWN_FIRST_GRAPH", 0);
    std::size_t count = 0;
    std::size_t commits = 0;
    std::size_t merges = 0;
    for (unsigned seed = first + GetParam(); seed < first + graphs; seed += kShares) {
        const ImaginedRepository repository = randomHistory(seed);
        ++count;
        commits += repository.commits.size();
        for (const auto& node : repository.commits) merges += node.parents.size() > 1 ? 1 : 0;
        for (const Law& law : laws()) {
            if (law.breach(repository, seed)) ADD_FAILURE() << report(law, seed, repository);
        }
        ASSERT_FALSE(HasFailure());
    }
    std::printf("%zu laws on %zu graphs of %zu commits, %zu of them merges\n", laws().size(), count, commits, merges);
}

/// Graphs that long runs found, of kinds that are rare among the usual ones.
TEST(LawsOnRareGraphs, HoldWhereTheyWereBrokenOnce) {
    // An item stood in two places, in others for a while, and in the same two again.
    for (const unsigned seed : {1001421U, 1025196U}) {
        const ImaginedRepository repository = randomHistory(seed);
        for (const Law& law : laws()) {
            if (law.breach(repository, seed)) ADD_FAILURE() << report(law, seed, repository);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shares, Laws, ::testing::Range(0U, kShares));

} // namespace
} // namespace paydown::tests
