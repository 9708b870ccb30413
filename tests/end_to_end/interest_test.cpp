// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

namespace paydown::testing {
namespace {

/// How many commits touched the code of the only item that matches.
std::size_t touchesOf(ScratchRepository& repository, const std::string& text) {
    repository.checkOut();
    EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    return itemsIn(repository.path(), {text})[0]["interest"]["commits"];
}

/// How many commits since `introduced` touched lines of a file, by git itself.
std::size_t lineLog(const ScratchRepository& repository, const std::string& lines, const CommitId& introduced) {
    std::set<std::string> commits;
    std::istringstream log(runGit(repository.path(), {"log", "-s", "--format=%H", "-L" + lines, "HEAD"}));
    for (std::string line; std::getline(log, line) && line != toHex(introduced);) {
        if (!line.empty()) commits.insert(line);
    }
    return commits.size();
}

TEST(Interest, IsWhatGitsLineLogSaysOfTheFunction) {
    for (unsigned seed = 0; seed < 3; ++seed) {
        std::mt19937 random(seed);
        const auto pick = [&](unsigned below) { return static_cast<unsigned>(random() % below); };
        std::vector<std::vector<std::string>> functions(4);
        unsigned statements = 0;
        const auto statement = [&] { return "    call(" + std::to_string(statements++) + ");\n"; };
        for (auto& lines : functions) {
            for (unsigned i = 0; i < 6; ++i) lines.push_back(statement());
        }
        functions[2].insert(functions[2].begin() + 3, "    // TODO: follow me\n");
        const auto text = [&] {
            std::string all;
            for (std::size_t i = 0; i < functions.size(); ++i) {
                all += "void f" + std::to_string(i) + "(void)\n{\n";
                for (const std::string& line : functions[i]) all += line;
                all += "}\n\n";
            }
            return all;
        };
        ScratchRepository repository;
        const CommitId introduced = repository.write("a.c", text()).commit();
        for (unsigned commit = 0; commit < 40; ++commit) {
            auto& lines = functions[pick(4)];
            const auto at = lines.begin() + pick(static_cast<unsigned>(lines.size()));
            const bool isMark = at->find("TODO") != std::string::npos;
            if (pick(3) == 0 && !isMark && lines.size() > 4)
                lines.erase(at);
            else if (pick(2) == 0 && !isMark)
                *at = statement();
            else
                lines.insert(at, statement());
            repository.write("a.c", text()).commit();
        }
        const std::string mine = text();
        const auto lineOf = [&](std::string_view what) {
            const auto at = mine.begin() + static_cast<std::ptrdiff_t>(mine.find(what));
            return 1 + std::count(mine.begin(), at, '\n');
        };
        const std::string lines = std::to_string(lineOf("void f2")) + "," + std::to_string(lineOf("void f3") - 2);

        EXPECT_EQ(touchesOf(repository, "follow"), lineLog(repository, lines + ":a.c", introduced)) << "seed " << seed;
    }
}

TEST(Interest, OfALedgersDebtIsThatOfTheFilesItNames) {
    ScratchRepository repository;
    repository.write("pay/bank.c", "int a;\n").write("web/page.c", "int a;\n").commit();
    repository.write("DEBT.md", "- DEBT(prudent, path=pay/**): no pool\n").commit();
    repository.write("pay/bank.c", "int b;\n").commit();
    repository.write("web/page.c", "int b;\n").commit();
    repository.rename("pay/bank.c", "pay/till.c").commit();

    EXPECT_EQ(touchesOf(repository, "pool"), 2U);

    // The ledger itself is as it was when it is scanned again.
    repository.write("web/page.c", "int c;\n").commit();
    repository.write("pay/till.c", "int c;\n").commit();
    EXPECT_EQ(touchesOf(repository, "pool"), 3U);
}

TEST(Interest, IsToldAsASentence) {
    ScratchRepository repository;
    repository.write("a.c", "void f(void)\n{\n    // TODO: tell me\n    a();\n}\n").commit();
    repository.as("Kai", "kai@corp.example");
    repository.on("2026-10-01").write("a.c", "void f(void)\n{\n    // TODO: tell me\n    b();\n}\n").commit();
    repository.checkOut();
    EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const std::string id = itemsIn(repository.path(), {"tell"})[0]["id"];

    const std::string sheet = paydownIn(repository.path(), {"show", id}).out;

    EXPECT_THAT(sheet, ::testing::HasSubstr("1 change by 1 person in a year."));
}

TEST(Interest, SleepsWhileOnlyTheRestOfTheFileChanges) {
    ScratchRepository repository;
    const std::string mark = "void f(void)\n{\n    // TODO: quiet\n    a();\n}\n\n";
    repository.on("2020-01-01").write("a.c", mark + "void g(void)\n{\n    a();\n}\n").commit();
    repository.on("2026-10-01").write("a.c", mark + "void g(void)\n{\n    b();\n}\n").commit();
    repository.checkOut();
    EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path(), {"state:sleeping"}).size(), 1U);

    const std::string woken = "void f(void)\n{\n    // TODO: quiet\n    b();\n}\n\n";
    repository.on("2026-11-01").write("a.c", woken + "void g(void)\n{\n    b();\n}\n").commit();
    repository.checkOut();
    EXPECT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path(), {"state:woke"}).size(), 1U);
}

} // namespace
} // namespace paydown::testing
