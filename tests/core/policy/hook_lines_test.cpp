// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policy.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Annotation debt(DebtClass debtClass, const std::string& owner = "") {
    Annotation annotation;
    annotation.tag = "DEBT";
    annotation.title = "retries forever";
    annotation.stated.debtClass = debtClass;
    annotation.stated.owner = owner;
    annotation.range.line = 88;
    return annotation;
}

std::vector<std::string> linesOf(const DebtChanges& changes, PolicyMode mode = PolicyMode::Report) {
    PolicyConfig policy;
    policy.mode = mode;
    return hookLines(changes, judge(changes, policy));
}

TEST(HookLines, AreSilentWhenNothingChanged) { EXPECT_THAT(linesOf({}), IsEmpty()); }

TEST(HookLines, SayWhatWasPaidAndWhatIsNewAndWhatToType) {
    DebtChanges changes;
    changes.ended.push_back(
        {"io/disk.py", debt(DebtClass::Prudent), EndingKind::Paid, "D-7f3k", std::chrono::days(1100)});
    changes.added.push_back({"pay/bank.cpp", debt(DebtClass::Reckless)});

    EXPECT_THAT(linesOf(changes), ElementsAre("paid D-7f3k after 3 years · 1 new: pay/bank.cpp:88 reckless, no owner",
                                              "type: DEBT(reckless, @you): retries forever"));
}

TEST(HookLines, SayNoMoreThanOneLineWhenNothingIsMissing) {
    DebtChanges changes;
    changes.added.push_back({"pay/bank.cpp", debt(DebtClass::Reckless, "@mia")});

    EXPECT_THAT(linesOf(changes), ElementsAre("1 new: pay/bank.cpp:88 reckless"));
}

TEST(HookLines, NameThePlaceOfAnEndingWithoutARegistry) {
    DebtChanges changes;
    changes.ended.push_back({"io/disk.py", debt(DebtClass::Prudent), EndingKind::Dropped, "", std::nullopt});

    EXPECT_THAT(linesOf(changes), ElementsAre("dropped io/disk.py:88"));
}

TEST(HookLines, CountManyAndShowTheOneThatViolates) {
    DebtChanges changes;
    changes.added.push_back({"a.cpp", debt(DebtClass::Reckless, "@mia")});
    changes.added.push_back({"b.cpp", debt(DebtClass::Reckless)});
    changes.added.push_back({"c.cpp", debt(DebtClass::Reckless, "@mia")});
    for (int i = 0; i < 2; ++i) changes.ended.push_back({"d.cpp", debt(DebtClass::Prudent), EndingKind::Paid, "", {}});
    changes.ended.push_back({"e.cpp", debt(DebtClass::Prudent), EndingKind::Dropped, "", {}});

    const auto lines = linesOf(changes);

    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[0], "2 paid, 1 dropped · 3 new: b.cpp:88 reckless, no owner; and 2 more");
}

TEST(HookLines, SayHowToCommitAnywayWhenTheyRefuse) {
    DebtChanges changes;
    changes.added.push_back({"pay/bank.cpp", debt(DebtClass::Reckless)});

    EXPECT_THAT(linesOf(changes, PolicyMode::Enforce)[1], HasSubstr("SKIP=paydown"));
}

TEST(HookLines, LeaveMentionsOut) {
    DebtChanges changes;
    changes.added.push_back({"pay/bank.cpp", debt(DebtClass::Reckless)});
    changes.added[0].annotation.mention = true;

    EXPECT_THAT(linesOf(changes), IsEmpty());
}

} // namespace
} // namespace paydown
