// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

namespace paydown::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The bytes of an ASCII text in UTF-16, behind a mark.
std::string wide(std::string_view ascii, bool bigEndian) {
    std::string bytes = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) bytes += bigEndian ? std::string({'\0', c}) : std::string({c, '\0'});
    return bytes;
}

/// The one item of a file of these bytes.
nlohmann::json onlyItem(std::string_view bytes, const std::string& name = "a.c") {
    const ScratchFolder folder;
    folder.write(name, bytes);
    const auto items = itemsIn(folder.path());
    EXPECT_EQ(items.size(), 1U);
    return items.empty() ? nlohmann::json() : items[0];
}

/// Line, column, title.
using Told = std::tuple<int, int, std::string>;
Told told(const nlohmann::json& item) { return {item["line"], item["column"], item["title"]}; }

TEST(Encodings, OfUtf8ComeAsTheyAreWithAndWithoutItsMark) {
    EXPECT_EQ(told(onlyItem("int x;\n  // TODO: grün\n")), Told(2, 6, "grün"));
    EXPECT_EQ(told(onlyItem("\xEF\xBB\xBFint x;\n  // TODO: grün\n")), Told(2, 6, "grün"));
    EXPECT_EQ(told(onlyItem("\xEF\xBB\xBF// TODO: grün\n")), Told(1, 7, "grün")) << "the mark is stored before it";
}

TEST(Encodings, OfUtf16CountColumnsInBytesAsStored) {
    for (const bool bigEndian : {false, true}) {
        EXPECT_EQ(told(onlyItem(wide("int x;\r\n  // TODO: wide\r\n", bigEndian))), Told(2, 11, "wide"));
        EXPECT_EQ(told(onlyItem(wide("// TODO: wide\n", bigEndian))), Told(1, 9, "wide"));
    }
}

TEST(Encodings, ThatNobodyNamesKeepTheirBytes) {
    const std::string latin = "// TODO: f\xFCr gr\xFC\xDF"
                              "e\n";
    const auto item = onlyItem(latin);
    EXPECT_EQ(item["title"], "f\uFFFDr gr\uFFFD\uFFFDe");
    EXPECT_EQ(item["title_bytes"], base64("f\xFCr gr\xFC\xDF"
                                          "e"));
    const ScratchFolder folder;
    folder.write("a.c", latin);
    EXPECT_THAT(paydownIn(folder.path(), {"list"}).out, HasSubstr("f\\xfcr gr\\xfc\\xdf"
                                                                  "e"));
    EXPECT_FALSE(onlyItem("// TODO: grün\n").contains("title_bytes"));
}

TEST(Encodings, LetAnyLineEndEndALine) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto item =
            onlyItem("int x;" + end + "int y; // TODO: here" + end + "       // and here" + end + "int z;" + end);
        EXPECT_EQ(told(item), Told(2, 11, "here"));
        EXPECT_EQ(item["body"], "and here");
    }
}

TEST(Encodings, TakeAFormFeedForABlank) {
    EXPECT_EQ(told(onlyItem("int x;\n\f\n\f// TODO: next page\n")), Told(3, 5, "next page"));
    EXPECT_EQ(told(onlyItem("x = 1\n\f\n# TODO: next page\f\n", "a.py")), Told(3, 3, "next page"));
}

TEST(Encodings, TakeNulForBinaryButNotInUtf16) {
    const ScratchFolder folder;
    folder.write("a.c", std::string("// TODO: x\0\n", 12));
    folder.write("b.c", wide("// TODO: y\n", false));
    folder.write("c.c", wide(std::string_view("// TODO: z\0\n", 12), false));
    EXPECT_EQ(itemsIn(folder.path()).size(), 1U);
    const Said skipped = paydownIn(folder.path(), {"list", "--skipped"});
    EXPECT_THAT(skipped.out, HasSubstr("a.c: binary"));
    EXPECT_THAT(skipped.out, Not(HasSubstr("b.c")));
    EXPECT_THAT(skipped.out, HasSubstr("c.c: binary"));
}

TEST(Encodings, HoldInHistoryToo) {
    ScratchRepository repository;
    const CommitId introduced = repository.write("a.c", wide("int x;\n// TODO: wide\nint y;\n", false)).commit();
    repository.write("a.c", wide("int w;\nint x;\n// TODO: wide\nint y;\n", false)).commit();
    repository.checkOut();
    ASSERT_EQ(paydownIn(repository.path(), {"scan"}).exitCode, 0);
    const auto items = itemsIn(repository.path());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(told(items[0]), Told(3, 7, "wide"));
    EXPECT_EQ(items[0]["introduced"]["commit"], toHex(introduced));
    EXPECT_FALSE(items[0]["id"].is_null());
}

} // namespace
} // namespace paydown::testing
