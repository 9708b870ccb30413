// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/reconcile.h"
#include "tests/core/identity/simple_reader.h"

#include <map>
#include <memory>

using namespace paydown;
using namespace paydown::identity;
using Kind = Outcome::Kind;

namespace {

using Files = std::map<std::string, std::string>;

/// The only parent of a change.
std::vector<Files> one(const Files& files) { return {files}; }

/// A change between trees, and what reconcile() makes of it.
class Change {
public:
    Change(std::vector<Files> parents, Files after) : m_parents(std::move(parents)), m_after(std::move(after)) {
        std::vector<std::vector<FileVersion>> olds;
        for (const Files& files : m_parents) olds.push_back(versionsOf(files));
        news = versionsOf(m_after);
        outcomes = reconcile(olds, news);
    }

    /// The outcome of the n-th annotation of a new file.
    [[nodiscard]] Outcome of(const std::string& path, std::uint32_t annotation = 0) const {
        for (const Outcome& outcome : outcomes) {
            if (outcome.after && news[outcome.after->file].path == path && outcome.after->annotation == annotation) {
                return outcome;
            }
        }
        ADD_FAILURE() << "no such annotation: " << path;
        return {};
    }

    [[nodiscard]] std::vector<EndingKind> endings() const {
        std::vector<EndingKind> kinds;
        for (const Outcome& outcome : outcomes) {
            if (outcome.ending) kinds.push_back(*outcome.ending);
        }
        return kinds;
    }

    std::vector<FileVersion> news;
    std::vector<Outcome> outcomes;

private:
    std::vector<FileVersion> versionsOf(const Files& files) {
        std::vector<FileVersion> versions;
        for (const auto& [path, bytes] : files) {
            m_annotations.push_back(std::make_unique<std::vector<Annotation>>(tests::readSimply(bytes)));
            versions.push_back({path, bytes, *m_annotations.back()});
        }
        return versions;
    }

