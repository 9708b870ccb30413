// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_ranges.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

std::int64_t dayNumber(std::string_view date) { return parseDate(date).value().time_since_epoch().count(); }

TEST(ParseDays, ReadsTheFourUnits) {
    EXPECT_EQ(parseDays("5d"), 5);
    EXPECT_EQ(parseDays("2w"), 14);
    EXPECT_EQ(parseDays("3mo"), 91);
    EXPECT_EQ(parseDays("1y"), 365);
    for (const std::string_view wrong : {"", "d", "5", "5x", "-1d", "1.5d", "5 d", "999999999999d", "1m"}) {
        EXPECT_FALSE(parseDays(wrong)) << wrong;
    }
}

TEST(ParseNamedDays, GivesFirstAndLastDay) {
    const auto expect = [](std::string_view text, std::string_view first, std::string_view last) {
        const auto named = parseNamedDays(text);
        ASSERT_TRUE(named) << text;
        EXPECT_EQ(formatDate(named->first), first);
        EXPECT_EQ(formatDate(named->last), last);
    };
    expect("2026-09-30", "2026-09-30", "2026-09-30");
    expect("2026-02", "2026-02-01", "2026-02-28");
    expect("2026-Q3", "2026-07-01", "2026-09-30");
    expect("2026-W40", "2026-09-28", "2026-10-04");
}

struct RangeCase {
    FilterKind kind;
    std::string text;
    std::optional<FilterBound> low;
    std::optional<FilterBound> high;
};

class Ranges : public testing::TestWithParam<RangeCase> {};

TEST_P(Ranges, HaveTheseEnds) {
    FilterValue value;

    ASSERT_TRUE(parseRange(GetParam().kind, FilterOperator::Is, GetParam().text, value)) << GetParam().text;

    EXPECT_EQ(value.low, GetParam().low) << GetParam().text;
    EXPECT_EQ(value.high, GetParam().high) << GetParam().text;
}

FilterBound in(std::int64_t days) { return {days, true}; }
FilterBound on(std::string_view date) { return {dayNumber(date), false}; }
constexpr std::nullopt_t kOpen = std::nullopt;

INSTANTIATE_TEST_SUITE_P(
    Table, Ranges,
    testing::Values(
        RangeCase{FilterKind::Age, "1y..", in(365), kOpen}, RangeCase{FilterKind::Age, "..2w", kOpen, in(14)},
        RangeCase{FilterKind::Age, "1w..2w", in(7), in(14)}, RangeCase{FilterKind::Age, "1y", in(365), in(730)},
        RangeCase{FilterKind::Ahead, "..2w", kOpen, in(14)}, RangeCase{FilterKind::Ahead, "2w", kOpen, in(14)},
        RangeCase{FilterKind::Ahead, "-1w..", in(-7), kOpen},
        RangeCase{FilterKind::Ahead, "2026-Q3", on("2026-07-01"), on("2026-09-30")},
        RangeCase{FilterKind::Ahead, "2026-09..2w", on("2026-09-01"), in(14)},
        RangeCase{FilterKind::Past, "30d", in(-30), kOpen}, RangeCase{FilterKind::Past, "1w..4w", in(-28), in(-7)},
        RangeCase{FilterKind::Past, "1y..", kOpen, in(-365)},
        RangeCase{FilterKind::Past, "2026-01..2026-06", on("2026-01-01"), on("2026-06-30")}));

TEST(ParseRange, ReadsComparisonsAsOpenRanges) {
    FilterValue above;
    FilterValue below;

    ASSERT_TRUE(parseRange(FilterKind::Age, FilterOperator::Above, "1y", above));
    ASSERT_TRUE(parseRange(FilterKind::Ahead, FilterOperator::Below, "2w", below));

    EXPECT_EQ(above.low, in(366));
    EXPECT_EQ(above.high, std::nullopt);
    EXPECT_EQ(below.low, std::nullopt);
    EXPECT_EQ(below.high, in(13));
}

} // namespace
} // namespace paydown
