// SPDX-License-Identifier: GPL-3.0-or-later
// What arrives from others is untrusted.
#include "tests/core/sharing/team.h"

namespace paydown {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Two clones; the second one reads what a stranger pushed as a note, beside a decision of the first.
class BadNotes : public ::testing::Test {
protected:
    SyncReport readAfterStranger(const std::string& note) {
        m_team[0].decide('a', m_team.commits()[0], "owner", "@kai");
        m_team[0].sync();
        testing::ScratchFolder folder;
        folder.write("note", note);
        m_team[0].git({"notes", "--ref=paydown", "add", "-F", folder.path() + "/note", toHex(m_team.commits()[2])});
        m_team[0].git({"push", "-q", "origin", kNotesReference});
        return m_team[1].sync();
    }

    Team m_team{2};
};

std::string recordWith(const std::string& members) {
    return R"({"id":"01ARZ3NDEKTSV4RRFFQ69G5FAV","batch":"01ARZ3NDEKTSV4RRFFQ69G5FAV",)" + members + "}";
}

constexpr const char* kActor = R"("actor":{"name":"X","email":"x@y.example"},"item":"aaaaaaaaaa",)";

TEST_F(BadNotes, ALineOfTenMegabytesIsRefusedAndTheRestGoesOn) {
    const SyncReport report = readAfterStranger(std::string(10'000'000, 'x') + "\n");
    EXPECT_EQ(m_team[1].valueOf('a', "owner"), "@kai");
    ASSERT_THAT(report.notices, SizeIs(1));
    EXPECT_THAT(report.notices[0], HasSubstr("longer than a decision"));
}

TEST_F(BadNotes, BadJsonIsKeptAsideAndTheRestGoesOn) {
    const SyncReport report = readAfterStranger("{\"id\":\n[1,2\n\x01\x02 control\n");
    EXPECT_EQ(m_team[1].valueOf('a', "owner"), "@kai");
    ASSERT_THAT(report.notices, SizeIs(1));
    EXPECT_THAT(report.notices[0], HasSubstr("3 line(s)"));
    EXPECT_THAT(m_team[1].noteOn(toHex(m_team.commits()[2])), HasSubstr("[1,2"));
}

TEST_F(BadNotes, UnknownMembersAreKeptAndPassedOn) {
    readAfterStranger(recordWith(std::string(R"("seq":9,"time":"2026-01-01T00:00:00Z",)") + kActor +
                                 R"("field":"owner","value":"@eve","mood":"good")") +
                      "\n");
    EXPECT_EQ(m_team[1].valueOf('a', "owner"), "@eve");
    EXPECT_THAT(m_team[1].noteOn(toHex(m_team.commits()[2])), HasSubstr("\"mood\":\"good\""));
}

TEST_F(BadNotes, AClockSetFarAheadWinsNothing) {
    readAfterStranger(recordWith(std::string(R"("seq":1,"time":"9999-01-01T00:00:00Z",)") + kActor +
                                 R"("field":"owner","value":"@eve")") +
                      "\n");
    m_team[0].decide('a', m_team.commits()[0], "owner", "@mia");
    m_team[0].sync();
    m_team[1].sync();
    EXPECT_EQ(m_team[1].valueOf('a', "owner"), "@mia") << "seq 2 comes after seq 1, whatever a clock says";
}

TEST_F(BadNotes, ControlCharactersInAValueAreRefused) {
    readAfterStranger(recordWith(std::string(R"("seq":9,"time":"2026-01-01T00:00:00Z",)") + kActor +
                                 R"("field":"owner","value":"\u001b[2J")") +
                      "\n");
    EXPECT_EQ(m_team[1].valueOf('a', "owner"), "@kai");
}

} // namespace
} // namespace paydown