    std::vector<Files> m_parents;
    Files m_after;
    std::vector<std::unique_ptr<std::vector<Annotation>>> m_annotations;
};

const std::string kBank = "int open() {\n    connect();\n    // TODO: retry when the bank is down\n    send();\n}\n";

struct Case {
    std::string name;
    std::vector<Files> parents;
    Files after;
    std::string path;
    std::uint32_t annotation;
    Kind kind;
};

class Reconcile : public testing::TestWithParam<Case> {};

TEST_P(Reconcile, SaysWhatAChangeDid) {
    const Case& c = GetParam();
    EXPECT_EQ(Change(c.parents, c.after).of(c.path, c.annotation).kind, c.kind);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Reconcile,
    testing::Values(
        Case{"NewFile", one({}), {{"a.c", kBank}}, "a.c", 0, Kind::Introduced},
        Case{"LinesAbove", one({{"a.c", kBank}}), {{"a.c", "#include <x>\n\n" + kBank}}, "a.c", 0, Kind::Kept},
        Case{"Reindented",
             one({{"a.c", kBank}}),
             {{"a.c", "int open()\n{\n\tconnect();\n\t// TODO: retry when the bank is down\n\tsend();\n}\n"}},
             "a.c",
             0,
             Kind::Kept},
        Case{"OtherCommentStyle",
             one({{"a.py", "f()\n# TODO: retry when the bank is down\ng()\n"}}),
             {{"a.py", "f()\n## TODO: retry when the bank is down.\ng()\n"}},
             "a.py",
             0,
             Kind::Kept},
        Case{"Reworded",
             one({{"a.c", kBank}}),
             {{"a.c", "int open() {\n    connect();\n    // TODO: retry later if the bank is down\n    send();\n}\n"}},
             "a.c",
             0,
             Kind::Edited},
        Case{"OtherTag",
             one({{"a.c", kBank}}),
             {{"a.c", "int open() {\n    connect();\n    // DEBT: retry when the bank is down\n    send();\n}\n"}},
             "a.c",
             0,
             Kind::Reclassified},
        Case{"WrappedAnew",
             one({{"a.c", "f();\n// TODO: retry when the bank\n//   is down for long\ng();\n"}}),
             {{"a.c", "f();\n// TODO: retry when\n//   the bank is down for long\ng();\n"}},
             "a.c",
             0,
             Kind::Kept},
        Case{"SomethingElseInItsPlace",
             one({{"a.c", kBank}}),
             {{"a.c", "int open() {\n    connect();\n    // TODO: zzz qqq\n    send();\n}\n"}},
             "a.c",
             0,
             Kind::Introduced},
        Case{"Renamed", one({{"a.c", kBank}}), {{"b.c", kBank}}, "b.c", 0, Kind::Moved},
        Case{"RenamedAndEdited",
             one({{"a.c", kBank}}),
             {{"b.c", "int open() {\n    connect();\n    // TODO: retry later if the bank is down\n    send();\n}\n"}},
             "b.c",
             0,
             Kind::Edited},
        Case{"CutAndPasted",
             one({{"a.c", kBank}, {"b.c", "int x;\n"}}),
             {{"a.c", "int y;\n"}, {"b.c", std::string("int x;\n") + kBank}},
             "b.c",
             0,
             Kind::Moved},
        Case{"ShortTitleElsewhere",
             one({{"a.c", "f();\n// TODO: fix\ng();\n"}, {"b.c", "x();\n"}}),
             {{"a.c", "f();\ng();\n"}, {"b.c", "x();\n// TODO: fix\ny();\n"}},
             "b.c",
             0,
             Kind::Introduced},
        Case{"TwinPutAbove",
             one({{"a.c", "f();\n// TODO: same\nf();\n"}}),
             {{"a.c", "f();\n// TODO: same\nf();\nf();\n// TODO: same\nf();\n"}},
             "a.c",
             1,
             Kind::Introduced},
        Case{"MergeOfBothSides",
             {{{"a.c", "// TODO: from ours\n"}}, {{"a.c", "// TODO: from theirs\n"}}},
             {{"a.c", "// TODO: from ours\n// TODO: from theirs\n"}},
             "a.c",
             1,
             Kind::Kept},
        Case{"MergeIntroduces",
             {{{"a.c", "// TODO: from ours\n"}}, {{"a.c", "x();\n"}}},
             {{"a.c", "x();\n// TODO: from ours\n// TODO: of the merge\n"}},
             "a.c",
             1,
             Kind::Introduced}),
    [](const auto& named) { return named.param.name; });

TEST(Reconcile, TellsTwinsApartByTheirNeighbours) {
    const Change change(one({{"a.c", "f1();\n// TODO: same\nf2();\ng1();\n// TODO: same\ng2();\n"}}),
                        {{"a.c", "g1();\n// TODO: same\ng2();\nf1();\n// TODO: same\nf2();\n"}});
    EXPECT_EQ(change.of("a.c", 0).before, (AnnotationRef{0, 1}));
    EXPECT_EQ(change.of("a.c", 1).before, (AnnotationRef{0, 0}));
}

TEST(Reconcile, FollowsAnExplicitKeyAnywhere) {
    std::vector<Annotation> before = tests::readSimply("// TODO: one\n");
    before[0].stated.key = "pay-1";
    std::vector<Annotation> after = tests::readSimply("x();\n// TODO: wholly different words\n");
    after[0].stated.key = "pay-1";
    const std::vector<std::vector<FileVersion>> parents{{FileVersion{"a.c", "// TODO: one\n", before}}};
    const std::vector<FileVersion> now{FileVersion{"a.c", "x();\n// TODO: wholly different words\n", after}};
    EXPECT_EQ(reconcile(parents, now).at(0).kind, Kind::Edited);
}

TEST(Reconcile, PassesMentionsOver) {
    std::vector<Annotation> now = tests::readSimply(kBank);
    now[0].mention = true;
    EXPECT_THAT(reconcile({}, std::vector<FileVersion>{{"a.c", kBank, now}}), testing::IsEmpty());
}

TEST(Reconcile, CallsItPaidWhenCodeAroundItChanged) {
    const Change change(one({{"a.c", kBank}}),
                        {{"a.c", "int open() {\n    connect();\n    retry();\n    send();\n}\n"}});
    EXPECT_THAT(change.endings(), testing::ElementsAre(EndingKind::Paid));
}

TEST(Reconcile, CallsItDroppedWhenItsFileWent) {
    EXPECT_THAT(Change(one({{"a.c", kBank}}), {}).endings(), testing::ElementsAre(EndingKind::Dropped));
}

TEST(Reconcile, CallsItDroppedWhenItsSurroundingsWent) {
    const Change change(one({{"a.c", std::string("int stays;\n\n\n") + kBank}}), {{"a.c", "int stays;\nint other;\n"}});
    EXPECT_THAT(change.endings(), testing::ElementsAre(EndingKind::Dropped));
}

TEST(Reconcile, EndsNothingInAMergeThatABranchHadEnded) {
    const Change change({{{"a.c", kBank}}, {{"a.c", "int open();\n"}}}, {{"a.c", "int open();\nint more;\n"}});
    EXPECT_THAT(change.endings(), testing::IsEmpty());
}

} // namespace
