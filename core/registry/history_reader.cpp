// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_reader.h"

#include "core/registry/file_changes.h"
#include "core/registry/former_names.h"
#include "core/registry/history_packing.h"
#include "core/registry/history_reader_impl.h"
#include "core/registry/interest_rows.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace paydown {

namespace {

/// Open ones by path and line, then ended ones, newest ending first.
bool isShownBefore(const Item& a, const Item& b) {
    if (a.ended.has_value() != b.ended.has_value()) return b.ended.has_value();
    if (a.ended) {
        return std::tie(b.ended->at.date.seconds, a.id) < std::tie(a.ended->at.date.seconds, b.id);
    }
    return std::tie(a.place.path, a.place.line, a.place.column, a.id) <
           std::tie(b.place.path, b.place.line, b.place.column, b.id);
}

/// Sorts numbers first and then moves each item once to its place: an item takes a kilobyte.
void sortForShowing(std::vector<Item>& items) {
    std::vector<std::uint32_t> order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return isShownBefore(items[a], items[b]); });
    for (std::uint32_t start = 0; start < order.size(); ++start) {
        if (order[start] == start) continue;
        Item kept = std::move(items[start]);
        std::uint32_t hole = start;
        while (order[hole] != start) {
            items[hole] = std::move(items[order[hole]]);
            hole = std::exchange(order[hole], hole);
        }
        items[hole] = std::move(kept);
        order[hole] = hole;
    }
}

} // namespace

HistoryReader::HistoryReader(Database& database) : m_impl(std::make_unique<Impl>(database)) {}
HistoryReader::~HistoryReader() = default;

std::optional<CommitNo> HistoryReader::Impl::findCommit(const CommitId& id) {
    auto& query = sql("SELECT number FROM history_commit WHERE id=?");
    bindId(query, 1, id);
    if (!query.executeStep()) return std::nullopt;
    return numberOf(query.getColumn(0));
}

HistoryReader::Impl::People HistoryReader::Impl::readPeople() {
    People read;
    std::vector<std::tuple<std::uint32_t, std::uint32_t, Date>> rows;
    auto& query = sql("SELECT person, name, email, same_as, last_day FROM history_person ORDER BY person");
    while (query.executeStep()) {
        const std::uint32_t number = numberOf(query.getColumn(0));
        const std::uint32_t same = numberOf(query.getColumn(3));
        rows.emplace_back(number, same, Date(std::chrono::days(query.getColumn(4).getInt64())));
        if (same != number) continue;
        read.indexOf[number] = static_cast<std::uint32_t>(read.people.size());
        read.people.push_back({std::string(bytesOf(query.getColumn(1))), std::string(bytesOf(query.getColumn(2)))});
    }
    read.lastCommitOf.resize(read.people.size());
    for (const auto& [number, same, last] : rows) {
        const auto index = read.indexOf.find(same);
        if (index == read.indexOf.end()) continue;
        const std::uint32_t at = index->second;
        read.indexOf[number] = at;
        read.lastCommitOf[at] = std::max(read.lastCommitOf[at], last);
    }
    return read;
}

Person HistoryReader::Impl::person(std::uint32_t number) {
    const auto [found, isNew] = persons.try_emplace(number);
    if (isNew) {
        auto& query = sql("SELECT p.name, p.email FROM history_person a JOIN history_person p ON p.person=a.same_as "
                          "WHERE a.person=?");
        bindNumber(query, 1, number);
        if (query.executeStep()) {
            found->second = {std::string(bytesOf(query.getColumn(0))), std::string(bytesOf(query.getColumn(1)))};
        }
    }
    return found->second;
}

Commit HistoryReader::Impl::readCommit(CommitNo number, bool withParents) {
    Commit commit;
    std::vector<CommitNo> parents;
    auto& query = sql("SELECT id, parents, generation, author, authored, authored_zone, committed, committed_zone, "
                      "boundary, summary, co_authors FROM history_commit WHERE number=?");
    bindNumber(query, 1, number);
    if (!query.executeStep()) return commit;
    commit.id = idOf<CommitId>(query.getColumn(0));
    if (withParents) parents = unpackNumbers(bytesOf(query.getColumn(1)));
    commit.generation = numberOf(query.getColumn(2));
    const std::uint32_t author = numberOf(query.getColumn(3));
    commit.authored = {query.getColumn(4).getInt64(), static_cast<std::int16_t>(query.getColumn(5).getInt())};
    commit.committed = {query.getColumn(6).getInt64(), static_cast<std::int16_t>(query.getColumn(7).getInt())};
    commit.boundary = query.getColumn(8).getInt() != 0;
    commit.summary = bytesOf(query.getColumn(9));
    std::vector<std::uint32_t> coAuthors;
    if (!query.getColumn(10).isNull()) coAuthors = unpackNumbers(bytesOf(query.getColumn(10)));
    commit.author = person(author);
    for (const std::uint32_t other : coAuthors) commit.coAuthors.push_back(person(other));
    for (const CommitNo parent : parents) commit.parents.push_back(readCommit(parent, false).id);
    return commit;
}

