// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/tree/file_reader.h"

namespace paydown {
namespace {

FileReading read(std::string_view path, std::string_view bytes, ScanSettings settings = {}) {
    return FileReader(settings).read(path, bytes, Symbols::Read);
}

/// "TAG title" of everything but mentions.
std::vector<std::string> found(const FileReading& reading) {
    std::vector<std::string> all;
    for (const Annotation& a : reading.annotations) {
        if (!a.mention) all.push_back(a.tag + " " + a.title);
    }
    return all;
}

using List = std::vector<std::string>;

TEST(FileReader, ReadsCommentsAndNoStrings) {
    const FileReading reading =
        read("a.cpp", "// TODO: a\nconst char* s = \"// TODO: b\"; /* FIXME c */\n#if 0\n// HACK: d\n#endif\n");
    EXPECT_EQ(reading.language, "cpp");
    EXPECT_EQ(found(reading), (List{"TODO a", "FIXME c", "HACK d"}));
}

TEST(FileReader, NamesTheSymbolAroundAnAnnotation) {
    const std::string source = "namespace pay {\nclass Bank {\n    void charge() {\n        // TODO: a\n    }\n};\n}\n";
    EXPECT_EQ(read("bank.cpp", source).annotations.at(0).symbol, "pay::Bank::charge");
    const FileReading skipped = FileReader(ScanSettings{}).read("bank.cpp", source, Symbols::Skip);
    EXPECT_EQ(skipped.annotations.at(0).symbol, "");
}

TEST(FileReader, ReadsNativeAnnotationsAmongComments) {
    const FileReading reading = read("Bank.java", "// TODO: a\n@Debt(kind = RECKLESS, text = \"b\")\nclass Bank {}\n"
                                                  "// FIXME: c\n");
    EXPECT_EQ(found(reading), (List{"TODO a", "DEBT b", "FIXME c"}));
    EXPECT_EQ(reading.annotations.at(1).form, Form::Native);
    EXPECT_EQ(reading.annotations.at(1).stated.debtClass, DebtClass::Reckless);
    EXPECT_EQ(reading.annotations.at(1).range.line, 2U);
}

TEST(FileReader, ReadsTheTextOfTheLastAnnotationToItsEnd) {
    const std::string lines = "// TODO: a\n//   goes on\n//   and on\n\n/* b */\n";
    EXPECT_EQ(read("a.c", lines).annotations.at(0).body, "goes on\nand on");
    const std::string block = "/* TODO: a\n   goes on\n */\n\nint x; // b\n";
    EXPECT_EQ(read("a.c", block).annotations.at(0).body, "goes on");
}

TEST(FileReader, FindsWhatSilencesTheFileBehindItsLastAnnotation) {
    const std::string text = "int a; // TODO: a\n\nint b;\n\n// debt:ignore-file\n";
    EXPECT_EQ(read("a.c", text).silenced, 1U);
}

TEST(FileReader, SilencesNativeAnnotationsToo) {
    const FileReading reading = read("bank.py", "# debt:ignore-next-line\n@debt.reckless(\"a\")\ndef f(): pass\n");
    EXPECT_TRUE(reading.annotations.empty());
    EXPECT_EQ(reading.silenced, 1U);
}

TEST(FileReader, ReadsTheListOfALedgerAndTheCommentsOfOtherMarkdown) {
    const std::string text = "- DEBT(prudent): a\n\n<!-- TODO: b -->\n\nTODO: prose\n";
    EXPECT_EQ(found(read("src/DEBT.md", text)), (List{"DEBT a", "TODO b"}));
    EXPECT_EQ(found(read("src/README.md", text)), (List{"TODO b"}));
}

TEST(FileReader, GivesRangesOfTheStoredBytes) {
    const std::string bom = "\xEF\xBB\xBF// TODO: a\n";
    const Annotation behindBom = read("a.c", bom).annotations.at(0);
    EXPECT_EQ(bom.substr(behindBom.range.beginByte, behindBom.range.endByte - behindBom.range.beginByte), "TODO: a");

    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("x\n// TODO: a\n")) utf16 += {c, '\0'};
    const Annotation wide = read("a.c", utf16).annotations.at(0);
    EXPECT_EQ(wide.title, "a");
    EXPECT_EQ(wide.range.line, 2U);
    EXPECT_EQ(wide.range.beginByte, 12U);
    EXPECT_EQ(wide.range.endByte, 26U);
}

TEST(FileReader, SaysWhyAFileIsNotRead) {
    ScanSettings small;
    small.maxFileBytes = 5;
    EXPECT_EQ(read("a.c", "// TODO: a\n", small).skipped, "larger than 5 bytes");
    EXPECT_EQ(read("a.c", std::string("// TODO: a\n\0", 12)).skipped, "binary");
    EXPECT_EQ(read("a.unknown-thing", "// TODO: a\n").skipped, "unknown language");
    ScanSettings onlyPython;
    onlyPython.languages = {"python"};
    EXPECT_EQ(read("a.c", "// TODO: a\n", onlyPython).skipped, "language not in [scan] languages");
    EXPECT_EQ(read("a.unknown-thing", "nothing in here\n").skipped, "");
}

TEST(FileReader, ReadsFilesOfUnknownLanguageWhenAllAreWanted) {
    ScanSettings all;
    all.all = true;
    EXPECT_EQ(found(read("a.unknown-thing", "# TODO: a\n", all)), (List{"TODO a"}));
}

TEST(FileReader, ReadsTheWordsOfTheProject) {
    ScanSettings settings;
    settings.words = {"NEEDSWORK", "XXX"};
    settings.ignoreWords = {"XXX"};
    EXPECT_EQ(found(read("a.c", "// NEEDSWORK: a\n\n// XXX: b\n\n// TODO: c\n", settings)), (List{"NEEDSWORK a"}));
}

TEST(FileReader, AnswersAboutBytesBeforeTheyAreRead) {
    const FileReader reader{ScanSettings{}};
    EXPECT_TRUE(reader.mayHoldAnnotation("int x; // FIXME"));
    EXPECT_FALSE(reader.mayHoldAnnotation("int fixme;"));
}

TEST(FileReader, FindsNothingWhereThePrefilterDoes) {
    // Whatever the reader finds, the prefilter has to let through.
    const FileReader reader{ScanSettings{}};
    for (const char* text :
         {"// @todo x\n", "// \\todo x\n", "// TODO\n", "/*DEBT(reckless):x*/", "// TECHDEBT: x\n",
          "[[debt::reckless(\"x\")]] int x;\n", "DEBT_PRUDENT(\"x\")\n", "//\xE6\x84\x8FTODO: x\n"}) {
        EXPECT_TRUE(reader.mayHoldAnnotation(text)) << text;
        EXPECT_EQ(reader.read("a.cpp", text, Symbols::Skip).annotations.size(), 1U) << text;
    }
}

} // namespace
} // namespace paydown
