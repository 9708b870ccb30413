// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/item_id.h"

namespace paydown {
namespace {

Introduction sample() {
    return {*parseObjectId<CommitId>("0123456789abcdef0123456789abcdef01234567"), "pay/bank.cpp",
            "Retries forever, when the bank is down!", 0};
}

// Computed with an independent implementation of SHA-256 and base32. A change here renames every item of every user.
TEST(ItemId, NeverChangesForAGivenIntroduction) {
    EXPECT_EQ(makeItemId(sample()).value, "uzihnvh2zj");
    EXPECT_EQ(makeItemId(sample(), kItemIdLengthOnClash).value, "uzihnvh2zjdo5deo");
}

TEST(ItemId, DependsOnCommitPathTitleAndOrder) {
    const ItemId id = makeItemId(sample());
    auto other = sample();
    other.path = "pay/Bank.cpp";
    EXPECT_NE(makeItemId(other), id);
    other = sample();
    other.order = 1;
    EXPECT_NE(makeItemId(other), id);
    other = sample();
    other.commit.bytes[0] ^= 1;
    EXPECT_NE(makeItemId(other), id);
}

TEST(ItemId, IgnoresCaseWhiteSpaceAndPunctuationOfTheTitle) {
    auto other = sample();
    other.title = "retries   FOREVER when the bank is down";
    EXPECT_EQ(makeItemId(other), makeItemId(sample()));
}

TEST(FoldTitle, KeepsBytesBeyondAscii) { EXPECT_EQ(foldTitle("Müller's  TODO: caf\xe9"), "müllerstodocaf\xe9"); }

TEST(ItemIdPrefix, TakesWhatPeopleType) {
    EXPECT_EQ(itemIdPrefix(" D-7F3K "), "7f3k");
    EXPECT_EQ(itemIdPrefix("7f3k"), "7f3k");
}

TEST(ObjectId, ReadsBackItsHex) {
    const auto id = parseObjectId<BlobId>("0123456789ABCDEF0123456789abcdef01234567");
    ASSERT_TRUE(id);
    EXPECT_EQ(toHex(*id), "0123456789abcdef0123456789abcdef01234567");
    EXPECT_FALSE(parseObjectId<BlobId>("0123"));
    EXPECT_FALSE(parseObjectId<BlobId>("g123456789abcdef0123456789abcdef01234567"));
}

} // namespace
} // namespace paydown
