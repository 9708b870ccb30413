// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/history/shrink.h"

#include "tests/scanner/history/random_history.h"
#include "tests/scanner/history/real_history.h"

#include <algorithm>
#include <sstream>

namespace paydown::tests {
namespace {

using ::testing::HasSubstr;

/// As if a law did not hold where two branches that both speak of a bank are merged.
bool mergesTwoBanks(const ImaginedRepository& repository) {
    const auto speaks = [&](std::size_t commit) {
        return std::ranges::any_of(repository.commits[commit].tree,
                                   [](const auto& file) { return file.second.find("bank") != std::string::npos; });
    };
    return std::ranges::any_of(repository.commits, [&](const ImaginedRepository::Node& node) {
        return node.parents.size() > 1 && std::ranges::all_of(node.parents, speaks);
    });
}

unsigned seedOfTwoBanks() {
    unsigned seed = 0;
    while (!mergesTwoBanks(randomHistory(seed)) || randomHistory(seed).commits.size() < 20) ++seed;
    return seed;
}

TEST(Shrink, LeavesNothingButWhatTheFailureNeeds) {
    const ImaginedRepository smallest = shrink(randomHistory(seedOfTwoBanks()), mergesTwoBanks);
    EXPECT_TRUE(mergesTwoBanks(smallest));
    ASSERT_EQ(smallest.commits.size(), 3U);
    EXPECT_EQ(smallest.commits[2].parents.size(), 2U);
    for (const auto& node : smallest.commits) {
        for (const auto& [path, bytes] : node.tree) EXPECT_EQ(std::ranges::count(bytes, '\n'), 1) << bytes;
    }
}

TEST(Shrink, LetsMessagesNameTheCommitsThatTheyNamedBefore) {
    ImaginedRepository repository;
    const std::size_t gone = repository.commit({}, {{"b.c", "b\n"}}, "unneeded");
    const std::size_t bad = repository.commit({gone}, {{"a.c", "bad\n"}}, "bad");
    repository.commit({bad}, {}, "This reverts commit " + toHex(repository.commits[bad].id) + ".");
    const ImaginedRepository smallest = shrink(repository, [](const ImaginedRepository& smaller) {
        return smaller.commits.size() > 1 && smaller.commits.back().message.starts_with("This reverts") &&
               smaller.commits[smaller.commits.size() - 2].tree.contains("a.c");
    });
    ASSERT_EQ(smallest.commits.size(), 2U);
    EXPECT_THAT(smallest.commits[1].message, HasSubstr(toHex(smallest.commits[0].id)));
}

TEST(Shrink, ItsScriptMakesTheSameCommitsWithGit) {
    for (unsigned seed = 0; seed < 3; ++seed) {
        const ImaginedRepository imagined = randomHistory(seed);
        const RealHistory history(imagined);
        const testing::ScratchFolder folder;
        folder.write("make.sh", gitScript(imagined, "it's\nso"));
        std::string expected;
        for (std::size_t at = 0; at < history.ids().size(); ++at) {
            expected += toHex(history.ids()[at]) + ' ' + toHex(history.trees()[at]) + '\n';
        }
        EXPECT_EQ(testing::runGit(folder.path(), {"-c", "alias.make=!sh make.sh", "make"}), expected);
    }
}

} // namespace
} // namespace paydown::tests
