// SPDX-License-Identifier: GPL-3.0-or-later
// The first run, and what is shown when something cannot be.
#include "gui/welcome/welcome_page.h"
#include "gui/widgets/progress_strip.h"
#include "tests/gui/support/desk_test.h"

#include <QListWidget>
#include <QPushButton>

namespace paydown::gui {

class FirstRun : public DeskTest {};

TEST_F(FirstRun, OffersToChooseAFolder) {
    makeWindow(10);
    EXPECT_TRUE(shown("welcomePage"));
    EXPECT_TRUE(shown("chooseFolder"));
    EXPECT_FALSE(shown("start"));
}

TEST_F(FirstRun, TicksTheRepositoriesThatWereFoundAndStarts) {
    makeWindow(10);
    backend->repositories = {{QStringLiteral("/src/pay"), QStringLiteral("pay"), false},
                             {QStringLiteral("/src/web"), QStringLiteral("web"), true}};
    backend->findRepositories(QStringLiteral("/src"));
    waitUntil([this] { return shown("start"); });
    auto* found = child<QListWidget>("foundRepositories");
    ASSERT_EQ(found->count(), 2);
    EXPECT_EQ(found->item(0)->checkState(), Qt::Checked);
    child<QPushButton>("start")->click();
    waitUntil([this] { return session()->state() != nullptr; });
    EXPECT_FALSE(shown("welcomePage"));
    EXPECT_TRUE(shown("triagePage"));
}

TEST_F(FirstRun, StartWaitsForATick) {
    makeWindow(10);
    backend->repositories = {{QStringLiteral("/src/pay"), QStringLiteral("pay"), false}};
    backend->findRepositories(QStringLiteral("/src"));
    waitUntil([this] { return shown("start"); });
    child<QListWidget>("foundRepositories")->item(0)->setCheckState(Qt::Unchecked);
    EXPECT_FALSE(child<QPushButton>("start")->isEnabled());
}

TEST_F(FirstRun, SaysThatAFolderHoldsNoRepository) {
    makeWindow(10);
    backend->findRepositories(QStringLiteral("/empty"));
    waitUntil([this] { return shown("welcomeProblem"); });
    EXPECT_TRUE(text("welcomeProblem").contains(QStringLiteral("no git repository")));
}

class FailedStates : public DeskTest {};

TEST_F(FailedStates, ARepositoryThatCannotBeOpenedSaysWhyAndWhatToDo) {
    makeWindow(10);
    backend->refusesOpening = true;
    window->openRepository(QStringLiteral("/nowhere"));
    waitUntil([this] { return shown("welcomeProblem"); });
    EXPECT_TRUE(text("welcomeProblem").contains(QStringLiteral("/nowhere is not a git repository")));
    EXPECT_TRUE(text("welcomeProblem").contains(QStringLiteral("choose another folder")));
}

TEST_F(FailedStates, AFailureWhileWorkingKeepsWhatWasShown) {
    openWith(50);
    emit backend->failed({QStringLiteral("the registry is locked"), QStringLiteral("another scan is at work"), false});
    EXPECT_TRUE(shown("triagePage"));
    EXPECT_TRUE(text("statusMessage").contains(QStringLiteral("the registry is locked; another scan is at work")));
    EXPECT_GT(model()->rowCount(), 0);
}

TEST_F(FailedStates, AnEmptyQueueSaysSoInASentence) {
    openWith(50);
    window->triage()->enterQueue(Queue::Answer);
    waitUntil([this] { return shown("emptyState"); });
    EXPECT_EQ(session()->current(), nullptr);
}

TEST_F(FailedStates, ANoticeStandsAboveTheList) {
    openWith(50);
    backend->notice = QStringLiteral("origin/main is 31 commits ahead");
    backend->publish();
    waitUntil([this] { return shown("notice"); });
    EXPECT_EQ(text("notice"), backend->notice);
}

class Refreshing : public DeskTest {};

TEST_F(Refreshing, ShowsProgressAndCancels) {
    openWith(50);
    emit backend->progressed({QStringLiteral("indexing history"), 41200, 75310});
    ASSERT_TRUE(shown("progressStrip"));
    EXPECT_EQ(text("progressText"), QStringLiteral("indexing history  41,200 / 75,310"));
    child<QPushButton>("cancelRefreshButton")->click();
    EXPECT_EQ(backend->cancels, 1);
    emit backend->refreshEnded(false);
    EXPECT_FALSE(shown("progressStrip"));
}

TEST_F(Refreshing, F5Refreshes) {
    openWith(50);
    press(Qt::Key_F5);
    EXPECT_EQ(backend->refreshes, 1);
}

TEST_F(Refreshing, SaysTheTimeLeft) {
    EXPECT_EQ(timeLeftText(12), QStringLiteral("0:12 left"));
    EXPECT_EQ(timeLeftText(185), QStringLiteral("3:05 left"));
    EXPECT_EQ(timeLeftText(4200), QStringLiteral("1 h 10 min left"));
}

} // namespace paydown::gui
