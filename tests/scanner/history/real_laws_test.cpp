// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of identity section 2 once more, on some of the random graphs as real git repositories, with the real walk
// and the real registry.
#include "tests/scanner/history/failing_store.h"
#include "tests/scanner/history/memory_history_store.h"
#include "tests/scanner/history/random_history.h"
#include "tests/scanner/history/real_history.h"
#include "tests/scanner/history/shrink.h"

#include <cstdlib>

namespace paydown::tests {
namespace {

#ifdef PAYDOWN_FEWER_GRAPHS
constexpr unsigned kRealGraphs = 15;
#else
constexpr unsigned kRealGraphs = 40;
#endif

unsigned realGraphs() {
    const char* asked = std::getenv("PAYDOWN_REAL_GRAPHS");
    return asked != nullptr ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : kRealGraphs;
}

/// Says what differs, and how to make the history.
std::string saying(unsigned seed, const ImaginedRepository& repository) {
    return gitScript(repository, "graph " + std::to_string(seed));
}

std::string readAtOnce(const RealHistory& history, const CommitId& tip) {
    RealRegistry registry;
    indexReal(history.path(), {tip}, registry.store());
    return describeStored(registry.database(), tip);
}

TEST(RealLaws, GitAndTheRegistrySayWhatWasImagined) {
    for (unsigned seed = 0; seed < realGraphs(); ++seed) {
        const ImaginedRepository imagined = randomHistory(seed);
        const RealHistory history(imagined);
        RealRegistry registry;
        indexImaginedWithTip(history.named(), imagined.tip(), registry.store());
        const CommitId tip = history.ids().back();
        ASSERT_EQ(readAtOnce(history, tip), describeStored(registry.database(), tip)) << saying(seed, imagined);
    }
}

TEST(RealLaws, TheOrderInWhichCommitsArriveDoesNotMatter) {
    for (unsigned seed = 0; seed < realGraphs(); ++seed) {
        const ImaginedRepository imagined = randomHistory(seed);
        const RealHistory history(imagined);
        Dice dice(seed);
        RealRegistry registry;
        for (unsigned visits = 1 + dice.pick(5); visits > 0; --visits) {
            indexReal(history.path(), {history.ids()[dice.pick(history.ids().size())]}, registry.store());
        }
        const CommitId tip = history.ids().back();
        indexReal(history.path(), {tip}, registry.store());
        ASSERT_EQ(describeStored(registry.database(), tip), readAtOnce(history, tip)) << saying(seed, imagined);
    }
}

TEST(RealLaws, TwoClonesNameTheSameItems) {
    for (unsigned seed = 0; seed < realGraphs() / 4; ++seed) {
        const ImaginedRepository imagined = randomHistory(seed);
        const RealHistory history(imagined);
        const testing::ScratchFolder folder;
        testing::runGit(folder.path(), {"clone", "-q", "--bare", history.path(), "clone.git"});
        testing::runGit(folder.path() + "/clone.git", {"repack", "-q", "-a", "-d"});
        const CommitId tip = history.ids().back();
        RealRegistry registry;
        indexReal(folder.path() + "/clone.git", {tip}, registry.store());
        ASSERT_EQ(describeStored(registry.database(), tip), readAtOnce(history, tip)) << saying(seed, imagined);
    }
}

TEST(RealLaws, AnInterruptedWalkGoesOnToTheSameEnd) {
    for (unsigned seed = 0; seed < realGraphs(); ++seed) {
        const ImaginedRepository imagined = randomHistory(seed);
        const RealHistory history(imagined);
        const CommitId tip = history.ids().back();
        Dice dice(seed);
        RealRegistry registry;
        for (unsigned tries = 4; tries > 0; --tries) {
            Countdown countdown(dice.pick(60));
            FailingStore failing(registry.store(), countdown);
            const CommitId wanted = history.ids()[dice.pick(history.ids().size())];
            try {
                indexReal(history.path(), {wanted}, failing);
            } catch (const Interrupted&) {
                continue;
            }
        }
        indexReal(history.path(), {tip}, registry.store());
        ASSERT_EQ(describeStored(registry.database(), tip), readAtOnce(history, tip)) << saying(seed, imagined);
    }
}

} // namespace
} // namespace paydown::tests
