// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/mailmap.h"

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

TEST(Mailmap, LeavesEverybodyAloneWhenEmpty) {
    EXPECT_EQ(Mailmap().apply({"a", "b"}), (Person{"a", "b"}));
    EXPECT_TRUE(Mailmap("\n\n# nobody\n").isEmpty());
}

} // namespace
} // namespace paydown::git
