// SPDX-License-Identifier: GPL-3.0-or-later
// A scan that is killed wherever it happens to be.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>
#include <iostream>
#include <random>

namespace paydown::testing {
namespace {

/// A history long enough to be written in several batches: debts come, move, are reworded, go and come back.
void tellLongStory(ScratchRepository& repository, int commits) {
    std::mt19937 random(4);
    std::vector<std::vector<std::string>> files(12);
    int debts = 0;
    for (int number = 0; number < commits; ++number) {
        const std::size_t file = random() % files.size();
        auto& lines = files[file];
        switch (lines.size() < 4 ? 0 : random() % 4) {
        case 0: {
            const auto at = static_cast<std::ptrdiff_t>(random() % (lines.size() + 1));
            lines.insert(lines.begin() + at, "// TODO: settle account number " + std::to_string(++debts));
            lines.insert(lines.begin() + at, "int value" + std::to_string(number) + ";");
            break;
        }
        case 1: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size())); break;
        case 2: lines[random() % lines.size()] += " soon"; break;
        default: std::swap(lines[random() % lines.size()], lines[random() % lines.size()]);
        }
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        repository.write("src/file" + std::to_string(file) + ".c", text).commit();
    }
}

std::string allItems(const std::string& directory) {
    return paydownIn(directory, {"list", "--state", "all", "--format", "json"}).out;
}

void forgetHistory(const std::string& directory) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(directory + "/.git/paydown/registry.db" + suffix);
    }
}

TEST(Interruption, FiftyKillsLeaveTheResultAndTheDecisionsOfAnUndisturbedScan) {
    ScratchRepository repository;
    tellLongStory(repository, 4200);
    repository.checkOut();
    const std::string& directory = repository.path();
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_EQ(paydownIn(directory, {"scan"}).exitCode, 0);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    const std::string id = itemsIn(directory)[0]["id"];
    ASSERT_EQ(paydownIn(directory, {"set", id, "reckless"}).exitCode, 0);
    const std::string undisturbed = allItems(directory);
    ASSERT_NE(undisturbed.find("reckless"), std::string::npos);

    std::mt19937 random(50);
    int killedAtWork = 0;
    for (int kill = 0; kill < 50; ++kill) {
        if (kill % 5 == 0) forgetHistory(directory); // Five kills in a row, each of what the one before left.
        const std::chrono::microseconds after(random() % static_cast<std::uint64_t>(whole.count()));
        if (killPaydownIn(directory, {"scan"}, after)) ++killedAtWork;
        if (kill % 5 != 4) continue;
        const Said scanned = paydownIn(directory, {"scan"});
        ASSERT_EQ(scanned.exitCode, 0) << scanned.err;
        ASSERT_EQ(allItems(directory), undisturbed) << "after kill " << kill;
    }
    std::cout << "50 kills, " << killedAtWork
              << " while the scan was at work: all 10 resumed scans equal, decision kept\n";
    EXPECT_GT(killedAtWork, 0);
}

} // namespace
} // namespace paydown::testing
