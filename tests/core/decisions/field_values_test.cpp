// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/field_values.h"

namespace paydown {
namespace {

FieldContext context() {
    FieldContext context;
    context.today = *parseDate("2026-11-23");
    context.me = "@me-myself";
    // Calendar months, as without configuration.
    context.periodStartOf = [](Date day) {
        const std::chrono::year_month_day ymd{day};
        return std::chrono::sys_days{ymd.year() / ymd.month() / 1};
    };
    context.nextPeriodAfter = [](Date day) {
        const std::chrono::year_month_day ymd = std::chrono::year_month_day{day} + std::chrono::months{1};
        return std::chrono::sys_days{ymd.year() / ymd.month() / 1};
    };
    return context;
}

std::string read(const std::string& typed) {
    const auto value = parseFieldAssignment(typed, context());
    return value ? value->field + "=" + value->value : "refused: " + value.error().what;
}

struct ValueCase {
    const char* typed;
    const char* stored;
};

class FieldValues : public ::testing::TestWithParam<ValueCase> {};

TEST_P(FieldValues, AreReadAsPeopleTypeThem) { EXPECT_EQ(read(GetParam().typed), GetParam().stored); }

INSTANTIATE_TEST_SUITE_P(
    Words, FieldValues,
    ::testing::Values(
        ValueCase{"verdict=Reckless", "verdict=reckless"}, ValueCase{"class=prudent", "verdict=prudent"},
        ValueCase{"verdict=live with it", "verdict=live-with"}, ValueCase{"verdict=not debt", "verdict=not-debt"},
        ValueCase{"verdict=none", "verdict="}, ValueCase{"verdict=bad", "refused: 'bad' is no verdict"},
        ValueCase{"owner=@kai", "owner=@kai"}, ValueCase{"owner=kai", "owner=@kai"},
        ValueCase{"owner=kai@corp.example", "owner=kai@corp.example"}, ValueCase{"owner=me", "owner=@me-myself"},
        ValueCase{"owner=nobody", "owner="}, ValueCase{"owner=", "owner="},
        ValueCase{"owner=two words", "refused: 'two words' is no owner"}, ValueCase{"due=fri", "due=2026-11-27"},
        ValueCase{"due=2026-Q3", "due=2026-09-30"}, ValueCase{"due=none", "due="},
        ValueCase{"due=soon", "refused: 'soon' is no date"}, ValueCase{"effort=2d", "effort=960"},
        ValueCase{"effort=16", "refused: '16' is no effort"}, ValueCase{"effort=none", "effort="},
        ValueCase{"period=this", "period=2026-11-01"}, ValueCase{"period=next", "period=2026-12-01"},
        ValueCase{"sprint=2027-02-14", "period=2027-02-01"}, ValueCase{"period=none", "period="},
        ValueCase{"urgency=!!", "urgency=2"}, ValueCase{"urgency=3", "refused: '3' is no urgency"},
        ValueCase{"ticket=PAY-142", "ticket=PAY-142"}, ValueCase{"ticket=PAY 142", "refused: 'PAY 142' is no ticket"},
        ValueCase{"wake=touched:10", "wake=touched:10"}, ValueCase{"wake=+1y", "wake=date:2027-11-23"},
        ValueCase{"wake=date:q1", "wake=date:2027-03-31"}, ValueCase{"wake=changed", "wake=changed"},
        ValueCase{"wake=tag:v2*", "wake=tag:v2*"},
        ValueCase{"wake=touched:0", "refused: 'touched:0' says not when to wake it"},
        ValueCase{"answer=Live with", "answer=live-with"}, ValueCase{"answer=later", "refused: 'later' is no answer"},
        ValueCase{"why= it works = fine ", "why=it works = fine"}, ValueCase{"note=", "refused: note needs a text"},
        ValueCase{"owner", "refused: 'owner' sets nothing"}, ValueCase{"ownr=@kai", "refused: 'ownr' is no field"},
        ValueCase{"slip=2026-11-01", "refused: 'slip' is no field"},
        ValueCase{"closed=2026-11-01", "refused: 'closed' is no field"}));

TEST(FieldValues, PointAtTheFieldThatWasMeant) {
    const auto value = parseFieldAssignment("ownr=@kai", context());
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().remedy, "did you mean owner?");
}

TEST(FieldValues, OfTheLogMayBeClosings) {
    EXPECT_TRUE(checkFieldValue(field::kSlip, "2026-11-01"));
    EXPECT_FALSE(checkFieldValue(field::kSlip, "last month"));
    EXPECT_FALSE(checkFieldValue("mood", "bright"));
}

TEST(FieldValues, OfTheLogAreNotThoseThatPeopleType) {
    EXPECT_FALSE(checkFieldValue(field::kOwner, "kai"));
    EXPECT_FALSE(checkFieldValue(field::kOwner, "me"));
    EXPECT_FALSE(checkFieldValue(field::kTicket, "none"));
    EXPECT_TRUE(checkFieldValue(field::kTicket, ""));
    EXPECT_FALSE(checkFieldValue(field::kEffort, "2d"));
    EXPECT_FALSE(checkFieldValue(field::kDue, "fri"));
}

TEST(FieldValues, AreLimitedInLength) {
    EXPECT_FALSE(checkFieldValue(field::kWhy, std::string(2001, 'x')));
    EXPECT_TRUE(checkFieldValue(field::kWhy, std::string(2000, 'x')));
}

TEST(FieldValues, AreShownForPeople) {
    EXPECT_EQ(describeFieldValue(field::kEffort, "960"), "2d");
    EXPECT_EQ(describeFieldValue(field::kOwner, ""), "nobody");
    EXPECT_EQ(describeFieldValue(field::kDue, ""), "none");
    EXPECT_EQ(describeFieldValue(field::kVerdict, "live-with"), "live with it");
}

TEST(MissingFor, AsksForWhatAVerdictNeeds) {
    using ::testing::ElementsAre;
    const DecidedItem nothing;
    EXPECT_THAT(missingFor(Verdict::Reckless, nothing, false), ElementsAre("owner", "period"));
    EXPECT_THAT(missingFor(Verdict::Reckless, nothing, true), ElementsAre("period"));
    EXPECT_THAT(missingFor(Verdict::Prudent, nothing, true), ElementsAre("why", "wake"));
    EXPECT_THAT(missingFor(Verdict::LiveWith, nothing, true), ElementsAre("why", "wake"));
    EXPECT_TRUE(missingFor(Verdict::NotDebt, nothing, false).empty());
}

} // namespace
} // namespace paydown