const CommitRef& HistoryReader::Impl::reference(CommitNo number) {
    const auto [found, isNew] = references.try_emplace(number);
    if (isNew) found->second = quoted(readCommit(number, false));
    return found->second;
}

const std::string& HistoryReader::Impl::path(PathNo number) {
    const auto [found, isNew] = paths.try_emplace(number);
    if (isNew) {
        auto& query = sql("SELECT path FROM history_path WHERE number=?");
        bindNumber(query, 1, number);
        if (query.executeStep()) found->second = bytesOf(query.getColumn(0));
    }
    return found->second;
}

const Annotation& HistoryReader::Impl::annotation(TextNo number) {
    const auto [found, isNew] = annotations.try_emplace(number);
    if (isNew) {
        auto& query =
            sql("SELECT number, hash, title_hash, form, tag, title, body, statement FROM history_text WHERE number=?");
        bindNumber(query, 1, number);
        if (query.executeStep()) found->second = readText(query).annotation;
    }
    return found->second;
}

const ItemId& HistoryReader::Impl::itemId(ItemNo number) {
    const auto [found, isNew] = itemIds.try_emplace(number);
    if (isNew) {
        auto& query = sql("SELECT id FROM history_item WHERE number=?");
        bindNumber(query, 1, number);
        if (query.executeStep()) found->second.value = query.getColumn(0).getString();
    }
    return found->second;
}

/// item, path, line, column, text, symbol, language, also, aliases, parent, introduced, changed, ended, ending
Item HistoryReader::Impl::readItem(SQLite::Statement& row) {
    Item item;
    item.id = itemId(numberOf(row.getColumn(0)));
    item.place = {path(numberOf(row.getColumn(1))), numberOf(row.getColumn(2)), numberOf(row.getColumn(3))};
    item.annotation = annotation(numberOf(row.getColumn(4)));
    item.annotation.range.line = item.place.line;
    item.annotation.range.column = item.place.column;
    item.annotation.symbol = bytesOf(row.getColumn(5));
    item.language = row.getColumn(6).getString();
    for (const TipItem::Also& place : unpackAlso(bytesOf(row.getColumn(7)))) {
        item.also.push_back({path(place.path), place.line, place.column});
    }
    const auto addFormer = [&](ItemNo number) {
        const auto found = former.find(number);
        if (found != former.end()) item.aliases.insert(item.aliases.end(), found->second.begin(), found->second.end());
    };
    addFormer(numberOf(row.getColumn(0)));
    for (const ItemNo alias : unpackNumbers(bytesOf(row.getColumn(8)))) {
        item.aliases.push_back(itemId(alias));
        addFormer(alias);
    }
    if (!row.getColumn(9).isNull()) item.parent = itemId(numberOf(row.getColumn(9)));
    item.introduced = reference(numberOf(row.getColumn(10)));
    item.changed = reference(numberOf(row.getColumn(11)));
    if (!row.getColumn(12).isNull()) {
        item.ended =
            Ending{reference(numberOf(row.getColumn(12))), static_cast<EndingKind>(row.getColumn(13).getInt())};
    }
    return item;
}

void HistoryReader::Impl::readTouches(CommitNo tip, TipHistory& history, const People& people) {
    struct Work {
        std::shared_ptr<std::vector<Touch>> touches;
        std::shared_ptr<const std::vector<Date>> fileChanges;
        std::uint32_t lines = 0;
    };
    const FileChanges changes = readFileChanges(sql, tip);
    std::unordered_map<ItemId, Work, ItemIdHash> ofItem;
    for (const TipInterest& interest : readInterest(sql, tip)) {
        Work& work = ofItem[itemId(interest.item)];
        work.touches = std::make_shared<std::vector<Touch>>();
        for (const TipInterest::Touched& touched : interest.touches) {
            const auto index = people.indexOf.find(touched.by.person);
            if (index == people.indexOf.end()) continue;
            work.touches->push_back({Date(std::chrono::days(touched.by.day)), index->second});
        }
        work.lines =
            interest.extent.last < interest.extent.first ? 0 : interest.extent.last - interest.extent.first + 1;
        if (const auto found = changes.find(interest.path); found != changes.end()) work.fileChanges = found->second;
    }
    for (Item& item : history.items) {
        if (item.ended) continue;
        const auto found = ofItem.find(item.id);
        if (found == ofItem.end()) continue;
        item.touches = found->second.touches;
        if (item.annotation.form == Form::Ledger) continue; // It is about other files.
        item.fileChanges = found->second.fileChanges;
        item.codeLines = found->second.lines;
    }
}

