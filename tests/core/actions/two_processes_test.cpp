// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/decide.h"
#include "tests/core/actions/scratch_registry.h"

#include <csignal>
#include <cstdio>
#include <map>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace paydown {
namespace {

using Changes = std::vector<Change>;

const Person kMia{"Mia", "mia@corp.example"};

std::vector<DecisionRecord> logOf(const ScratchRegistry& scratch) {
    return DecisionLog(scratch.location().log).read().records;
}

/// Runs something in a process of its own. @return its id
template <typename Action>
pid_t inAnotherProcess(const Action& action) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    try {
        action();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "the other process: %s\n", error.what());
        ::_exit(1);
    }
    ::_exit(0);
}

template <typename Action>
bool succeedsInTwoAtOnce(const Action& action) {
    const pid_t first = inAnotherProcess(action);
    const pid_t second = inAnotherProcess(action);
    int firstStatus = -1;
    int secondStatus = -1;
    ::waitpid(first, &firstStatus, 0);
    ::waitpid(second, &secondStatus, 0);
    return firstStatus == 0 && secondStatus == 0;
}

// A registry is made by whoever opens it first, so two commands started together make it together.
TEST(TwoProcesses, ThatOpenANewRegistryAtOnceBothGetIt) {
    for (int round = 0; round < 20; ++round) {
        const ScratchRegistry scratch;
        const auto open = [&] { const auto registry = scratch.open(); };
        EXPECT_TRUE(succeedsInTwoAtOnce(open)) << "round " << round;
    }
}

TEST(TwoProcesses, ThatDecideAtOnceKeepBothRecordsAndNumberThemApart) {
    const ScratchRegistry scratch;
    const auto snapshot = snapshotOf("a");
    constexpr int kEach = 20;
    const auto work = [&] {
        auto registry = scratch.open();
        for (int i = 0; i < kEach; ++i) {
            decide(registry, kMia,
                   Changes{changeOf(*snapshot, snapshot->items[0], "owner", "@kai"),
                           changeOf(*snapshot, snapshot->items[0], "due", "2027-01-01")});
        }
    };
    EXPECT_TRUE(succeedsInTwoAtOnce(work));

    std::set<std::uint64_t> seqs;
    for (const auto& record : logOf(scratch)) seqs.insert(record.seq);
    EXPECT_EQ(seqs.size(), 4U * kEach);
    EXPECT_EQ(scratch.open().records().size(), 4U * kEach);
}

// The child tells each decision when decide() has returned; whenever it is killed, all it told of is there, and no
// action is there in part.
TEST(TwoProcesses, LoseNothingAcknowledgedWhenOneIsKilled) {
    for (unsigned round = 0; round < 10; ++round) {
        const ScratchRegistry scratch;
        const auto snapshot = snapshotOf("abc");
        int told[2];
        ASSERT_EQ(::pipe(told), 0);
        const pid_t child = inAnotherProcess([&] {
            auto registry = scratch.open();
            for (;;) {
                const auto done = decide(registry, kMia,
                                         Changes{changeOf(*snapshot, snapshot->items[0], "owner", "@kai"),
                                                 changeOf(*snapshot, snapshot->items[1], "owner", "@kai"),
                                                 changeOf(*snapshot, snapshot->items[2], "owner", "@kai")});
                if (::write(told[1], done.batch.data(), 26) != 26) return;
            }
        });
        ::close(told[1]);
        std::set<std::string> acknowledged;
        std::string batch(26, ' ');
        for (unsigned i = 0; i <= round && ::read(told[0], batch.data(), 26) == 26; ++i) acknowledged.insert(batch);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(told[0], batch.data(), 26) == 26) acknowledged.insert(batch);
        ::close(told[0]);

        std::map<std::string, int> found;
        auto registry = scratch.open();
        for (const auto& record : registry.records()) ++found[record.batch];
        for (const auto& one : acknowledged) EXPECT_EQ(found[one], 3) << "round " << round;
        for (const auto& [one, count] : found) EXPECT_EQ(count, 3) << "half an action, round " << round;
    }
}

} // namespace
} // namespace paydown
