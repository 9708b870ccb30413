// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample/story.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <sstream>

#include <unistd.h>

namespace paydown::sample {
namespace {

/// A sample repository in a folder of its own, gone with the object.
class Sample {
public:
    Sample() {
        std::string name = (std::filesystem::temp_directory_path() / "paydown-sample-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        m_folder = name;
        FastImport repository(m_folder / "harbour");
        Story(repository).tell();
        repository.finish();
    }
    ~Sample() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    Sample(const Sample&) = delete;
    Sample& operator=(const Sample&) = delete;

    /// What git prints, line by line.
    [[nodiscard]] std::vector<std::string> git(const std::string& arguments) const {
        const std::string command = "git -C '" + (m_folder / "harbour").string() + "' " + arguments;
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
        std::string text;
        for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) text += static_cast<char>(c);
        std::istringstream lines(text);
        std::vector<std::string> found;
        for (std::string line; std::getline(lines, line);) found.push_back(line);
        return found;
    }

private:
    std::filesystem::path m_folder;
};

const Sample& sample() {
    static const Sample kSample;
    return kSample;
}

TEST(Sample, IsTheSameEveryTime) {
    const Sample again;
    EXPECT_EQ(again.git("rev-parse main tide-pricing v2.1"), sample().git("rev-parse main tide-pricing v2.1"));
}

TEST(Sample, HoldsFiveYearsOfEightPeople) {
    EXPECT_THAT(sample().git("rev-list --all").size(), testing::AllOf(testing::Gt(350u), testing::Lt(600u)));
    EXPECT_EQ(sample().git("shortlog -s --all </dev/null").size(), 8u);
    EXPECT_THAT(sample().git("log --reverse --format=%as main").front(), testing::StartsWith("2021-11"));
    EXPECT_EQ(sample().git("log -1 --format=%as main").front(), "2026-11-20");
}

TEST(Sample, HoldsEveryKindOfChange) {
    EXPECT_GT(sample().git("rev-list --merges main").size(), 10u);
    EXPECT_GT(sample().git("log --grep='^This reverts commit' --format=%h main").size(), 3u);
    EXPECT_GT(sample().git("log -M --diff-filter=R --format= --name-only main").size(), 10u);
    EXPECT_THAT(sample().git("log -M --diff-filter=R --format= --name-status main -- pay billing"),
                testing::Contains(testing::HasSubstr("billing/")));
    for (const char* subject :
         {"Clean up comments", "Resolve ", "Move ", " in two places", "Drop ", "Sort a debt", "Say more"})
        EXPECT_FALSE(sample().git(std::string("log --format=%h main --grep='") + subject + "'").empty()) << subject;
}

TEST(Sample, LeavesAboutAHundredAndTwentyDebtsOpen) {
    const auto marks = sample().git("grep -hE '(//|#|--|-) (TODO|FIXME|HACK|XXX|DEBT)[(:]' main");
    EXPECT_THAT(marks.size(), testing::AllOf(testing::Ge(100u), testing::Le(150u)));
}

TEST(Sample, IsCheckedOutAndClean) { EXPECT_THAT(sample().git("status --porcelain"), testing::IsEmpty()); }

} // namespace
} // namespace paydown::sample
