// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/plan_actions.h"

#include "tests/core/actions/scratch_registry.h"

namespace paydown {
namespace {

const Person kMia{"Mia", "mia@corp.example"};

Period november() { return {*parseDate("2026-11-01"), *parseDate("2026-11-30")}; }
Period december() { return {*parseDate("2026-12-01"), *parseDate("2026-12-31")}; }

/// Two repositories, as in a workspace, with an item each.
class PlanActionsTest : public ::testing::Test {
protected:
    PlanActionsTest() : m_first(m_firstScratch.open()), m_second(m_secondScratch.open()) {
        m_targets = {{worklistOf("a"), &m_first}, {worklistOf("b"), &m_second}};
    }

    static WorklistPtr worklistOf(const std::string& letters) {
        auto worklist = std::make_shared<Worklist>();
        worklist->snapshot = snapshotOf(letters);
        for (const auto& item : worklist->snapshot->items) {
            ItemView view;
            view.item = &item;
            worklist->items.push_back(view);
        }
        return worklist;
    }

    ScratchRegistry m_firstScratch;
    ScratchRegistry m_secondScratch;
    RegistryHandle m_first;
    RegistryHandle m_second;
    std::vector<PlanTarget> m_targets;
};

PlanItem itemIn(std::uint32_t worklist, const char* id) { return {worklist, 0, ItemId{id}}; }

ClosingLine lineOf(PlanItem what, ClosingOutcome outcome) {
    ClosingLine line;
    line.what = std::move(what);
    line.outcome = outcome;
    return line;
}

TEST_F(PlanActionsTest, PutsAnAcceptedPlanInForceWhereEachItemIs) {
    Proposal proposal;
    Placement one;
    one.what = itemIn(0, "aaaaaaaaaa");
    one.owner = "@kai";
    one.ownerProposed = true;
    one.period = november();
    Placement other;
    other.what = itemIn(1, "bbbbbbbbbb");
    other.owner = "@mia";
    other.period = december();
    proposal.placements = {one, other};
    acceptPlan(m_targets, kMia, proposal);
    EXPECT_EQ(m_firstScratch.valueOf("aaaaaaaaaa", "period"), "2026-11-01");
    EXPECT_EQ(m_firstScratch.valueOf("aaaaaaaaaa", "owner"), "@kai");
    EXPECT_EQ(m_secondScratch.valueOf("bbbbbbbbbb", "period"), "2026-12-01");
    EXPECT_EQ(m_secondScratch.valueOf("bbbbbbbbbb", "owner"), "(absent)");
}

TEST_F(PlanActionsTest, ClosesAPeriodInEveryRepository) {
    ClosingDraft draft;
    draft.period = november();
    draft.into = december();
    draft.lines = {lineOf(itemIn(0, "aaaaaaaaaa"), ClosingOutcome::CarryOver),
                   lineOf(itemIn(1, "bbbbbbbbbb"), ClosingOutcome::GiveBack)};
    closePeriod(m_targets, kMia, draft);
    const auto first = m_firstScratch.decided();
    EXPECT_EQ(first.items.at(ItemId{"aaaaaaaaaa"}).slips, 1U);
    EXPECT_EQ(first.items.at(ItemId{"aaaaaaaaaa"}).find("period")->value, "2026-12-01");
    EXPECT_EQ(first.closedPeriods, std::vector<Date>{november().start});
    const auto second = m_secondScratch.decided();
    EXPECT_EQ(second.items.at(ItemId{"bbbbbbbbbb"}).slips, 0U);
    EXPECT_EQ(second.items.at(ItemId{"bbbbbbbbbb"}).find("period")->value, "");
    EXPECT_EQ(second.closedPeriods, std::vector<Date>{november().start});
}

TEST_F(PlanActionsTest, UndoesAClosingWhole) {
    ClosingDraft draft;
    draft.period = november();
    draft.into = december();
    draft.lines = {lineOf(itemIn(0, "aaaaaaaaaa"), ClosingOutcome::NeedsAnswer)};
    closePeriod(m_targets, kMia, draft);
    undo(m_first, kMia);
    const auto all = m_firstScratch.decided();
    EXPECT_TRUE(all.closedPeriods.empty());
    EXPECT_EQ(all.items.at(ItemId{"aaaaaaaaaa"}).slips, 0U);
}

} // namespace
} // namespace paydown
