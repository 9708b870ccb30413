// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/mailmap.h"

#include "tests/support/scratch_repository.h"

#include <random>

namespace paydown::git {
namespace {

TEST(Mailmap, ReadsTheFourForms) {
    const Mailmap map("# people\n"
                      "Mia Meier <mia@old.example>\n"
                      "<kai@corp.example> <kai@home.example>\n"
                      "Zoe Zander <zoe@corp.example> <zoe@old.example>\n"
                      "Jo A <joa@corp.example> jo <shared@corp.example>\n"
                      "Jo B <job@corp.example> JOB <shared@corp.example>   # desk\n"
                      "no address\n");
    const std::vector<std::pair<Person, Person>> cases = {
        {{"mm", "MIA@old.example"}, {"Mia Meier", "MIA@old.example"}},
        {{"Kai", "kai@home.example"}, {"Kai", "kai@corp.example"}},
        {{"z", "zoe@old.example"}, {"Zoe Zander", "zoe@corp.example"}},
        {{"Jo", "shared@corp.example"}, {"Jo A", "joa@corp.example"}},
        {{"job", "Shared@corp.example"}, {"Jo B", "job@corp.example"}},
        {{"other", "shared@corp.example"}, {"other", "shared@corp.example"}},
        {{"x", "y@z"}, {"x", "y@z"}},
    };
    for (const auto& [written, proper] : cases) EXPECT_EQ(map.apply(written), proper) << written.email;
}

TEST(Mailmap, ForgetsWhatAnEarlierLineSaidOfTheSameNameAndAddress) {
    const Mailmap map("Jo A <joa@corp.example> jo <shared@corp.example>\n"
                      "<job@corp.example> JO <shared@corp.example>\n");
    EXPECT_EQ(map.apply({"jo", "shared@corp.example"}), (Person{"jo", "job@corp.example"}));
}

/// A line of a .mailmap made of a few names and addresses, now and then oddly spaced or broken.
std::string randomLine(std::mt19937& random) {
    const auto pick = [&](std::initializer_list<const char*> words) {
        return std::string(*(words.begin() + static_cast<std::ptrdiff_t>(random() % words.size())));
    };
    const auto name = [&] { return pick({"", "", "Mia", "mia", "Kai K", "KAI k", "  Zoe ", "Jo # A"}); };
    const auto address = [&] {
        return pick(
            {"<mia@a.example>", "<MIA@A.example>", "<kai@a.example>", "<zoe@a.example>", "< zoe@a.example >", "<>"});
    };
    std::string line = pick({"", "", "", "", " ", "#", "\t"}) + name() + pick({" ", "", "  "}) + address();
    if (random() % 4 != 0) line += pick({" ", ""}) + name() + pick({" ", ""}) + address();
    return line + pick({"", "", " # note", " ", "\r", " trailing"});
}

TEST(Mailmap, MapsAsGitDoes) {
    const testing::ScratchFolder folder;
    testing::runGit(folder.path(), {"init", "-q", folder.path()});
    const std::vector<Person> people = {
        {"Mia", "mia@a.example"}, {"MIA", "Mia@a.example"}, {"kai K", "kai@a.example"},  {"Kai", "KAI@a.example"},
        {"Zoe", "zoe@a.example"}, {"x", "mia@a.example"},   {"Jo # A", "zoe@a.example"}, {"Mia", "other@a.example"}};
    std::mt19937 random(20261123);
    for (int round = 0; round < 60; ++round) {
        std::string text;
        for (auto lines = 1 + random() % 6; lines > 0; --lines) text += randomLine(random) + "\n";
        folder.write(".mailmap", text);
        std::vector<std::string> command{"check-mailmap"};
        std::string expected;
        const Mailmap map(text);
        for (const Person& person : people) {
            command.push_back(person.name + " <" + person.email + ">");
            const Person proper = map.apply(person);
            expected += (proper.name.empty() ? "" : proper.name + " ") + "<" + proper.email + ">\n";
        }
        ASSERT_EQ(expected, testing::runGit(folder.path(), command)) << text;
    }
}

TEST(Mailmap, LeavesEverybodyAloneWhenEmpty) {
    EXPECT_EQ(Mailmap().apply({"a", "b"}), (Person{"a", "b"}));
    EXPECT_EQ(Mailmap("\n\n# nobody\n").apply({"a", "b"}), (Person{"a", "b"}));
}

} // namespace
} // namespace paydown::git
