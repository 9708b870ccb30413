// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <filesystem>

namespace paydown::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

void writeFile(const std::string& path, std::string_view bytes) {
    const auto slash = path.rfind('/');
    fs::create_directories(path.substr(0, slash));
    std::FILE* file = std::fopen(path.c_str(), "wb");
    ASSERT_NE(file, nullptr);
    std::fwrite(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
}

/// Removes the loose object that a name stands for.
void loseObject(const ScratchRepository& repository, const std::string& revision) {
    std::string hex = repository.git({"rev-parse", revision});
    hex.resize(40);
    const std::string path = repository.path() + "/.git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
    ASSERT_TRUE(fs::remove(path)) << revision;
}

TEST(RepositoryKinds, AShallowCloneSaysAtOrBeforeAndRefinesWhenItIsDeepened) {
    ScratchRepository origin;
    const CommitId introduced = origin.as("Zoe", "zoe@corp.example").write("a.c", "// TODO: old\n").commit("Introduce");
    origin.as("Mia", "mia@corp.example").write("b.c", "int b;\n").commit();
    origin.write("b.c", "int c;\n").commit();
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", "--depth", "1", "file://" + origin.path(), clone});
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    const auto shallow = itemsIn(clone);
    EXPECT_EQ(shallow[0]["introduced"]["boundary"], true);
    EXPECT_TRUE(shallow[0]["introduced"]["author"].is_null()) << "Mia made the last commit, but not this debt";
    EXPECT_THAT(itemsIn(clone, {"author:mia"}), ::testing::IsEmpty());
    EXPECT_THAT(paydownIn(clone, {"show", shallow[0]["id"]}).out, HasSubstr("at or before"));

    runGit(clone, {"fetch", "-q", "--unshallow"});
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    const auto whole = itemsIn(clone);
    EXPECT_EQ(whole[0]["introduced"]["commit"], toHex(introduced));
    EXPECT_EQ(whole[0]["introduced"]["author"], "Zoe");
    EXPECT_EQ(whole[0]["introduced"]["boundary"], false);
    EXPECT_THAT(paydownIn(clone, {"show", shallow[0]["id"]}).out, HasSubstr("old")) << "the old name still names it";
}

TEST(RepositoryKinds, APartialCloneHasGapsAndNoEndingsForThem) {
    ScratchRepository origin;
    origin.write("a.c", "// TODO: stays\n").write("b.c", "// TODO: b\nint x;\n").commit();
    origin.write("b.c", "// TODO: b\nint y;\n").commit();
    origin.write("b.c", "// TODO: b\nint z;\n").commit();
    origin.git({"config", "uploadpack.allowFilter", "true"});
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", "--filter=blob:none", "file://" + origin.path(), clone});
    const Said said = paydownIn(clone, {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, AllOf(HasSubstr("partial clone"), HasSubstr("could not be read")));
    EXPECT_EQ(itemsIn(clone).size(), 2U);
    EXPECT_THAT(paydownIn(clone, {"log", "--endings"}).out, HasSubstr("0 ended"));
}

TEST(RepositoryKinds, LinkedWorkTreesShareTheRegistryAndKeepWhatIsPendingApart) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: shared\n").commit();
    repository.checkOut();
    const ScratchFolder folder;
    const std::string linked = folder.path() + "/linked";
    repository.git({"worktree", "add", "-q", "-b", "other", linked});
    ASSERT_EQ(paydownIn(linked, {"scan"}).exitCode, 0);
    EXPECT_TRUE(fs::exists(repository.path() + "/.git/paydown/registry.db"));
    writeFile(linked + "/b.c", "// TODO: pending here\n");
    EXPECT_EQ(itemsIn(linked).size(), 2U);
    EXPECT_EQ(itemsIn(repository.path()).size(), 1U);
    const std::string id = itemsIn(linked)[0]["id"];
    ASSERT_EQ(paydownIn(linked, {"set", id, "reckless"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path())[0]["class"], "reckless");
}

TEST(RepositoryKinds, ABareRepositoryAnswersFromItsCommits) {
    ScratchRepository origin;
    origin.write("a.c", "int a;\n// TODO: in a bare one\nint b;\n").commit();
    const ScratchFolder folder;
    runGit(folder.path(), {"clone", "-q", "--bare", origin.path(), "bare.git"});
    const std::string bare = folder.path() + "/bare.git";
    ASSERT_EQ(paydownIn(bare, {"scan"}).exitCode, 0);
    const auto items = itemsIn(bare);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_THAT(paydownIn(bare, {"show", items[0]["id"]}).out, HasSubstr("int a;"));
    EXPECT_EQ(paydownIn(bare, {"here"}).exitCode, 0);
}

TEST(RepositoryKinds, ASubmoduleIsAnotherRepository) {
    ScratchRepository inner;
    inner.write("inner.c", "// TODO: not ours\n").commit();
    ScratchRepository outer;
    outer.write("a.c", "// TODO: ours\n").writeSubmodule("sub", inner.head()).commit();
    outer.checkOut();
    runGit(outer.path(), {"clone", "-q", inner.path(), outer.path() + "/sub"});
    ASSERT_EQ(paydownIn(outer.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(outer.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0]["title"], "ours");
    EXPECT_EQ(itemsIn(outer.path() + "/sub")[0]["title"], "not ours");
}

TEST(RepositoryKinds, ReplaceRefsAndGraftsAreIgnoredWithANotice) {
    ScratchRepository repository;
    const CommitId first = repository.write("a.c", "// TODO: old\n").commit();
    repository.write("b.c", "int b;\n").commit();
    const CommitId other = repository.write("b.c", "int c;\n").commit();
    repository.git({"replace", "-f", toHex(first), toHex(other)});
    writeFile(repository.path() + "/.git/info/grafts", toHex(other) + "\n");
    repository.checkOut();
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, AllOf(HasSubstr("replace refs (refs/replace) are ignored"), HasSubstr("grafts")));
    EXPECT_EQ(itemsIn(repository.path())[0]["introduced"]["commit"], toHex(first));
}

TEST(RepositoryKinds, ADetachedHeadIsItsCommit) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: first\n").commit();
    repository.write("b.c", "// TODO: second\n").commit();
    repository.checkOut();
    repository.git({"checkout", "-q", "--detach", "HEAD~1"});
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(repository.path()).size(), 1U);
    EXPECT_EQ(itemsIn(repository.path(), {"--rev", "main"}).size(), 2U);
}

