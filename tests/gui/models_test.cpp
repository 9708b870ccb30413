// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/item_model.h"
#include "gui/models/item_text.h"
#include "gui/models/queue_model.h"
#include "gui/models/row_order.h"
#include "gui/models/row_query.h"
#include "tests/gui/support/fake_backend.h"
#include "tests/gui/support/sample_snapshot.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace paydown::gui {

namespace {

RowSetPtr rowsOf(const DeskStatePtr& state, Queue queue) {
    RowQuery query;
    query.queue = queue;
    return selectRows(state, query);
}

} // namespace

TEST(ItemModel, PassesTheModelTester) {
    const FakeBackend backend(60U);
    ItemModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows(rowsOf(backend.makeState(), Queue::Open));
    ASSERT_GT(model.rowCount(), 3);
    model.setMarked(1, true);
    model.setDecided({model.keyAt(2)}, Verdict::Prudent);
    model.setRows(rowsOf(backend.makeState(), Queue::Review));
    model.setRows(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(QueueModel, PassesTheModelTesterAndCounts) {
    const FakeBackend backend(60U);
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const DeskStatePtr state = backend.makeState();
    model.setState(state);
    const int row = model.rowOf(Queue::Open);
    EXPECT_EQ(model.index(row).data(QueueModel::CountRole).toUInt(), state->queue(Queue::Open)->rows.size());
}

TEST(ItemModel, KeepsMarksByKeyWhenRowsMove) {
    const FakeBackend backend(60U);
    const DeskStatePtr state = backend.makeState();
    ItemModel model;
    model.setRows(rowsOf(state, Queue::Open));
    const ItemKey key = model.keyAt(4);
    model.setMarked(4, true);
    RowQuery query;
    query.queue = Queue::Open;
    query.sort = Column::Where;
    query.descending = true;
    model.setRows(selectRows(state, query));
    EXPECT_EQ(model.marked(), std::vector<ItemKey>{key});
}

TEST(RowQuery, KeepsRowsOnScreenAndAddsNewOnesBelow) {
    FakeBackend backend(120U);
    const DeskStatePtr before = backend.makeState();
    const RowSetPtr shown = rowsOf(before, Queue::Review);
    backend.put(keyOf(before->item(shown->rows[0])), field::kVerdict, "not-debt");
    RowQuery query;
    query.queue = Queue::Review;
    query.keepFrom = before;
    query.keep = shown->rows;
    const DeskStatePtr after = backend.makeState();
    const RowSetPtr rows = selectRows(after, query);
    ASSERT_EQ(rows->rows.size(), shown->rows.size() + 1);
    EXPECT_EQ(after->item(rows->rows[0]).verdict, Verdict::NotDebt);
    EXPECT_TRUE(std::equal(shown->rows.begin(), shown->rows.end(), rows->rows.begin()));
}

TEST(RowOrder, SortsTextsWithoutCaseAndStably) {
    const FakeBackend backend(80U);
    const DeskStatePtr state = backend.makeState();
    std::vector<std::uint32_t> rows = state->queue(Queue::Open)->rows;
    sortRows(rows, *state->worklist, Column::Title, false);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const QString a = titleOf(state->item(rows[i - 1])).toLower();
        const QString b = titleOf(state->item(rows[i])).toLower();
        EXPECT_LE(a, b);
    }
}

TEST(ItemText, ShowsHostileTextAsOneHarmlessLine) {
    EXPECT_EQ(lineOf("a\nb\tc"), QStringLiteral("a b c"));
    EXPECT_EQ(lineOf(std::string_view("\x1b[31mred", 8)), QString(QChar(0x241b)) + QStringLiteral("[31mred"));
    EXPECT_EQ(lineOf("x\xe2\x80\xaey"), QStringLiteral("x\ufffdy"));
    EXPECT_EQ(lineOf("caf\xe9"), QStringLiteral("caf\ufffd"));
}

TEST(ItemText, SaysEffortInItsLargestWholeUnit) {
    using std::chrono::minutes;
    EXPECT_EQ(effortText(minutes(30)), QStringLiteral("30m"));
    EXPECT_EQ(effortText(minutes(240)), QStringLiteral("4h"));
    EXPECT_EQ(effortText(minutes(960)), QStringLiteral("2d"));
    EXPECT_EQ(effortText(minutes(2400)), QStringLiteral("1w"));
}

} // namespace paydown::gui
