// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/attributes.h"

namespace paydown::git {
namespace {

TEST(Attributes, MarkGeneratedAndVendoredFiles) {
    Attributes attributes;
    attributes.add("", "*.pb.go linguist-generated\nthird_party/** linguist-vendored=true text\n"
                       "third_party/ours/** -linguist-vendored\n*.min.js linguist-generated=true\n"
                       "\"with blank/*\" linguist-generated # no comment here\n[attr]x linguist-vendored\n");

    EXPECT_TRUE(attributes.isGenerated("api/a.pb.go"));
    EXPECT_FALSE(attributes.isGenerated("api/a.go"));
    EXPECT_TRUE(attributes.isVendored("third_party/lib/a.c"));
    EXPECT_FALSE(attributes.isVendored("third_party/ours/a.c"));
    EXPECT_TRUE(attributes.isGenerated("with blank/x"));
    EXPECT_FALSE(attributes.isVendored("x"));
}

TEST(Attributes, DeeperFilesDecide) {
    Attributes attributes;
    attributes.add("a/b", "*.c !linguist-generated\n");
    attributes.add("", "*.c linguist-generated\n");
    attributes.add("a", "special.c linguist-generated=false\n");

    EXPECT_TRUE(attributes.isGenerated("x.c"));
    EXPECT_FALSE(attributes.isGenerated("a/special.c"));
    EXPECT_FALSE(attributes.isGenerated("a/b/x.c"));
    EXPECT_TRUE(attributes.isGenerated("ab/x.c"));
}

TEST(Attributes, AFolderPatternNamesNoFile) {
    Attributes attributes;
    attributes.add("", "vendor/ linguist-vendored\nvendor linguist-vendored\n");

    EXPECT_FALSE(attributes.isVendored("vendor/a.c"));
}

} // namespace
} // namespace paydown::git
