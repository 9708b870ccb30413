// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/scan_lock.h"

#include "core/base/error.h"
#include "tests/support/scratch_repository.h"

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace paydown {
namespace {

class ScanLockTest : public ::testing::Test {
protected:
    [[nodiscard]] std::string path() const { return m_folder.path() + "/scan.lock"; }

    testing::ScratchFolder m_folder;
};

TEST_F(ScanLockTest, IsHeldByOneOnly) {
    const auto held = ScanLock::tryAcquire(path());
    ASSERT_TRUE(held);
    EXPECT_FALSE(ScanLock::tryAcquire(path()));
}

TEST_F(ScanLockTest, IsFreeAgainAfterwards) {
    { const auto held = ScanLock::tryAcquire(path()); }
    EXPECT_TRUE(ScanLock::tryAcquire(path()));
}

TEST_F(ScanLockTest, SaysWhoWorks) {
    const auto held = ScanLock::tryAcquire(path());
    const auto holder = ScanLock::holder(path());
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->pid, ::getpid());
    EXPECT_THAT(holder->describe(), ::testing::StartsWith("process " + std::to_string(::getpid()) + " on "));
}

TEST_F(ScanLockTest, IsHeldByNobodyAtFirst) {
    EXPECT_FALSE(ScanLock::holder(path()));
    { const auto held = ScanLock::tryAcquire(path()); }
    EXPECT_FALSE(ScanLock::holder(path()));
}

TEST_F(ScanLockTest, TellsOnceWhoIsInTheWayAndStopsWaitingWhenAsked) {
    const auto held = ScanLock::tryAcquire(path());
    std::stop_source stop;
    int told = 0;
    const auto wait = [&] {
        (void)ScanLock::acquire(
            path(), 0644,
            [&](const ScanHolder& holder) {
                ++told;
                EXPECT_EQ(holder.pid, ::getpid());
                stop.request_stop();
            },
            stop.get_token());
    };
    EXPECT_THROW(wait(), Cancelled);
    EXPECT_EQ(told, 1);
}

TEST_F(ScanLockTest, IsTakenOverWhenTheOtherScanEnds) {
    auto held = ScanLock::tryAcquire(path());
    const auto next = ScanLock::acquire(path(), 0644, [&](const ScanHolder&) { held.reset(); }, {});
    EXPECT_FALSE(ScanLock::tryAcquire(path()));
}

TEST_F(ScanLockTest, IsFreeWhenItsProcessIsKilled) {
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = ScanLock::tryAcquire(path());
        [[maybe_unused]] const auto written = ::write(ready[1], held ? "y" : "n", 1);
        for (;;) ::pause();
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    EXPECT_EQ(ScanLock::holder(path()).value().pid, child);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(ScanLock::tryAcquire(path()));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_F(ScanLockTest, SaysThatItCannotBeMade) {
    EXPECT_THROW((void)ScanLock::tryAcquire(m_folder.path() + "/missing/scan.lock"), Error);
}

} // namespace
} // namespace paydown
