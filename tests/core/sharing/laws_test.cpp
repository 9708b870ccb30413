// SPDX-License-Identifier: GPL-3.0-or-later
// Any number of people, any order of decisions, syncs, prunes and rewrites: all end equal and nothing is lost.
#include "tests/core/sharing/team.h"

#include <cstdlib>
#include <filesystem>
#include <random>

namespace paydown {
namespace {

/// Teams per run; PAYDOWN_TEAMS asks for more.
unsigned teamCount() {
    const char* asked = std::getenv("PAYDOWN_TEAMS");
    return asked != nullptr ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : 12;
}

/// Lives through some random weeks of a team.
class RandomTeam {
public:
    explicit RandomTeam(unsigned seed) : m_random(seed), m_team(2 + pick(3)) {}

    void live(unsigned steps) {
        for (unsigned i = 0; i < steps; ++i) step(m_team[pick(static_cast<unsigned>(m_team.size()))]);
        // Twice around, as everybody hears of the last one's decisions only then.
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = 0; i < m_team.size(); ++i) m_team[i].sync();
        }
    }

    Team& team() { return m_team; }
    const std::set<std::string>& decided() const { return m_decided; }

private:
    unsigned pick(unsigned below) { return static_cast<unsigned>(m_random() % below); }

    void step(Clone& clone) {
        switch (pick(12)) {
        case 0: clone.publish(); break;
        case 1:
        case 2:
        case 3: clone.sync(); break;
        case 4: loseSomething(clone); break;
        case 5: rewriteHistory(clone); break;
        case 6: keep(undo(clone.registry(), clone.place().me).written.records); break;
        default: decideSomething(clone); break;
        }
    }

    void keep(const std::vector<DecisionRecord>& records) {
        for (const auto& record : records) m_decided.insert(record.id);
    }

    void decideSomething(Clone& clone) {
        static const std::vector<std::pair<std::string, std::string>> kDecisions{{"owner", "@kai"},
                                                                                 {"owner", "@mia"},
                                                                                 {"verdict", "reckless"},
                                                                                 {"due", "2027-01-01"},
                                                                                 {"note", "look here"}};
        const auto& [field, value] = kDecisions[pick(static_cast<unsigned>(kDecisions.size()))];
        const auto& commit = m_team.commits()[pick(3)];
        for (const auto& id : clone.decide(static_cast<char>('a' + pick(4)), commit, field, value))
            m_decided.insert(id);
    }

    /// What git's own commands and a careless hand can do to notes and caches.
    void loseSomething(Clone& clone) {
        switch (pick(5)) {
        case 0: testing::tryGit(clone.path(), {"notes", "--ref=paydown", "prune"}); break;
        case 1:
            testing::tryGit(clone.path(), {"notes", "--ref=paydown", "remove", toHex(m_team.commits()[pick(3)])});
            break;
        case 2: testing::tryGit(clone.path(), {"update-ref", "-d", kNotesReference}); break;
        case 3: testing::tryGit(m_team.remote(), {"update-ref", "-d", kNotesReference}); break;
        default: std::filesystem::remove(clone.registry().location().syncState); break;
        }
    }

    /// Copies the notes to another commit, as amend and rebase do.
    void rewriteHistory(Clone& clone) {
        const std::string from = toHex(m_team.commits()[pick(3)]);
        const std::string to = toHex(m_team.commits()[pick(3)]);
        testing::tryGit(clone.path(), {"notes", "--ref=paydown", "copy", "-f", from, to});
    }

    std::mt19937 m_random;
    Team m_team;
    std::set<std::string> m_decided;
};

TEST(SharingLaws, EverybodyEndsEqualAndNothingIsLost) {
    for (unsigned seed = 0; seed < teamCount(); ++seed) {
        RandomTeam random(seed);
        random.live(24);
        for (std::size_t i = 0; i < random.team().size(); ++i) {
            ASSERT_EQ(random.team()[i].recordIds(), random.decided()) << "team " << seed << ", clone " << i;
            ASSERT_EQ(random.team()[i].everything(), random.team()[0].everything()) << "team " << seed;
        }
    }
}

TEST(SharingLaws, SyncingWhatIsEqualMovesNothing) {
    for (unsigned seed = 100; seed < 100 + teamCount() / 4; ++seed) {
        RandomTeam random(seed);
        random.live(16);
        const std::string tip = testing::runGit(random.team().remote(), {"for-each-ref", "refs/notes"});
        for (std::size_t i = 0; i < random.team().size(); ++i) random.team()[i].sync();
        ASSERT_EQ(testing::runGit(random.team().remote(), {"for-each-ref", "refs/notes"}), tip) << "team " << seed;
    }
}

} // namespace
} // namespace paydown
