// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST(Owners, CodeOwnersFillInWhereNobodyIsNamed) {
    ScratchRepository repository;
    repository.write(".github/CODEOWNERS", "* @all\n/pay/ @mia\n")
        .write("pay/a.c", "// TODO: theirs\n// TODO(kai): mine\n")
        .commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path(), {"--sort", "path"});
    EXPECT_EQ(items[0]["owner"], "@mia");
    EXPECT_EQ(items[0]["owner_source"], "codeowners");
    EXPECT_EQ(items[1]["owner"], "@kai");
    EXPECT_EQ(items[1]["owner_source"], "annotation");
}

TEST(Owners, CodeOwnersOfARevisionAreThoseOfItsTime) {
    ScratchRepository repository;
    repository.write("CODEOWNERS", "* @old\n").write("a.c", "// TODO: theirs\n").commit();
    repository.tag("v1");
    repository.write("CODEOWNERS", "* @new\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path())[0]["owner"], "@new");
    EXPECT_EQ(itemsIn(repository.path(), {"--rev", "v1"})[0]["owner"], "@old");
}

TEST(Owners, WhoMadeNoCommitForAYearIsGone) {
    ScratchRepository repository;
    repository.on("2024-02-03").as("Mia", "mia@corp.example").write("a.c", "// TODO(mia): hers\n").commit();
    repository.on("2026-11-01").as("Kai", "kai@corp.example").write("b.c", "// TODO(kai): his\n").commit();
    repository.write("c.c", "// TODO(stranger): whose\n").commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto gone = itemsIn(repository.path(), {"owner:gone"});
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(gone[0]["title"], "hers");
    EXPECT_EQ(gone[0]["owner_gone_since"], "2024-02-03");
    EXPECT_THAT(paydownIn(repository.path(), {"show", gone[0]["id"]}).out,
                AllOf(HasSubstr("quiet since 2024-02-03"), HasSubstr("Its owner has been quiet since 2024.")));
}

TEST(Owners, PeopleGoByTheirCommittedMailmap) {
    ScratchRepository repository;
    repository.as("mm", "MIA@old.example").write("a.c", "// TODO: hers\n").commit();
    repository.as("Kai", "kai@corp.example")
        .write(".mailmap", "Mia Meier <mia@corp.example> <mia@old.example>\n")
        .commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto introduced = itemsIn(repository.path())[0]["introduced"];
    EXPECT_EQ(introduced["author"], "Mia Meier");
    EXPECT_EQ(introduced["email"], "mia@corp.example");
}

TEST(Owners, CoAuthorsAreKeptAndShown) {
    ScratchRepository repository;
    repository.as("Mia", "mia@corp.example")
        .write(".mailmap", "Kai K <kai@corp.example> <kai@home.example>\n")
        .write("a.c", "// TODO: ours\n")
        .commit("Add it\n\nCo-authored-by: Kai <kai@home.example>\n");
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto item = itemsIn(repository.path())[0];
    EXPECT_EQ(item["introduced"]["co_authors"][0]["name"], "Kai K");
    EXPECT_THAT(paydownIn(repository.path(), {"show", item["id"]}).out, HasSubstr("Mia and Kai K"));
}

TEST(Owners, BothDatesOfACommitAreKept) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: dated\n").commit();
    repository.checkOut();
    repository.git({"-c", "user.name=Kai", "-c", "user.email=kai@corp.example", "commit", "-q", "--amend", "--date",
                    "2023-05-06T07:08:09+0200", "-m", "Dated"});
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto introduced = itemsIn(repository.path())[0]["introduced"];
    EXPECT_EQ(introduced["date"], "2023-05-06T07:08:09+02:00");
    EXPECT_GT(introduced["committed"], "2024");
}

} // namespace
} // namespace paydown::testing
