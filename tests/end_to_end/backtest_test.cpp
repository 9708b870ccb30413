// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <map>
#include <sstream>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;

std::string function(const std::string& name, const std::string& statement, bool marked = true) {
    return "void " + name + "(void)\n{\n" + (marked ? "    // TODO: " + name + " is slow\n" : "") + "    begin_" +
           name + "();\n    " + statement + "\n    end_" + name + "();\n}\n\n";
}

/// Debts in a.c and b.c; in the year behind 2024-06-01, a.c's is touched twice and b.c's is paid.
class Backtesting : public ::testing::Test {
protected:
    Backtesting() {
        repository.on("2024-01-01").write("a.c", function("f", "a0();") + function("g", "g();")).commit();
        repository.on("2024-02-01").write("b.c", function("h", "h0();")).commit();
        repository.on("2024-03-01").write("a.c", function("f", "a1();") + function("g", "g();")).commit();
        repository.on("2024-06-01").write("c.c", "int c;\n").commit();
        repository.on("2024-08-01").write("a.c", function("f", "a2();") + function("g", "g();")).commit();
        repository.on("2024-09-01").rename("a.c", "moved.c").commit();
        repository.on("2024-10-01").write("moved.c", function("f", "a3();") + function("g", "g();")).commit();
        repository.on("2024-11-01").write("b.c", function("h", "better();", false)).commit();
        repository.on("2025-06-01").write("c.c", "int d;\n").commit();
        repository.on("2025-06-02").write("moved.c", function("f", "a4();") + function("g", "g();")).commit();
        repository.on("2026-06-01").write("c.c", "int e;\n").commit();
        repository.checkOut();
        EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    }

    /// By title, what is told of the debts on 2024-06-01.
    std::map<std::string, nlohmann::json> debts() {
        const Said said = paydownIn(repository.path(), {"backtest", "--years", "2", "--format", "jsonl"});
        EXPECT_EQ(said.exitCode, 0) << said.err;
        std::map<std::string, nlohmann::json> found;
        std::istringstream lines(said.out);
        for (std::string line; std::getline(lines, line);) {
            auto debt = nlohmann::json::parse(line);
            if (debt["day"] == "2024-06-01") found[debt["title"]] = debt;
        }
        return found;
    }

    ScratchRepository repository;
};

TEST_F(Backtesting, TellsWhatWasKnownThenAndWhatCame) {
    const auto found = debts();
    ASSERT_EQ(found.size(), 3U);
    const auto& f = found.at("f is slow");
    EXPECT_EQ(f["path"], "a.c");
    EXPECT_EQ(f["touches"].size(), 1U);       // Of March; none of what came.
    EXPECT_EQ(f["later"]["code_commits"], 2); // Across the renaming; not that of the year after.
    EXPECT_EQ(f["later"]["paid"], false);
    EXPECT_EQ(found.at("g is slow")["later"]["code_commits"], 0);
    EXPECT_EQ(found.at("h is slow")["later"]["paid"], true);
    EXPECT_EQ(found.at("h is slow")["later"]["code_commits"], 1);
}

TEST_F(Backtesting, LeavesTheRegistryAsItIs) {
    const std::string registry = repository.path() + "/.git/paydown/registry.db";
    const auto tips = [&] { return paydownIn(repository.path(), {"list", "--format", "json"}).out; };
    const auto before = std::filesystem::file_size(registry);
    const std::string list = tips();
    (void)debts();
    EXPECT_EQ(std::filesystem::file_size(registry), before);
    EXPECT_EQ(tips(), list);
}

TEST_F(Backtesting, ShowsATableWithBaselines) {
    const Said said = paydownIn(repository.path(), {"backtest", "--years", "2"});
    EXPECT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("code touched"));
    EXPECT_THAT(said.out, HasSubstr("chance"));
    EXPECT_THAT(said.out, HasSubstr("2024-06-01: 3 open; a year on, 3 touches of their code"));
    EXPECT_EQ(paydownIn(repository.path(), {"backtest", "--years", "2"}).out, said.out);
}

TEST(Backtest, SaysSoWhereTheHistoryIsTooShort) {
    ScratchRepository repository;
    repository.write("a.c", function("f", "a();")).commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const Said said = paydownIn(repository.path(), {"backtest"});
    EXPECT_EQ(said.exitCode, 1);
    EXPECT_THAT(said.err, HasSubstr("shorter than a year"));
}

} // namespace
} // namespace paydown::testing
