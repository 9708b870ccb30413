// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <set>

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;

class Planning : public ::testing::Test {
protected:
    Planning() {
        repository.on("2026-10-01")
            .write(".paydown.toml", "[plan]\nstart = 2026-11-02\ndays = 14\nitems_per_person = 1\n")
            .write("a.c", "// DEBT(reckless, @kai, 4h): first\n")
            .write("b.c", "// DEBT(reckless, @kai, 4h): second\n")
            .commit();
        repository.checkOut();
        EXPECT_EQ(paydown({"scan"}).exitCode, 0);
    }

    Said paydown(const std::vector<std::string>& arguments, const std::string& day = "2026-11-23") {
        return paydownIn(repository.path(), arguments, {"PAYDOWN_NOW=" + day});
    }

    ScratchRepository repository;
};

TEST_F(Planning, ProposesWithinCapacityAndWritesNothing) {
    const Said said = paydown({"plan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("first"));
    EXPECT_THAT(said.out, HasSubstr("This is a proposal"));
    EXPECT_THAT(paydown({"plan", "--show"}).out, HasSubstr("Nothing is placed"));
}

TEST_F(Planning, PlacesWhatWasAcceptedAndTakesItBackWhole) {
    ASSERT_EQ(paydown({"plan", "--accept"}).exitCode, 0);
    const auto items = itemsIn(repository.path(), {"--sort", "path"});
    const std::set<std::string> periods{items[0]["period"], items[1]["period"]};
    EXPECT_THAT(periods, ::testing::ElementsAre("2026-11-16", "2026-11-30")) << "one item a person and period";
    ASSERT_EQ(paydown({"undo"}).exitCode, 0);
    EXPECT_TRUE(itemsIn(repository.path())[0]["period"].is_null());
}

TEST_F(Planning, NeedsAnAnswerAfterTwoClosingsThatCarriedItOver) {
    ASSERT_EQ(paydown({"plan", "--accept"}).exitCode, 0);
    ASSERT_EQ(paydown({"plan", "--close"}, "2026-12-01").exitCode, 0);
    const auto once = itemsIn(repository.path(), {"--sort", "rank"});
    const std::string carried = once[0]["slips"] == 1 ? once[0]["title"] : once[1]["title"];
    ASSERT_EQ(paydown({"plan", "--close"}, "2026-12-15").exitCode, 0);
    const auto twice = itemsIn(repository.path(), {carried})[0];
    EXPECT_EQ(twice["slips"], 2);
    EXPECT_EQ(twice["state"], "needs-answer");
}

} // namespace
} // namespace paydown::testing
