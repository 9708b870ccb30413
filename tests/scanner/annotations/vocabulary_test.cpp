// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/annotations/vocabulary.h"

namespace paydown::annotations {
namespace {

TEST(Vocabulary, KnowsItsWordsWhereTheyAreWhole) {
    const struct {
        const char* before;
        const char* word;
        const char* behind;
        const char* tag;
    } cases[] = {
        {"", "TODO", "", "TODO"},     {"(", "FIXME", ":", "FIXME"},
        {"@", "todo", " ", "TODO"},   {"\\", "Fixme", "", "FIXME"},
        {"", "TO-DO", " ", "TO-DO"},  {"", "TECHDEBT", ":", "TECHDEBT"},
        {"", "DEBT", "(", "DEBT"},    {"@", "DEBT", "", "DEBT"},
        {"", "todo", "", ""},         {"x", "TODO", "", ""},
        {"", "TODO", "s", ""},        {"_", "TODO", "", ""},
        {"", "TODO", "_", ""},        {"", "TODO", "1", ""},
        {"\xC3\x89", "TODO", "", ""}, {"", "TODO", "\xC3\x89", ""},
        {"\xC9", "TODO", "", ""},     {"\xE6\x84\x8F", "TODO", "", "TODO"},
        {"", "TOD", "", ""},          {"", "", "", ""},
    };
    const Vocabulary vocabulary({"todo", "FIXME", "TO-DO", "TODO", ""});
    for (const auto& c : cases) {
        const std::string bytes = std::string(c.before) + c.word + c.behind;
        const auto offset = static_cast<std::uint32_t>(std::string(c.before).size());
        const auto hit = vocabulary.wordAt(bytes, offset);
        EXPECT_EQ(hit ? vocabulary.tag(hit->word) : "", c.tag) << bytes;
        EXPECT_EQ(hit ? hit->end - hit->begin : 0, std::string(c.tag).size()) << bytes;
    }
}

} // namespace
} // namespace paydown::annotations
