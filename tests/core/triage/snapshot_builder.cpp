// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/triage/snapshot_builder.h"

#include "core/base/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown::test {

namespace {

Person personNamed(const std::string& name) { return {name, asciiLower(name) + "@corp.example"}; }

CommitRef refOf(std::string_view date, const std::string& name, std::uint8_t commit) {
    CommitRef ref;
    ref.commit = commitNumber(commit);
    ref.author = personNamed(name);
    ref.date = noon(date);
    ref.committed = ref.date;
    return ref;
}

} // namespace

Date day(std::string_view text) { return parseDate(text).value(); }

Timestamp noon(std::string_view text) { return {day(text).time_since_epoch().count() * 86'400LL + 43'200, 0}; }

CommitId commitNumber(std::uint8_t number) {
    CommitId id;
    id.bytes.fill(number);
    return id;
}

SnapshotBuilder::SnapshotBuilder() : m_snapshot(std::make_shared<Snapshot>()) {
    m_snapshot->repository = "/repo";
    m_snapshot->name = "repo";
    m_snapshot->head = commitNumber(200);
    m_snapshot->headName = "main";
    m_snapshot->historyComplete = true;
}

Item& SnapshotBuilder::add(std::string path, std::uint32_t line, std::string title) {
    Item item;
    item.id = ItemId{fmt::format("item{:06}", m_snapshot->items.size())};
    item.place = {std::move(path), line, 1};
    item.language = "cpp";
    item.annotation.tag = "TODO";
    item.annotation.title = std::move(title);
    introduce(item, "2020-01-01");
    m_snapshot->items.push_back(std::move(item));
    return m_snapshot->items.back();
}

std::uint32_t SnapshotBuilder::person(const std::string& name) {
    auto& people = m_snapshot->people;
    const auto found = std::find(people.begin(), people.end(), personNamed(name));
    if (found != people.end()) return static_cast<std::uint32_t>(found - people.begin());
    people.push_back(personNamed(name));
    return static_cast<std::uint32_t>(people.size() - 1);
}

void SnapshotBuilder::touch(Item& item, std::initializer_list<std::string_view> days, const std::string& name) {
    auto touches = item.touches == nullptr ? std::vector<Touch>() : *item.touches;
    for (const std::string_view date : days) touches.push_back({day(date), person(name)});
    std::stable_sort(touches.begin(), touches.end(), [](const Touch& a, const Touch& b) { return a.day > b.day; });
    item.touches = std::make_shared<const std::vector<Touch>>(std::move(touches));
}

void SnapshotBuilder::introduce(Item& item, std::string_view date, const std::string& name, std::uint8_t commit) {
    item.introduced = refOf(date, name, commit);
    item.changed = item.introduced;
}

void SnapshotBuilder::end(Item& item, std::string_view date, EndingKind kind) {
    item.ended = Ending{refOf(date, "Ada", 99), kind};
}

DecidedItem& SnapshotBuilder::decide(const Item& item, const std::string& field, const std::string& value,
                                     std::string_view date) {
    DecidedItem& decided = m_snapshot->decided[item.id];
    decided.set(field, {value, personNamed("Mia"), noon(date), "", "record"});
    return decided;
}

WorklistPtr SnapshotBuilder::assessed(const Config& config, const AssessSources& sources) const {
    return assess(m_snapshot, config, day(kToday), Me{"Mia", "mia@corp.example", {"@mia"}}, sources);
}

} // namespace paydown::test
