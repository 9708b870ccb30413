// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/word_finder.h"

namespace paydown::annotations {
namespace {

std::vector<std::string> wordsIn(std::string_view bytes) {
    const WordFinder finder({"TODO", "FIXME", "X", "TO-DO"});
    std::vector<std::string> found;
    for (auto hit = finder.next(bytes, 0); hit; hit = finder.next(bytes, hit->end)) {
        found.emplace_back(bytes.substr(hit->begin, hit->end - hit->begin));
    }
    return found;
}

TEST(WordFinder, FindsAWordAtEveryOffset) {
    for (std::size_t before = 0; before < 70; ++before) {
        for (std::size_t behind = 0; behind < 40; behind += 13) {
            const std::string bytes = std::string(before, ' ') + "FIXME" + std::string(behind, ' ');
            EXPECT_EQ(wordsIn(bytes), std::vector<std::string>{"FIXME"}) << before << " " << behind;
        }
    }
}

TEST(WordFinder, FindsEveryWordInItsOrder) {
    EXPECT_EQ(wordsIn("TODO FIXME todo @todo TECHDEBT DEBT \\Fixme X TO-DO xTODO TODOx"),
              (std::vector<std::string>{"TODO", "FIXME", "todo", "TECHDEBT", "DEBT", "Fixme", "X", "TO-DO"}));
}

TEST(WordFinder, SaysWhetherBytesMayHoldAnAnnotation) {
    const WordFinder finder({"TODO"});
    EXPECT_TRUE(finder.mayHoldAny("x TODO"));
    EXPECT_TRUE(finder.mayHoldAny("@todo"));
    EXPECT_TRUE(finder.mayHoldAny("[[debt::reckless]]"));
    EXPECT_TRUE(finder.mayHoldAny("@TechnicalDebt"));
    EXPECT_FALSE(finder.mayHoldAny("todo TODOS deb"));
    EXPECT_FALSE(finder.mayHoldAny(""));
}

} // namespace
} // namespace paydown::annotations
