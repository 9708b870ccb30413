// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules over 100,000 items: assess (bound 150 ms), filter (20 ms), sort (100 ms), a plan of three periods for 50
// people (300 ms), and the fold of 300,000 decisions (200 ms).

#include "core/decisions/fold.h"
#include "core/filter/completion.h"
#include "core/schedule/plan.h"
#include "core/triage/assess.h"
#include "core/triage/queues.h"
#include "core/triage/select.h"
#include "core/triage/today.h"

#include <array>
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <random>

namespace paydown {
namespace {

constexpr std::size_t kItems = 100'000;
constexpr std::uint32_t kPeople = 2'000;
constexpr std::size_t kItemsPerFile = 12;
constexpr std::array kWords{"retries", "forever", "when",  "the",     "bank", "is",   "down",
                            "handle",  "errors",  "this",  "leaks",   "a",    "lock", "on",
                            "failure", "remove",  "after", "release", "slow", "path"};

Date today() { return parseDate("2026-11-23").value(); }

Timestamp daysAgo(std::int64_t days) { return {(today().time_since_epoch().count() - days) * 86'400, 0}; }

std::shared_ptr<const std::vector<Touch>> touchesOf(std::mt19937& random) {
    std::vector<Touch> touches;
    Date day = today() - std::chrono::days(random() % 1'500);
    for (auto n = random() % 200; n > 0; --n, day -= std::chrono::days(random() % 40)) {
        touches.push_back({day, static_cast<std::uint32_t>(random() % kPeople)});
    }
    return std::make_shared<const std::vector<Touch>>(std::move(touches));
}

// As in real repositories: a third of the texts repeat, half of the files are quiet, items have touches of their own.
SnapshotPtr makeSnapshot() {
    std::mt19937 random(42);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->head = CommitId{};
    snapshot->historyComplete = true;
    for (std::uint32_t i = 0; i < kPeople; ++i) {
        snapshot->people.push_back({fmt::format("Person {}", i), fmt::format("p{}@corp.example", i)});
        snapshot->lastCommitOf.push_back(today() - std::chrono::days(random() % 2'000));
    }
    for (std::size_t i = 0; i < kItems; ++i) {
        Item item;
        item.id = ItemId{fmt::format("i{:09}", (i * 7'919) % 1'000'003)};
        item.place = {fmt::format("src/module{}/part{}/file{}.cpp", i % 40, i % 7, i / kItemsPerFile), 1, 1};
        item.language = "cpp";
        item.annotation.tag = i % 5 == 0 ? "FIXME" : "TODO";
        for (int word = 0; word < 8; ++word) {
            item.annotation.title += kWords[random() % kWords.size()];
            item.annotation.title += " ";
        }
        if (i % 3 == 0) item.annotation.title = fmt::format("handle errors of kind {}", i % 500);
        item.annotation.stated.debtClass = static_cast<DebtClass>(i % 17 == 0 ? 1 : i % 13 == 0 ? 2 : 0);
        if (i % 4 == 0) item.annotation.stated.owner = fmt::format("@p{}", i % 50);
        if (i % 20 == 0) item.annotation.stated.due = today() + std::chrono::days(random() % 200);
        CommitRef ref;
        ref.commit.bytes[0] = static_cast<std::uint8_t>(i);
        ref.author = snapshot->people[random() % kPeople];
        ref.date = daysAgo(random() % 3'000);
        item.introduced = item.changed = ref;
        item.touches = touchesOf(random);
        snapshot->items.push_back(std::move(item));
    }
    for (std::size_t i = 0; i < kItems; i += 3) {
        DecidedItem& decided = snapshot->decided[snapshot->items[i].id];
        decided.set(field::kVerdict, {i % 2 == 0 ? "prudent" : "reckless", {}, daysAgo(20), "", ""});
        decided.set(field::kOwner, {fmt::format("@p{}", i % 50), {}, daysAgo(20), "", ""});
        decided.set(field::kEffort, {"240", {}, daysAgo(20), "", ""});
    }
    return snapshot;
}

const SnapshotPtr& snapshot() {
    static const SnapshotPtr kSnapshot = makeSnapshot();
    return kSnapshot;
}

const WorklistPtr& worklist() {
    static const WorklistPtr kWorklist = assess(snapshot(), Config{}, today(), Me{"Mia", "mia@corp.example", {"@p1"}});
    return kWorklist;
}

void assessAll(benchmark::State& state) {
    Config config;
    config.ownerAliases["@p1"] = {"p1@corp.example"};
    (void)snapshot(); // Not what is measured.
    for (auto _ : state) {
        benchmark::DoNotOptimize(assess(snapshot(), config, today(), Me{"Mia", "mia@corp.example", {}}));
    }
}
BENCHMARK(assessAll)->Unit(benchmark::kMillisecond);

void filterAll(benchmark::State& state, const char* text) {
    const Filter filter = parseFilter(text).value();
    const FilterContext context = filterContext(*worklist());
    for (auto _ : state) benchmark::DoNotOptimize(select(*worklist(), filter, context));
}
BENCHMARK_CAPTURE(filterAll, nothing, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterAll, words, "retries forever")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterAll, glob, "path:src/**/file1*.cpp")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterAll, folder, "path:module7")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterAll, fields, "class:reckless -owner:none age:1y.. due:..4w")->Unit(benchmark::kMillisecond);

void sortAll(benchmark::State& state, SortBy order) {
    std::vector<std::uint32_t> all = select(*worklist(), Filter(), filterContext(*worklist()));
    for (auto _ : state) {
        std::vector<std::uint32_t> items = all;
        sortItems(items, *worklist(), order);
        benchmark::DoNotOptimize(items);
    }
}
BENCHMARK_CAPTURE(sortAll, rank, SortBy::Rank)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortAll, place, SortBy::Place)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortAll, owner, SortBy::Owner)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortAll, title, SortBy::Title)->Unit(benchmark::kMillisecond);

void countQueues(benchmark::State& state) {
    for (auto _ : state) {
        for (const QueueInfo& info : queues()) benchmark::DoNotOptimize(count(info.queue, *worklist()));
    }
}
BENCHMARK(countQueues)->Unit(benchmark::kMillisecond);

void completeOwner(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(complete("class:reckless owner:@p", 23, *worklist()));
}
BENCHMARK(completeOwner)->Unit(benchmark::kMillisecond);

/// Three decisions about each item, as they come out of the registry: by item and seq.
std::vector<DecisionRecord> makeRecords() {
    constexpr std::array kFields{field::kVerdict, field::kOwner, field::kEffort};
    constexpr std::array kValues{"prudent", "@kai", "240"};
    std::vector<DecisionRecord> records;
    for (std::size_t i = 0; i < kItems; ++i) {
        for (std::size_t n = 0; n < kFields.size(); ++n) {
            DecisionRecord record;
            record.id = fmt::format("{:026}", i * kFields.size() + n);
            record.batch = fmt::format("{:026}", n);
            record.seq = n + 1;
            record.time = daysAgo(20);
            record.actor = {"Mia", "mia@corp.example"};
            record.item = ItemId{fmt::format("i{:09}", i)};
            record.field = kFields[n];
            record.value = kValues[n];
            records.push_back(std::move(record));
        }
    }
    return records;
}

void foldAll(benchmark::State& state) {
    const std::vector<DecisionRecord> records = makeRecords();
    for (auto _ : state) {
        FoldedDecisions folded = foldDecisions(records);
        benchmark::DoNotOptimize(folded);
        state.PauseTiming(); // Who has folded a log keeps what came of it.
        folded = {};
        state.ResumeTiming();
    }
}
BENCHMARK(foldAll)->Unit(benchmark::kMillisecond);

void planThreePeriodsForFifty(benchmark::State& state) {
    const std::vector<WorklistPtr> worklists{worklist()};
    PlanRequest request;
    request.worklists = worklists;
    request.periods = 3;
    request.today = today();
    for (int i = 0; i < 50; ++i) request.people.push_back({fmt::format("@p{}", i), {}});
    for (auto _ : state) benchmark::DoNotOptimize(propose(request, Config{}));
}
BENCHMARK(planThreePeriodsForFifty)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace paydown
