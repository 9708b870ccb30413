// SPDX-License-Identifier: GPL-3.0-or-later
// What other tools read is held against their rules: tests/end_to_end/rules says where those come from.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <cstdlib>

namespace paydown::testing {
namespace {

/// What a checker says against a document; empty when all is well.
std::string mistakesIn(const std::string& document, const std::string& rules) {
    const ScratchFolder scratch;
    scratch.write("document", document);
    const std::string folder = std::string(PAYDOWN_SOURCE_DIR) + "/tests/end_to_end/rules/";
    const std::string command = "'" + folder + "hold_against' '" + folder + rules + "' '" + scratch.path() +
                                "/document' > '" + scratch.path() + "/said' 2>&1";
    const int status = std::system(command.c_str());
    return status == 0 ? "" : "refused: " + scratch.read("said");
}

/// Titles, paths and bytes that a format could stumble over.
void tellAwkwardStory(ScratchRepository& repository) {
    repository.write("a b/ünïcode, 100%.c",
                     "// TODO: tidy\nint a;\n// TODO: tidy\n/* FIXME: \"quoted\" <b>bold</b>\n */\n");
    repository.write("raw.c", "// TODO: not \xff\xfe UTF-8\n// TODO:\n");
    repository.write("pay.c", "// DEBT(reckless): retries forever\n// DEBT(prudent): 40 users\n");
    repository.commit("Begin");
    repository.checkOut();
}

class PublishedFormats : public ::testing::TestWithParam<std::pair<const char*, const char*>> {
protected:
    PublishedFormats() { tellAwkwardStory(repository); }
    std::string paydown(std::vector<std::string> arguments) {
        arguments.emplace_back("--format");
        arguments.emplace_back(GetParam().first);
        return paydownIn(repository.path(), arguments).out;
    }
    std::string mistakes(const std::string& document) { return mistakesIn(document, GetParam().second); }
    ScratchRepository repository;
};

TEST_P(PublishedFormats, HoldForListsWithoutHistory) { EXPECT_EQ(mistakes(paydown({"list"})), ""); }

TEST_P(PublishedFormats, HoldForListsWithHistory) {
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(mistakes(paydown({"list"})), "");
    EXPECT_EQ(mistakes(paydown({"list", "tag:NONE"})), "") << "of nothing";
}

TEST_P(PublishedFormats, HoldForChecks) {
    repository.write(".paydown.toml", "[[policy.budget]]\npath = \"**\"\nlimit = 2\n");
    repository.write("new.c", "// DEBT(reckless): one\n// DEBT(reckless): one\n// TODO: two\n").commit("Add");
    repository.checkOut();
    EXPECT_EQ(mistakes(paydown({"check", "--range", "HEAD~1..HEAD"})), "");
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(mistakes(paydown({"check", "--range", "HEAD~1..HEAD"})), "");
    repository.writeOnDisk("staged.c", "// DEBT(prudent): three\n").stage({"."});
    EXPECT_EQ(mistakes(paydown({"check"})), "");
    EXPECT_EQ(mistakes(paydown({"check", "--overdue"})), "");
}

INSTANTIATE_TEST_SUITE_P(Rules, PublishedFormats,
                         ::testing::Values(std::pair{"sarif", "sarif-2.1.0.json"},
                                           std::pair{"gitlab", "gitlab-code-quality.json"}),
                         [](const auto& one) { return std::string(one.param.first); });

TEST(PublishedRules, RefuseWhatIsWrong) {
    EXPECT_NE(mistakesIn(R"({"version": "2.1.0"})", "sarif-2.1.0.json"), "");
    EXPECT_NE(mistakesIn(R"([{"description": "a", "check_name": "b", "fingerprint": "c", "severity": "bad",
                              "location": {"path": "d", "lines": {"begin": 1}}}])",
                         "gitlab-code-quality.json"),
              "");
}

} // namespace
} // namespace paydown::testing
