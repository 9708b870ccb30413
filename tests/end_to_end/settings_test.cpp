// SPDX-License-Identifier: GPL-3.0-or-later
// What one person has set up for themselves changes no item: not the git configuration, not .git/info, not the clock,
// the time zone or the language.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <algorithm>

namespace paydown::testing {
namespace {

const std::string kBank =
    "int open(int bank) {\n    connect(bank);\n    // TODO: retry when the bank is down\n    send(bank);\n}\n";

/// Renames, moves, merges, an ending and a reopening: whatever a setting could touch.
void tellHistory(ScratchRepository& story) {
    story.write("src/bank.c", kBank).write("Makefile", "# TODO: build it all\nall:\n").commit("Begin");
    story.branch("topic").write("t.py", "x = 1\n# TODO: finish the topic\n").commit("Topic");
    story.switchTo("main").rename("src/bank.c", "src/Money.c").commit("Rename");
    story.write("src/Money.c", "int x;\r\n" + kBank).commit("Edit");
    const CommitId paid = story.write("Makefile", "all: everything\n").commit("Pay");
    story.merge("topic", "Merge");
    story.revert(paid);
    story.write("lib/money.c", "int y;\n" + kBank).write("src/Money.c", "int x;\r\n").commit("Move");
    story.remove("t.py").commit("Drop the topic");
    story.checkOut();
}

/// What history says of each item, without what depends on today. Of the commit: which files of a work tree are read is
/// for its owner to say, in .git/info/attributes too.
std::vector<std::string> factsIn(const std::string& directory, const std::vector<std::string>& environment) {
    EXPECT_EQ(paydownIn(directory, {"scan"}, environment).exitCode, 0);
    const Said said =
        paydownIn(directory, {"list", "--rev", "HEAD", "--state", "all", "--format", "json"}, environment);
    std::vector<std::string> facts;
    const auto items = nlohmann::json::parse(said.out)["items"];
    for (const auto& item : items) {
        nlohmann::json kept;
        for (const char* key :
             {"id", "path", "line", "title", "introduced", "changed", "ended", "also", "aliases", "parent"}) {
            kept[key] = item[key];
        }
        facts.push_back(kept.dump());
    }
    std::ranges::sort(facts);
    return facts;
}

TEST(LocalSettings, ChangeNoItem) {
    ScratchRepository story;
    tellHistory(story);
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", story.path(), "plain"});
    runGit(folder.path(), {"clone", "-q", story.path(), "odd"});
    const std::string odd = folder.path() + "/odd";
    folder.write("odd/.git/info/exclude", "*.c\nlib\n");
    folder.write("odd/.git/info/attributes", "*.c linguist-generated\n* diff=astextplain\n");
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{{"diff.renames", "false"},
                                                                                     {"core.autocrlf", "true"},
                                                                                     {"core.ignorecase", "true"},
                                                                                     {"diff.noprefix", "true"}}) {
        runGit(odd, {"config", key, value});
    }
    folder.write("gitconfig", "[diff]\n\trenameLimit = 1\n\talgorithm = patience\n[core]\n\tquotePath = false\n"
                              "\texcludesFile = " +
                                  folder.path() + "/odd/.git/info/exclude\n");
    const auto plain = factsIn(folder.path() + "/plain", {});
    const auto strange = factsIn(odd, {"GIT_CONFIG_GLOBAL=" + folder.path() + "/gitconfig", "TZ=Asia/Kolkata",
                                       "LC_ALL=C", "PAYDOWN_NOW=2031-01-01T00:00:00+13:00"});
    EXPECT_EQ(plain.size(), 3U);
    EXPECT_EQ(strange, plain);
}

} // namespace
} // namespace paydown::testing