TEST(RepositoryKinds, ObjectsOfAnAlternateCount) {
    ScratchRepository origin;
    const CommitId introduced = origin.write("a.c", "// TODO: lent\n").commit();
    const ScratchFolder folder;
    const std::string clone = folder.path() + "/clone";
    runGit(folder.path(), {"clone", "-q", "--shared", origin.path(), clone});
    ASSERT_EQ(paydownIn(clone, {"scan"}).exitCode, 0);
    EXPECT_EQ(itemsIn(clone)[0]["introduced"]["commit"], toHex(introduced));
}

TEST(RepositoryKinds, AMissingSubtreeIsNamedAndNoEnding) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: beside it\n").write("sub/b.c", "// TODO: inside\n").commit();
    repository.write("sub/b.c", "// TODO: inside\nint more;\n").commit();
    repository.write("sub/b.c", "// TODO: inside\nint most;\n").commit();
    repository.checkOut();
    loseObject(repository, "HEAD~1:sub");
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("could not be read"));
    EXPECT_EQ(itemsIn(repository.path()).size(), 2U);
    EXPECT_THAT(paydownIn(repository.path(), {"log", "--endings"}).out, HasSubstr("0 ended"));
}

TEST(RepositoryKinds, AMissingFileVersionIsNamedAndNoEnding) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: kept\nint a;\n").commit();
    repository.write("a.c", "// TODO: kept\nint b;\n").commit();
    repository.write("a.c", "// TODO: kept\nint c;\n").commit();
    repository.checkOut();
    loseObject(repository, "HEAD~1:a.c");
    const Said said = paydownIn(repository.path(), {"scan"});
    ASSERT_EQ(said.exitCode, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("could not be read"));
    EXPECT_EQ(itemsIn(repository.path()).size(), 1U);
    EXPECT_THAT(paydownIn(repository.path(), {"log", "--endings"}).out, HasSubstr("0 ended"));
}

TEST(RepositoryKinds, AnEmptyRepositorySaysWhatToDo) {
    const ScratchFolder folder;
    runGit(folder.path(), {"init", "-q", folder.path()});
    for (const auto* command : {"scan", "here", "log"}) {
        const Said said = paydownIn(folder.path(), {command});
        EXPECT_EQ(said.exitCode, 2) << command;
        EXPECT_THAT(said.err, HasSubstr("paydown")) << command;
    }
    EXPECT_EQ(paydownIn(folder.path(), {"list"}).exitCode, 0);
}

TEST(RepositoryKinds, ARepositoryOfSomebodyElseIsRefusedWithWhatToType) {
    ScratchRepository repository;
    repository.write("a.c", "// TODO: theirs\n").commit();
    const Said said = paydownIn(repository.path(), {"scan"}, {"LD_PRELOAD=" PAYDOWN_STRANGER});
    EXPECT_EQ(said.exitCode, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("belongs to somebody else"), HasSubstr("safe.directory")));
}

} // namespace
} // namespace paydown::testing