bool HistoryReader::hasTip(const CommitId& tip) {
    return m_impl->sql.attempt(kReading, [&] {
        auto& query = m_impl->sql("SELECT 1 FROM history_tip t JOIN history_commit c ON c.number=t.tip WHERE c.id=?");
        bindId(query, 1, tip);
        return query.executeStep();
    });
}

std::uint64_t HistoryReader::countOpen(const CommitId& tip) {
    return m_impl->sql.attempt(kReading, [&] {
        auto& query =
            m_impl->sql("SELECT t.open FROM history_tip t JOIN history_commit c ON c.number=t.tip WHERE c.id=?");
        bindId(query, 1, tip);
        return query.executeStep() ? static_cast<std::uint64_t>(query.getColumn(0).getInt64()) : 0;
    });
}

std::optional<CommitId> HistoryReader::latestTip() {
    return m_impl->sql.attempt(kReading, [&]() -> std::optional<CommitId> {
        auto& query = m_impl->sql("SELECT c.id FROM history_tip t JOIN history_commit c ON c.number=t.tip "
                                  "ORDER BY t.used DESC LIMIT 1");
        if (!query.executeStep()) return std::nullopt;
        return idOf<CommitId>(query.getColumn(0));
    });
}

std::optional<TipHistory> HistoryReader::readTip(const CommitId& tip, EndedItems ended) {
    if (!hasTip(tip)) return std::nullopt;
    return m_impl->sql.attempt(kReading, [&] {
        const CommitNo number = *m_impl->findCommit(tip);
        TipHistory history;
        m_impl->former = FormerNames(m_impl->sql).byItem();
        auto& query = m_impl->sql("SELECT item, path, line, column, text, symbol, language, also, aliases, parent, "
                                  "introduced, changed, ended, ending FROM history_item_at "
                                  "WHERE tip=? AND (ended IS NULL OR ?)");
        bindNumber(query, 1, number);
        query.bind(2, ended == EndedItems::Read ? 1 : 0);
        auto& count = m_impl->sql("SELECT count(*) FROM history_item_at WHERE tip=? AND (ended IS NULL OR ?)");
        bindNumber(count, 1, number);
        count.bind(2, ended == EndedItems::Read ? 1 : 0);
        // Growing by doubling would touch twice the memory, and there may be hundreds of megabytes.
        if (count.executeStep()) history.items.reserve(static_cast<std::size_t>(count.getColumn(0).getInt64()));
        while (query.executeStep()) history.items.push_back(m_impl->readItem(query));
        sortForShowing(history.items);
        Impl::People people = m_impl->readPeople();
        m_impl->readTouches(number, history, people);
        history.people = std::move(people.people);
        history.lastCommitOf = std::move(people.lastCommitOf);
        auto& skipped = m_impl->sql("SELECT path, reason FROM history_skip_at WHERE tip=? ORDER BY path");
        bindNumber(skipped, 1, number);
        while (skipped.executeStep()) {
            history.skipped.push_back({std::string(bytesOf(skipped.getColumn(0))), skipped.getColumn(1).getString()});
        }
        auto& commits = m_impl->sql("SELECT coalesce(max(number)+1,0) FROM history_commit");
        if (commits.executeStep()) history.commitCount = static_cast<std::uint64_t>(commits.getColumn(0).getInt64());
        auto& boundary = m_impl->sql("SELECT 1 FROM history_commit WHERE boundary=1 LIMIT 1");
        history.shallow = boundary.executeStep();
        return std::optional(std::move(history));
    });
}

std::vector<ItemId> HistoryReader::knownIds(const CommitId& tip) {
    return m_impl->sql.attempt(kReading, [&] {
        std::vector<ItemId> ids;
        const auto number = m_impl->findCommit(tip);
        if (!number) return ids;
        auto& query = m_impl->sql("SELECT item, aliases FROM history_item_at WHERE tip=?");
        bindNumber(query, 1, *number);
        while (query.executeStep()) {
            ids.push_back(m_impl->itemId(numberOf(query.getColumn(0))));
            for (const ItemNo alias : unpackNumbers(bytesOf(query.getColumn(1)))) ids.push_back(m_impl->itemId(alias));
        }
        std::ranges::sort(ids);
        return ids;
    });
}

std::optional<Commit> HistoryReader::commit(const CommitId& id) {
    return m_impl->sql.attempt(kReading, [&]() -> std::optional<Commit> {
        const auto number = m_impl->findCommit(id);
        if (!number) return std::nullopt;
        return m_impl->readCommit(*number, true);
    });
}

} // namespace paydown
