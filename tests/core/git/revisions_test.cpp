// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/revisions.h"

#include "core/base/error.h"
#include "core/git/commit_walk.h"
#include "tests/support/scratch_repository.h"

#include <random>

namespace paydown::git {
namespace {

using paydown::testing::runGit;
using paydown::testing::ScratchFolder;
using paydown::testing::ScratchRepository;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Revisions, ResolveAsInGit) {
    ScratchRepository scratch;
    const auto first = scratch.write("a", "1").commit();
    scratch.tag("v1");
    const auto second = scratch.write("a", "2").commit();
    scratch.git({"tag", "-a", "-m", "annotated", "v2", toHex(second)});
    const auto repository = Repository::open(scratch.path());

    EXPECT_EQ(resolveCommit(repository, "v1"), first);
    EXPECT_EQ(resolveCommit(repository, "v2"), second);
    EXPECT_EQ(resolveCommit(repository, "main~1"), first);
    EXPECT_EQ(resolveCommit(repository, toHex(first).substr(0, 8)), first);
    EXPECT_EQ(findCommit(repository, "nowhere"), std::nullopt);
    EXPECT_EQ(findCommit(repository, "v1:a"), std::nullopt);
    EXPECT_THROW((void)resolveCommit(repository, "nowhere"), Error);
}

TEST(Revisions, ListTagsOfCommitsWithTheirDays) {
    ScratchRepository scratch;
    const auto first = scratch.write("a", "1").commit();
    scratch.tag("light");
    scratch.git({"-c", "user.name=T", "-c", "user.email=t@example.com", "tag", "-a", "-m", "annotated", "named"});
    scratch.git({"tag", "of-a-tree", toHex(first) + "^{tree}"});
    const auto repository = Repository::open(scratch.path());

    const auto found = tags(repository);

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "light");
    EXPECT_EQ(found[0].made.seconds, readCommit(repository, first).committed.seconds);
    EXPECT_EQ(found[1].name, "named");
    EXPECT_EQ(std::to_string(found[1].made.seconds) + "\n",
              scratch.git({"for-each-ref", "--format=%(taggerdate:unix)", "refs/tags/named"}));
}

TEST(Revisions, ResolveRanges) {
    ScratchRepository scratch;
    const auto base = scratch.write("a", "1").commit();
    const auto side = scratch.branch("side").write("b", "1").commit();
    const auto main = scratch.switchTo("main").write("a", "2").commit();
    const auto repository = Repository::open(scratch.path());
    const auto sides = [&](const std::string& text) {
        const auto range = resolveRange(repository, text);
        return std::pair(range.from, range.to);
    };

    EXPECT_EQ(sides("side..main"), std::pair(side, main));
    EXPECT_EQ(sides("main...side"), std::pair(base, side));
    EXPECT_EQ(sides("side.."), std::pair(side, main));
    EXPECT_EQ(sides("..side"), std::pair(main, side));
    EXPECT_THROW((void)sides("main"), Error);
    EXPECT_THROW((void)sides("main..nowhere"), Error);
}

TEST(Revisions, FindTheBaseOfCrossedMerges) {
    ScratchRepository scratch;
    const auto root = scratch.write("a", "1").commit();
    const auto side = scratch.branch("side").write("b", "1").commit();
    const auto main = scratch.switchTo("main").write("c", "1").commit();
    const auto merge = scratch.merge("side");
    const auto repository = Repository::open(scratch.path());

    EXPECT_EQ(mergeBase(repository, side, main), root);
    EXPECT_EQ(mergeBase(repository, merge, side), side);
    EXPECT_EQ(mergeBase(repository, merge, merge), merge);
    EXPECT_THAT(commitsBetween(repository, side, merge), ElementsAre(merge, main));
    EXPECT_THAT(commitsBetween(repository, merge, side), IsEmpty());
}

TEST(Revisions, FindNoBaseOfUnrelatedHistories) {
    ScratchRepository scratch;
    const auto main = scratch.write("a", "1").commit();
    const auto other = scratch.orphan("other").write("b", "1").commit();

    EXPECT_EQ(mergeBase(Repository::open(scratch.path()), main, other), std::nullopt);
}

/// git itself as a witness, on histories whose clocks lie.
TEST(Revisions, AgreeWithGitOnRandomHistories) {
    std::mt19937 random(11);
    for (int round = 0; round < 4; ++round) {
        ScratchRepository scratch;
        std::vector<std::string> names{"main"};
        scratch.write("f", "0").commit();
        for (int i = 1; i < 25; ++i) {
            scratch.switchTo(names[random() % names.size()]);
            scratch.at({1700000000 + static_cast<std::int64_t>(random() % 5) * 86400, 0});
            if (random() % 4 == 0) {
                names.push_back("b" + std::to_string(i));
                scratch.branch(names.back());
            }
            const std::string& other = names[random() % names.size()];
            scratch.write("f" + std::to_string(i), "1");
            if (random() % 3 == 0)
                scratch.merge(other);
            else
                scratch.commit();
        }
        const auto repository = Repository::open(scratch.path());
        for (const auto& a : names) {
            for (const auto& b : names) {
                const auto from = resolveCommit(repository, a);
                const auto to = resolveCommit(repository, b);
                const auto counted = scratch.git({"rev-list", "--count", a + ".." + b});
                EXPECT_EQ(std::to_string(commitsBetween(repository, from, to).size()) + "\n", counted);
                const auto bases = scratch.git({"merge-base", "--all", a, b});
                EXPECT_THAT(bases, ::testing::HasSubstr(toHex(*mergeBase(repository, from, to))));
            }
        }
    }
}

TEST(Revisions, ListBranches) {
    ScratchRepository scratch;
    scratch.write("a", "1").commit();
    scratch.branch("topic/x");
    const auto found = branches(Repository::open(scratch.path()));

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].name, "main");
    EXPECT_EQ(found[1].name, "topic/x");
    EXPECT_TRUE(found[1].checkedOut);
}

TEST(Revisions, TakeTheHeadOfTheRemoteForTheMainline) {
    ScratchRepository scratch;
    const auto shared = scratch.write("a", "1").commit();
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", scratch.path(), clone});
    runGit(clone, {"-c", "user.name=K", "-c", "user.email=k@x", "commit", "-q", "--allow-empty", "-m", "Local"});
    const auto repository = Repository::open(clone);

    EXPECT_EQ(resolveMainline(repository, "").tip, shared);
    EXPECT_EQ(resolveMainline(repository, "").name, "origin/main");
    EXPECT_EQ(resolveMainline(repository, "main").tip, repository.headCommit());
    EXPECT_THROW((void)resolveMainline(repository, "trunk"), Error);
    EXPECT_EQ(resolveMainline(Repository::open(scratch.path()), "").name, "main");
}

} // namespace
} // namespace paydown::git
