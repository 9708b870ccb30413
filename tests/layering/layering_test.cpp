// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/layering_rules.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace paydown::layering {
namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every header and source of our own modules: path from the root, and content.
std::map<std::string, std::string> sources() {
    const std::filesystem::path root = PAYDOWN_SOURCE_DIR;
    std::map<std::string, std::string> found;
    for (const char* module : {"core", "scanner", "hooks", "cli", "gui"}) {
        std::filesystem::recursive_directory_iterator entry(root / module), end;
        for (; entry != end; ++entry) {
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            const auto extension = entry->path().extension();
            if (extension == ".h" || extension == ".cpp")
                found.emplace(entry->path().lexically_relative(root).generic_string(), read(entry->path()));
        }
    }
    return found;
}

std::string describe(const std::vector<Violation>& violations) {
    std::string text;
    for (const Violation& violation : violations)
        text += violation.file + ":" + std::to_string(violation.line) + ": includes " + violation.include + ", but " +
                violation.reason + "\n";
    return text;
}

std::vector<Violation> judge(const std::string& file, const std::string& include) {
    FolderGraph graph;
    return forbiddenIncludes(file, "#pragma once\n#include " + include + "\n", graph);
}

TEST(Layering, HoldsInTheSourceTree) {
    FolderGraph graph;
    std::vector<Violation> violations;
    const auto files = sources();
    for (const auto& [file, text] : files) {
        auto found = forbiddenIncludes(file, text, graph);
        violations.insert(violations.end(), found.begin(), found.end());
    }
    EXPECT_GT(files.size(), 50u) << "the walk found hardly any source: is PAYDOWN_SOURCE_DIR right?";
    EXPECT_TRUE(violations.empty()) << describe(violations);
    EXPECT_EQ(findCycle(graph), "");
}

TEST(Layering, CatchesAForbiddenInclude) {
    const std::vector<std::pair<std::string, std::string>> forbidden = {
        {"core/registry/store.cpp", "<git2.h>"},
        {"scanner/history/walk.cpp", "<git2/oid.h>"},
        {"core/git/repository.h", "<SQLiteCpp/Database.h>"},
        {"gui/models/item_model.cpp", "<sqlite3.h>"},
        {"scanner/annotations/parse.cpp", "<tree_sitter/api.h>"},
        {"cli/commands/list.cpp", "<QString>"},
        {"scanner/refresh/refresh.h", "<QtCore/QObject>"},
        {"core/base/text.cpp", "\"core/model/item_id.h\""},
        {"core/registry/store.cpp", "\"core/git/repository.h\""},
        {"core/triage/queues.cpp", "\"scanner/refresh/refresh.h\""},
        {"scanner/annotations/parse.cpp", "\"scanner/syntax/languages.h\""},
        {"gui/main.cpp", "\"core/registry/store.h\""},
        {"hooks/judge.cpp", "\"cli/app.h\""},
        {"core/priority/priority.cpp", "<fstream>"},
        {"core/identity/match.cpp", "<thread>"},
        {"core/git/repository.cpp", "<iostream>"},
        {"core/newcomer/a.cpp", "\"core/base/text.h\""},
    };
    for (const auto& [file, include] : forbidden) EXPECT_EQ(judge(file, include).size(), 1u) << file << " " << include;
}

TEST(Layering, LetsAnAllowedIncludePass) {
    const std::vector<std::pair<std::string, std::string>> allowed = {
        {"core/git/repository.cpp", "<git2.h>"},
        {"core/registry/store.cpp", "<SQLiteCpp/Statement.h>"},
        {"scanner/syntax/parser.cpp", "<tree_sitter/api.h>"},
        {"gui/main.cpp", "<QApplication>"},
        {"cli/main.cpp", "\"scanner/refresh/refresh.h\""},
        {"scanner/annotations/parse.cpp", "\"scanner/syntax/comment.h\""},
        {"core/model/item.h", "\"core/base/date.h\""},
    };
    for (const auto& [file, include] : allowed)
        EXPECT_TRUE(judge(file, include).empty()) << describe(judge(file, include));
}

TEST(Layering, SaysWhereAndWhy) {
    EXPECT_EQ(describe(judge("core/registry/store.cpp", "<git2.h>")),
              "core/registry/store.cpp:2: includes git2.h, but only core/git may know libgit2\n");
}

TEST(Layering, NamesACycleOfFolders) {
    const FolderGraph graph = {{"a", {"b"}}, {"b", {"b", "c"}}, {"c", {"a"}}};
    EXPECT_EQ(findCycle(graph), "a -> b -> c -> a");
}

} // namespace
} // namespace paydown::layering
