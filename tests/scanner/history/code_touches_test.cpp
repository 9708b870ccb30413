// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/history/code_touches.h"

#include "scanner/history/line_hunks.h"
#include "scanner/history/line_keys.h"

#include <map>

namespace paydown::history {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Versions in memory; a version without text cannot be read.
class Versions final : public HunkReader {
public:
    BlobId add(const std::string& text) {
        BlobId id;
        id.bytes.fill(static_cast<std::uint8_t>(m_texts.size() + 1));
        m_texts.emplace(id, text);
        return id;
    }

    std::vector<std::optional<Difference>> read(std::span<const Pair> pairs) override {
        std::vector<std::optional<Difference>> differences;
        for (const Pair& pair : pairs) {
            auto& difference = differences.emplace_back();
            const auto before = m_texts.find(pair.before);
            const auto after = m_texts.find(pair.after);
            if (before == m_texts.end() || after == m_texts.end()) continue;
            const auto keys = lineKeys(before->second);
            difference =
                Difference{static_cast<std::uint32_t>(keys.size()), hunksBetween(keys, lineKeys(after->second))};
        }
        return differences;
    }

private:
    std::map<BlobId, std::string> m_texts;
};

std::string file(const std::string& f, const std::string& g, const std::string& top = "") {
    return top + "void f() {\n  a();\n  " + f + "\n  b();\n}\n\nvoid g() {\n  c();\n  " + g + "\n  d();\n}\n";
}

class CodeTouches : public ::testing::Test {
protected:
    /// What touches f, which stands in lines 1 to 5 of a version.
    std::vector<std::size_t> touchesOfF(const BlobId& version, const std::vector<VersionChange>& changes,
                                        const std::string& path = "a.c") {
        const std::vector<CodePlace> places{{path, version, {1, 5}}};
        return touchesOfCode(places, changes, versions)[0];
    }

    Versions versions;
};

TEST_F(CodeTouches, AreChangesOfTheCodeAlone) {
    const BlobId first = versions.add(file("1();", "1();"));
    const BlobId inG = versions.add(file("1();", "2();"));
    const BlobId inF = versions.add(file("2();", "2();"));
    EXPECT_THAT(touchesOfF(first, {{"a.c", first, inG}, {"a.c", inG, inF}}), ElementsAre(1));
}

TEST_F(CodeTouches, FollowTheCodeWhereItMovesInTheFile) {
    const BlobId first = versions.add(file("1();", "1();"));
    const BlobId lower = versions.add(file("1();", "1();", "// x\n// y\n// z\n"));
    const BlobId later = versions.add(file("2();", "1();", "// x\n// y\n// z\n"));
    EXPECT_THAT(touchesOfF(first, {{"a.c", first, lower}, {"a.c", lower, later}}), ElementsAre(1));
}

TEST_F(CodeTouches, AreFoundInOlderVersionsToo) {
    const BlobId older = versions.add(file("0();", "1();", "// x\n"));
    const BlobId old = versions.add(file("1();", "1();", "// x\n"));
    const BlobId now = versions.add(file("1();", "1();"));
    EXPECT_THAT(touchesOfF(now, {{"a.c", older, old}}), ElementsAre(0));
}

TEST_F(CodeTouches, IncludeLinesThatComeOrGoWithin) {
    const BlobId first = versions.add(file("1();", "1();"));
    const BlobId more = versions.add(file("1();\n  1b();", "1();"));
    EXPECT_THAT(touchesOfF(first, {{"a.c", first, more}, {"a.c", more, first}}), ElementsAre(0, 1));
}

TEST_F(CodeTouches, IncludeTheEndOfTheFile) {
    const BlobId first = versions.add(file("1();", "1();"));
    EXPECT_THAT(touchesOfF(first, {{"a.c", first, BlobId{}}}), ElementsAre(0));
}

TEST_F(CodeTouches, AreNoneOfAFileThatCameOrOfAnother) {
    const BlobId first = versions.add(file("1();", "1();"));
    const BlobId inF = versions.add(file("2();", "1();"));
    EXPECT_THAT(touchesOfF(first, {{"a.c", BlobId{}, first}, {"b.c", first, inF}}), IsEmpty());
    EXPECT_THAT(touchesOfF(first, {{"b.c", first, inF}}, "b.c"), ElementsAre(0)); // Under its new name.
}

TEST_F(CodeTouches, AreNoneWhereCodeIsOnlyIndentedAnew) {
    const BlobId first = versions.add("void f() {\n  a();\n}\n");
    const BlobId indented = versions.add("  void f() {\n    a();\n  }\n");
    const std::vector<CodePlace> places{{"a.c", first, {1, 3}}};
    const std::vector<VersionChange> changes{{"a.c", first, indented}};
    EXPECT_THAT(touchesOfCode(places, changes, versions)[0], IsEmpty());
}

TEST_F(CodeTouches, AreNoneWhereAVersionCannotBeRead) {
    const BlobId first = versions.add(file("1();", "1();"));
    BlobId missing;
    missing.bytes.fill(0xEE);
    EXPECT_THAT(touchesOfF(first, {{"a.c", first, missing}, {"a.c", missing, first}}), IsEmpty());
}

} // namespace
} // namespace paydown::history
