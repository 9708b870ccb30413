// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/names.h"

namespace paydown {
namespace {

TEST(Names, ReadBackWhatTheyWrite) {
    for (const auto value : {Verdict::Reckless, Verdict::LiveWith, Verdict::NotDebt, Verdict::Obsolete}) {
        EXPECT_EQ(parseVerdict(nameOf(value)), value);
    }
    for (const auto value : {State::Ended, State::NeedsAnswer, State::New, State::Inherited}) {
        EXPECT_EQ(parseState(nameOf(value)), value);
    }
    for (const auto value : {EndingKind::Paid, EndingKind::Dropped, EndingKind::Tidied}) {
        EXPECT_EQ(parseEndingKind(nameOf(value)), value);
    }
}

TEST(Names, AcceptAnyCaseAndNothingElse) {
    EXPECT_EQ(parseDebtClass("Reckless"), DebtClass::Reckless);
    EXPECT_EQ(parseDebtClass("reckles"), std::nullopt);
    EXPECT_EQ(parseEventKind(""), std::nullopt);
}

} // namespace
} // namespace paydown
