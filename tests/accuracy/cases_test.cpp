// SPDX-License-Identifier: GPL-3.0-or-later
// The stored cases: files in which every TODO stands in a comment and every XXX does not.
#include "tests/accuracy/two_readers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

namespace paydown::accuracy {
namespace {

constexpr std::string_view kGrammarErrors = "grammar_errors.txt";
constexpr std::string_view kWitnessErrors = "witness_errors.txt";

struct Case {
    std::string name;
    std::string text;
    const syntax::Language* language = nullptr;
};

std::vector<Case> storedCases() {
    std::vector<Case> cases;
    for (const auto& entry : std::filesystem::directory_iterator(PAYDOWN_CASES)) {
        Case stored{entry.path().filename(), bytesOf(entry.path()).value_or(""), nullptr};
        if (stored.name.starts_with('.')) continue; // settings of tools, no case
        if (stored.name == kGrammarErrors || stored.name == kWitnessErrors) continue;
        stored.language = syntax::languageOf(stored.name, stored.text);
        cases.push_back(std::move(stored));
    }
    std::ranges::sort(cases, {}, &Case::name);
    return cases;
}

/// "name:line reader alone" for each place where the readers differ.
std::vector<std::string> differencesOf(const Case& stored) {
    std::vector<std::string> lines;
    for (const Difference& difference :
         differencesOf(stored.text, readTwice(*stored.language, stored.text, Grammar::Ask)))
        lines.push_back(stored.name + ":" + std::to_string(lineOf(stored.text, difference.beginByte)) +
                        (difference.lexical ? " lexical alone" : " grammar alone"));
    return lines;
}

/// The lines of a list of known errors; the reason behind " -- " is for people.
std::vector<std::string> knownErrors(std::string_view list) {
    std::istringstream lines(bytesOf(PAYDOWN_CASES "/" + std::string(list)).value_or(""));
    std::vector<std::string> errors;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line.front() != '#') errors.push_back(line.substr(0, line.find(" -- ")));
    return errors;
}

bool isInside(const std::vector<syntax::Comment>& comments, std::size_t offset) {
    return std::ranges::any_of(comments, [&](const auto& c) { return c.beginByte <= offset && offset < c.endByte; });
}

/// Lines at which a mark stands where the case says that it does not.
std::vector<std::string> brokenClaims(const Case& stored) {
    const TwoReadings readings = readTwice(*stored.language, stored.text, Grammar::Skip);
    std::vector<std::string> broken;
    for (const std::string_view mark : {"TODO", "XXX"})
        for (std::size_t at = stored.text.find(mark); at != std::string::npos; at = stored.text.find(mark, at + 1))
            if (isInside(readings.lexical, at) != (mark == "TODO"))
                broken.push_back(std::string(mark) + " in line " +
                                 std::to_string(lineOf(stored.text, static_cast<std::uint32_t>(at))));
    return broken;
}

TEST(StoredCases, CoverEveryGrammar) {
    std::vector<const syntax::Grammar*> covered;
    for (const Case& stored : storedCases()) {
        ASSERT_NE(stored.language, nullptr) << stored.name;
        covered.push_back(stored.language->grammar);
    }
    for (const syntax::Language& language : syntax::languages())
        EXPECT_THAT(covered, testing::Contains(language.grammar)) << language.id;
}

TEST(StoredCases, AreReadAsTheyClaim) {
    for (const Case& stored : storedCases()) EXPECT_THAT(brokenClaims(stored), testing::IsEmpty()) << stored.name;
}

TEST(StoredCases, AreReadAlikeByGrammarsButForKnownErrorsOfThese) {
    std::vector<std::string> differences;
    for (const Case& stored : storedCases()) std::ranges::move(differencesOf(stored), std::back_inserter(differences));
    EXPECT_THAT(differences, testing::ElementsAreArray(knownErrors(kGrammarErrors)));
}

TEST(StoredCases, AreReadAlikeWhereverTheTextIsCutOff) {
    for (const Case& stored : storedCases()) {
        const auto whole = readTwice(*stored.language, stored.text, Grammar::Skip).lexical;
        // A line end that no construct spans: what stands before it does not depend on what comes.
        const std::size_t half = whole.size() / 2;
        if (half == 0) continue;
        const std::uint32_t cut = whole[half].endByte;
        const auto part = readTwice(*stored.language, stored.text.substr(0, cut), Grammar::Skip).lexical;
        EXPECT_EQ(part, std::vector(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(half) + 1))
            << stored.name;
    }
}

} // namespace
} // namespace paydown::accuracy
