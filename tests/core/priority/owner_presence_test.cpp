// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority/owner_presence.h"

#include "tests/core/triage/snapshot_builder.h"

#include <gtest/gtest.h>

namespace paydown {
namespace {

using test::day;

/// Mia was last seen in 2024, Kai in November 2026.
Snapshot somePeople() {
    Snapshot snapshot;
    snapshot.people = {{"Mia Meier", "mia@corp.example"},
                       {"Kai", "kai.k@corp.example"},
                       {"Zoe Z", "12345+zoe-z@users.noreply.github.com"},
                       {"Ann One", "ann@one.example"},
                       {"Ann Two", "ann@two.example"}};
    snapshot.lastCommitOf = {day("2024-03-01"), day("2026-11-01"), day("2023-01-01"), day("2020-01-01"),
                             day("2026-10-01")};
    return snapshot;
}

TEST(OwnerPresence, KnowsOwnersByAddressByAliasAndByWhatHandlesLookLike) {
    Config config;
    config.ownerAliases["@boss"] = {"mia@corp.example"};
    const OwnerPresence presence(somePeople(), config);
    const std::vector<std::pair<std::string, std::optional<Date>>> cases = {
        {"mia@corp.example", day("2024-03-01")},
        {"MIA@corp.example", day("2024-03-01")},
        {"@boss", day("2024-03-01")},
        {"@mia", day("2024-03-01")},
        {"@kai", day("2026-11-01")},
        {"@zoe-z", day("2023-01-01")},
        {"@org/team", std::nullopt},
        {"@stranger", std::nullopt},
        {"", std::nullopt},
    };
    for (const auto& [owner, expected] : cases) EXPECT_EQ(presence.lastSeen(owner), expected) << owner;
}

TEST(OwnerPresence, CallsNobodyGoneWhoMayBeHere) {
    const OwnerPresence presence(somePeople(), {});
    EXPECT_EQ(presence.goneSince("@ann", day("2026-11-23")), std::nullopt) << "one of two was here last month";
    EXPECT_EQ(presence.goneSince("ann@one.example", day("2026-11-23")), day("2020-01-01"));
}

TEST(OwnerPresence, CallsSomebodyGoneAfterAYear) {
    const OwnerPresence presence(somePeople(), {});
    EXPECT_EQ(presence.goneSince("@mia", day("2025-03-01")), std::nullopt);
    EXPECT_EQ(presence.goneSince("@mia", day("2025-03-02")), day("2024-03-01"));
}

TEST(OwnerPresence, SaysNothingWhereNoDaysAreKnown) {
    Snapshot snapshot = somePeople();
    snapshot.lastCommitOf.clear();
    EXPECT_EQ(OwnerPresence(snapshot, {}).lastSeen("@mia"), std::nullopt);
}

} // namespace
} // namespace paydown
