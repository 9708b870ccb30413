// SPDX-License-Identifier: GPL-3.0-or-later
// What the snippets type is an annotation that paydown understands.
#include "tests/end_to_end/program.h"
#include "tests/support/scratch_repository.h"

#include <fstream>
#include <iterator>
#include <regex>

namespace paydown::testing {
namespace {

std::string editorFile(const std::string& name) {
    std::ifstream file(std::string(PAYDOWN_SOURCE_DIR) + "/packaging/editors/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A snippet as VS Code types it into a C++ file when somebody tabs through it and changes nothing.
std::string typedFrom(const nlohmann::json& snippet) {
    std::string text;
    for (const auto& line : snippet["body"]) text += line.get<std::string>() + "\n";
    text = std::regex_replace(text, std::regex("\\$LINE_COMMENT"), "//");
    text = std::regex_replace(text, std::regex("\\$BLOCK_COMMENT_START"), "/*");
    text = std::regex_replace(text, std::regex("\\$BLOCK_COMMENT_END"), "*/");
    text = std::regex_replace(text, std::regex("\\$CURRENT_YEAR"), "2026");
    text = std::regex_replace(text, std::regex("\\$\\{\\d+\\|([^,]*),[^}]*\\}"), "$1");
    return std::regex_replace(text, std::regex("\\$\\{\\d+:([^}]*)\\}"), "$1");
}

TEST(VsCodeSnippets, TypeAnnotationsThatAreUnderstoodWhole) {
    const auto snippets = nlohmann::json::parse(editorFile("paydown.code-snippets"));
    EXPECT_GE(snippets.size(), 4U);
    for (const auto& [name, snippet] : snippets.items()) {
        ScratchFolder folder;
        folder.write("a.cpp", typedFrom(snippet) + "int a;\n");
        const auto items = itemsIn(folder.path());
        ASSERT_EQ(items.size(), 1U) << name;
        EXPECT_NE(items[0]["class"], "unclassified") << name;
        EXPECT_EQ(items[0]["owner"], "@owner") << name;
        EXPECT_TRUE(items[0]["diagnostics"].empty()) << name << ": " << items[0]["diagnostics"];
        EXPECT_FALSE(items[0]["title"].get<std::string>().empty()) << name;
    }
}

TEST(VimPlugin, TypesAnnotationsInTheCommentsOfTheFilesType) {
    ScratchRepository repository;
    repository.writeOnDisk("a.cpp", "int f() {\n    return 1;\n}\n").writeOnDisk("b.py", "def f():\n    return 1\n");
    const std::string plugin = std::string(PAYDOWN_SOURCE_DIR) + "/packaging/editors/paydown.vim";
    const auto type = [&](const std::string& file, const std::string& form, const std::string& what) {
        return shellIn(repository.path(), "TERM=dumb vim -u NONE -es -c 'source " + plugin +
                                              "' -c \"let g:paydown_owner='@kai'\" -c 'set commentstring=" + form +
                                              "' -c '2' -c 'Debt " + what + "' -c 'wq' " + file);
    };
    ASSERT_EQ(type("a.cpp", "//%s", "reckless").exitCode, 0);
    ASSERT_EQ(type("b.py", "#\\ %s", "prudent").exitCode, 0);
    EXPECT_EQ(shellIn(repository.path(), "sed -n 2p a.cpp").out, "    // DEBT(reckless, @kai, 2d): what is wrong\n");
    const auto items = itemsIn(repository.path());
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0]["class"], "reckless");
    EXPECT_EQ(items[1]["class"], "prudent");
    EXPECT_EQ(items[1]["owner"], "@kai");
    EXPECT_EQ(items[1]["fields"]["why"], "what made this the better choice");
}

} // namespace
} // namespace paydown::testing
