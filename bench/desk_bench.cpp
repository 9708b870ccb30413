// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desk over 100,000 items, without a screen: a state from a worklist, and its first rows in list and table (bound
// together 1 s); filter and sort until the rows are in the model (bound 100 ms each); a model reset alone, which is all
// of it that the GUI thread pays.

#include "gui/models/item_model.h"
#include "gui/models/row_query.h"
#include "gui/triage/item_list.h"
#include "gui/triage/item_table.h"
#include "tests/gui/support/fake_backend.h"

#include <QApplication>
#include <benchmark/benchmark.h>

namespace paydown::gui {
namespace {

constexpr std::uint32_t kItems = 100'000;

QApplication& application() {
    static int argc = 1;
    static char name[] = "desk_bench";
    static char* argv[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QApplication instance(argc, argv);
    return instance;
}

const DeskStatePtr& state() {
    static const DeskStatePtr shared = FakeBackend(kItems).makeState();
    return shared;
}

RowSetPtr openRows() {
    RowQuery query;
    query.queue = Queue::Open;
    return selectRows(state(), query);
}

void BM_MakeState(benchmark::State& run) {
    const WorklistPtr worklist = state()->worklist;
    for (auto _ : run) benchmark::DoNotOptimize(makeDeskState(worklist, state()->config));
}
BENCHMARK(BM_MakeState)->Unit(benchmark::kMillisecond);

void BM_ShowInListAndTable(benchmark::State& run) {
    application();
    ItemModel model;
    ItemList list(&model);
    ItemTable table(&model);
    list.resize(400, 900);
    table.resize(1200, 900);
    list.show();
    table.show();
    for (auto _ : run) {
        model.setRows(openRows());
        list.setCurrentIndex(model.index(model.rowCount() / 2, 0));
        table.setCurrentIndex(model.index(model.rowCount() / 2, 0));
        benchmark::DoNotOptimize(list.grab());
        benchmark::DoNotOptimize(table.grab());
    }
    run.counters["rows"] = model.rowCount();
}
BENCHMARK(BM_ShowInListAndTable)->Unit(benchmark::kMillisecond);

void BM_ModelReset(benchmark::State& run) {
    application();
    ItemModel model;
    ItemList list(&model);
    list.resize(400, 900);
    list.show();
    const RowSetPtr rows = openRows();
    for (auto _ : run) {
        model.setRows(rows);
        list.scrollToBottom();
    }
}
BENCHMARK(BM_ModelReset)->Unit(benchmark::kMillisecond);

void BM_Filter(benchmark::State& run, const char* filter) {
    application();
    ItemModel model;
    RowQuery query;
    query.queue = Queue::Open;
    query.filter = QString::fromLatin1(filter);
    for (auto _ : run) model.setRows(selectRows(state(), query));
    run.counters["rows"] = model.rowCount();
}
BENCHMARK_CAPTURE(BM_Filter, word, "bank")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_Filter, clauses, "class:reckless path:pay/** age:1y..")->Unit(benchmark::kMillisecond);

void BM_Sort(benchmark::State& run, Column column) {
    application();
    ItemModel model;
    RowQuery query;
    query.queue = Queue::Open;
    query.sort = column;
    for (auto _ : run) model.setRows(selectRows(state(), query));
}
BENCHMARK_CAPTURE(BM_Sort, title, Column::Title)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_Sort, where, Column::Where)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(BM_Sort, age, Column::Age)->Unit(benchmark::kMillisecond);

void BM_KeepRowsAfterADecision(benchmark::State& run) {
    const RowSetPtr rows = openRows();
    RowQuery query;
    query.queue = Queue::Open;
    query.keepFrom = state();
    query.keep = rows->rows;
    for (auto _ : run) benchmark::DoNotOptimize(selectRows(state(), query));
}
BENCHMARK(BM_KeepRowsAfterADecision)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace paydown::gui
