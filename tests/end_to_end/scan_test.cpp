// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

TEST(Scan, FollowsAnItemThroughRewordingAMoveAndARename) {
    ScratchRepository repository;
    const CommitId introduced =
        repository.as("Mia", "mia@corp.example")
            .write("pay/bank.cpp", "int a;\nint b;\n// TODO: retry when the bank is down\nint c;\nint d;\n")
            .commit("Add the bank");
    repository.write("pay/bank.cpp", "int a;\nint b;\n// TODO: retry once when the bank is down\nint c;\nint d;\n")
        .commit();
    repository
        .write("pay/bank.cpp",
               "int z;\nint y;\nint a;\nint b;\n// TODO: retry once when the bank is down\nint c;\nint d;\n")
        .commit();
    repository.rename("pay/bank.cpp", "money/bank.cpp").commit();
    repository.checkOut();

    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    const auto items = itemsIn(repository.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["path"], "money/bank.cpp");
    EXPECT_EQ(items[0]["line"], 5);
    EXPECT_EQ(items[0]["title"], "retry once when the bank is down");
    EXPECT_EQ(items[0]["introduced"]["commit"], toHex(introduced));
    EXPECT_EQ(items[0]["introduced"]["author"], "Mia");
    const ItemId expected = makeItemId({introduced, "pay/bank.cpp", "retry when the bank is down", 0});
    EXPECT_EQ(items[0]["id"], expected.value);
}

TEST(Scan, ReadsOnlyWhatIsNewTheNextTime) {
    ScratchRepository repository;
    repository.write("a.py", "# TODO: first\n").commit();
    EXPECT_THAT(paydownIn(repository.path(), {"scan"}).out, HasSubstr("Read 1 commit"));
    EXPECT_THAT(paydownIn(repository.path(), {"scan"}).out, HasSubstr("Nothing new"));
    repository.write("b.py", "# TODO: second\n").commit();
    EXPECT_THAT(paydownIn(repository.path(), {"scan"}).out, HasSubstr("Read 1 commit"));
}

TEST(Scan, SaysHowADebtEnded) {
    ScratchRepository repository;
    repository.write("a.c", "int one;\n/* TODO: use two */\nint f() { return 1; }\nint three;\n").commit();
    const CommitId ended = repository.write("a.c", "int one;\nint f() { return 2; }\nint three;\n").commit("Use two");
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_TRUE(itemsIn(repository.path()).empty());
    const auto all = itemsIn(repository.path(), {"--state", "all"});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0]["ended"]["commit"], toHex(ended));
    EXPECT_EQ(all[0]["ended"]["kind"], "paid");
    EXPECT_THAT(paydownIn(repository.path(), {"log", "--endings"}).out, HasSubstr("1 ended: 1 paid"));
}

TEST(Log, CountsEndingsByThePeriodInWhichTheyCame) {
    ScratchRepository repository;
    repository.write("a.py", "# TODO: one\n").write("b.py", "# TODO: two\n").commit();
    repository.write("a.py", "one = 1\n").commit();
    repository.write("b.py", "two = 2\n").commit();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto year = paydownIn(repository.path(), {"log", "--endings", "--by", "year"});
    EXPECT_EQ(year.exitCode, 0);
    EXPECT_THAT(year.out, MatchesRegex("[0-9]{4}  2 [a-z]+\n2 ended: 2 [a-z]+\n"));
    const auto month = paydownIn(repository.path(), {"log", "--endings", "--by", "month"});
    EXPECT_THAT(month.out, MatchesRegex("[0-9]{4}-[0-9]{2}  2 [a-z]+\n2 ended: 2 [a-z]+\n"));
}

// A count is neither a list of events nor cut short; to print something else than what was asked for would be worse
// than to refuse.
TEST(Log, RefusesToCountEndingsInAFormatOfEvents) {
    const ScratchRepository repository;
    const std::vector<std::vector<std::string>> others{{"--format", "jsonl"}, {"--limit", "3"}};
    for (const auto& other : others) {
        std::vector<std::string> command{"log", "--endings", "--by", "month"};
        command.insert(command.end(), other.begin(), other.end());
        const auto refused = paydownIn(repository.path(), command);
        EXPECT_EQ(refused.exitCode, 2);
        EXPECT_THAT(refused.err, HasSubstr(other.front()));
    }
}

TEST(Scan, KeepsItemsOfAMergedBranchTheirOwn) {
    ScratchRepository repository;
    repository.write("a.go", "package a\n// TODO: one\n").commit();
    repository.branch("topic");
    const CommitId onTopic = repository.write("b.go", "package a\n// TODO: two\n").commit();
    repository.switchTo("main").write("c.go", "package a\n// TODO: three\n").commit();
    repository.merge("topic");
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path(), {"--sort", "path"});
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[1]["introduced"]["commit"], toHex(onTopic));
}

} // namespace
} // namespace paydown::testing
