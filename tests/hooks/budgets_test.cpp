// SPDX-License-Identifier: GPL-3.0-or-later
#include "hooks/change_reader.h"

#include "tests/support/scratch_repository.h"

namespace paydown::hooks {
namespace {

using paydown::testing::ScratchRepository;

/// A file with so many debts.
std::string withDebts(int count) {
    std::string text = "int begin;\n";
    for (int i = 0; i < count; ++i)
        text += "// TODO: number " + std::to_string(i) + "\nint n" + std::to_string(i) + ";\n";
    return text;
}

/// "before after", or "-" where a budget is not judged.
std::string told(const DebtChanges& changes) {
    std::string text;
    for (const auto& count : changes.budgets)
        text += (text.empty() ? "" : ", ") +
                (count ? std::to_string(count->before) + " " + std::to_string(count->after) : "-");
    return text;
}

class CountedBudgets : public ::testing::Test {
protected:
    CountedBudgets() {
        repository.write("src/a.c", withDebts(2)).write("src/deep/b.c", withDebts(1)).write("lib/c.c", withDebts(4));
        repository.write("src/gen/d.pb.c", withDebts(7)).write(".gitattributes", "*.pb.c linguist-generated\n");
        repository.commit();
        repository.checkOut();
    }

    DebtChanges ofIndex() {
        const FileReader reader(settings);
        return readIndexChanges(git::Repository::open(repository.path()), reader, settings, budgets);
    }

    ScratchRepository repository;
    ScanSettings settings;
    std::vector<BudgetConfig> budgets{{"src/**", 3}, {"lib", 10}, {"**", 100}};
};

TEST_F(CountedBudgets, AreJudgedOnlyWhereTheCommitAdds) {
    repository.writeOnDisk("src/a.c", withDebts(4)).stage({"."});
    EXPECT_EQ(told(ofIndex()), "3 5, -, 7 9");
}

TEST_F(CountedBudgets, BelieveWhoKnowsWhatStandsInTheBase) {
    repository.writeOnDisk("src/a.c", withDebts(4)).stage({"."});
    const FileReader reader(settings);
    const auto opened = git::Repository::open(repository.path());
    const auto changes = [&](const OpenPaths& known) {
        return told(readIndexChanges(opened, reader, settings, budgets, known));
    };
    EXPECT_EQ(changes([&](const CommitId& base) -> std::optional<std::vector<std::string>> {
                  EXPECT_EQ(base, repository.head());
                  return std::vector<std::string>{"src/a.c", "src/x.c", "lib/y.c"};
              }),
              "2 4, -, 3 5");
    EXPECT_EQ(changes([](const CommitId&) { return std::nullopt; }), "3 5, -, 7 9") << "not known";
}

TEST_F(CountedBudgets, AreNotTouchedByWhatIsPaidOrReworded) {
    repository.writeOnDisk("src/a.c", withDebts(1)).stage({"."});
    EXPECT_EQ(told(ofIndex()), "");
}

TEST_F(CountedBudgets, CountWhatMovesInFromAnotherFolder) {
    repository.git({"mv", "lib/c.c", "src/c.c"});
    EXPECT_EQ(told(ofIndex()), "3 7, -, -");
}

TEST_F(CountedBudgets, LetOneFilePayForAnother) {
    repository.writeOnDisk("src/a.c", withDebts(3)).writeOnDisk("src/deep/b.c", withDebts(0)).stage({"."});
    EXPECT_EQ(told(ofIndex()), "");
}

TEST_F(CountedBudgets, BeginAtNothingWithTheFirstCommit) {
    ScratchRepository fresh;
    fresh.writeOnDisk("src/a.c", withDebts(2)).stage({"."});
    const FileReader reader(settings);
    EXPECT_EQ(told(readIndexChanges(git::Repository::open(fresh.path()), reader, settings, budgets)), "0 2, -, 0 2");
}

TEST_F(CountedBudgets, AreNotJudgedAtTheEndOfAMerge) {
    repository.branch("side").write("src/new.c", withDebts(3)).commit();
    repository.switchTo("main").write("src/other.c", withDebts(3)).commit();
    repository.checkOut().git({"merge", "--no-commit", "--no-ff", "side"});
    repository.writeOnDisk("src/a.c", withDebts(4)).stage({"."});
    EXPECT_EQ(told(ofIndex()), "");
}

TEST_F(CountedBudgets, OfARangeCountTheWholeOfIt) {
    const auto base = repository.head();
    repository.write("src/new.c", withDebts(1)).commit();
    repository.write("src/new.c", withDebts(2)).commit();
    const FileReader reader(settings);
    EXPECT_EQ(told(readRangeChanges(git::Repository::open(repository.path()), base, repository.head(), reader, settings,
                                    budgets)),
              "3 5, -, 7 9");
}

TEST_F(CountedBudgets, LeaveOutWhatIsSilencedAndSayHowMuchThatIs) {
    repository.writeOnDisk("src/a.c", withDebts(2) + "// TODO: hush debt:ignore\n// TODO: hush too debt:ignore\n");
    repository.stage({"."});
    const DebtChanges changes = ofIndex();
    EXPECT_EQ(told(changes), "");
    EXPECT_TRUE(changes.added.empty());
    EXPECT_EQ(changes.silenced, 2);
}

TEST(Identity, OfEqualTitlesInAFileIsTheirOrder) {
    ScratchRepository repository;
    repository.write("a.c", "int a;\n// TODO: tidy\nint b;\n").commit();
    repository.checkOut();
    repository.writeOnDisk("a.c", "int a;\n// TODO: tidy\nint b;\n// FIXME: Tidy\nint c;\n// TODO: other\n")
        .stage({"."});
    const ScanSettings settings;
    const FileReader reader(settings);
    const auto changes = readIndexChanges(git::Repository::open(repository.path()), reader, settings);
    ASSERT_EQ(changes.added.size(), 2U);
    EXPECT_EQ(changes.added[0].identity.order, 1U);
    EXPECT_EQ(changes.added[1].identity.order, 0U);
}

} // namespace
} // namespace paydown::hooks
