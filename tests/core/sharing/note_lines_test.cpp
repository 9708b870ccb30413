// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/note_lines.h"

namespace paydown {
namespace {

TEST(NoteLines, AreSortedAndStandOnce) { EXPECT_EQ(readNote("b\na\n\nb\n").lines, (NoteLines{"a", "b"})); }

TEST(NoteLines, ComeBackAsTheyWereWritten) {
    const NoteLines lines{"a", "b"};
    EXPECT_EQ(readNote(noteText(lines)).lines, lines);
}

TEST(NoteLines, AreReadWithoutAFinalLineFeedAndWithCarriageReturns) {
    EXPECT_EQ(readNote("b\r\na").lines, (NoteLines{"a", "b"}));
}

TEST(NoteLines, RefuseWhatIsLongerThanADecisionAndKeepTheRest) {
    const NoteReading reading = readNote("a\n" + std::string(10'000'000, 'x') + "\nb\n");
    EXPECT_EQ(reading.lines, (NoteLines{"a", "b"}));
    EXPECT_EQ(reading.refused, 1U);
}

TEST(NoteLines, UniteInAnyOrder) {
    const NoteLines a{"1", "3"};
    const NoteLines b{"2", "3"};
    EXPECT_EQ(unite(a, b), (NoteLines{"1", "2", "3"}));
    EXPECT_EQ(unite(b, a), unite(a, b));
    EXPECT_EQ(unite(a, a), a);
}

TEST(NoteLines, TellTheIdOfARecord) {
    EXPECT_EQ(recordIdOf(R"({"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","batch":"…"})"), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
    EXPECT_EQ(recordIdOf(R"({"batch":"x","id":"01ARZ3NDEKTSV4RRFFQ69G5FAV"})"), "");
    EXPECT_EQ(recordIdOf("{\"id\":\""), "");
}

} // namespace
} // namespace paydown
