// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/history_writer.h"

#include "core/registry/file_changes.h"
#include "core/registry/history_packing.h"
#include "core/registry/interest_rows.h"

#include <algorithm>
#include <unordered_map>

namespace paydown {

void HistoryWriter::write(const HistoryBatch& batch) {
    writeBlobs(batch);
    auto& path = m_sql("INSERT INTO history_path (number, path) VALUES (?,?)");
    for (const auto& added : batch.paths) {
        bindNumber(path, 1, added.number);
        bindBytes(path, 2, added.path);
        path.exec();
        path.reset();
    }
    writeCommits(batch);
    writeTexts(batch);
    writeItems(batch);
    writeEvents(batch);
    writeRecords(batch);
    writeChanges(batch);
    auto& shown = m_sql("INSERT OR REPLACE INTO history_shown (path, blob, language, symbols, extents) "
                        "VALUES (?,?,?,?,?)");
    for (const StoredShown& file : batch.shown) {
        Packer symbols;
        for (const std::string& symbol : file.symbols) symbols.add(std::string_view(symbol));
        bindNumber(shown, 1, file.path);
        bindNumber(shown, 2, file.blob);
        shown.bind(3, file.language);
        bindBytes(shown, 4, symbols.bytes());
        bindBytes(shown, 5, packExtents(file.extents));
        shown.exec();
        shown.reset();
    }
    writeHunks(m_sql, batch.hunks);
    for (const TipState& tip : batch.tips) m_tips.write(tip);
    m_tips.forgetOldest(); // After all are written: one may be the base of another.
}

void HistoryWriter::useTips(const std::vector<CommitNo>& tips) {
    for (const CommitNo tip : tips) m_tips.markUsed(tip);
    m_tips.forgetOldest();
}

void HistoryWriter::writeBlobs(const HistoryBatch& batch) {
    // In the order of the key, which fills the tree page by page.
    std::vector<StoredBlob> sorted = batch.blobs;
    std::ranges::sort(sorted, {}, &StoredBlob::id);
    auto& insert = m_sql("INSERT OR REPLACE INTO history_blob (id, number) VALUES (?,?)");
    for (const StoredBlob& blob : sorted) {
        bindId(insert, 1, blob.id);
        bindNumber(insert, 2, blob.number.value_or(kNoNumber));
        insert.exec();
        insert.reset();
    }
}

std::uint32_t HistoryWriter::personOf(const Person& person) {
    const auto [found, isNew] = m_people.try_emplace(person);
    if (!isNew) return found->second;
    auto& query = m_sql("SELECT person FROM history_person WHERE name=? AND email=?");
    bindBytes(query, 1, person.name);
    bindBytes(query, 2, person.email);
    found->second = query.executeStep() ? numberOf(query.getColumn(0)) : addPerson(person);
    return found->second;
}

std::uint32_t HistoryWriter::addPerson(const Person& person) {
    auto& insert = m_sql("INSERT INTO history_person (name, email, same_as) VALUES (?,?,0)");
    bindBytes(insert, 1, person.name);
    bindBytes(insert, 2, person.email);
    insert.exec();
    const auto number = static_cast<std::uint32_t>(m_sql.database().sqlite().getLastInsertRowid());
    m_people[person] = number;
    mapPerson(number, person);
    return number;
}

void HistoryWriter::mapPerson(std::uint32_t number, const Person& person) {
    const Person proper = m_proper ? m_proper(person) : person;
    const std::uint32_t same = proper == person ? number : personOf(proper);
    auto& update = m_sql("UPDATE history_person SET same_as=? WHERE person=?");
    bindNumber(update, 1, same);
    bindNumber(update, 2, number);
    update.exec();
}

void HistoryWriter::mapAllPeople() {
    std::vector<std::pair<std::uint32_t, Person>> people;
    auto& query = m_sql("SELECT person, name, email FROM history_person");
    while (query.executeStep()) {
        const Person person{std::string(bytesOf(query.getColumn(1))), std::string(bytesOf(query.getColumn(2)))};
        people.emplace_back(numberOf(query.getColumn(0)), person);
    }
    query.reset();
    for (const auto& [number, person] : people) mapPerson(number, person);
}

void HistoryWriter::writeCommits(const HistoryBatch& batch) {
    std::map<std::uint32_t, std::int64_t> lastDay;
    auto& insert =
        m_sql("INSERT INTO history_commit (number, id, parents, generation, author, authored, authored_zone, "
              "committed, committed_zone, boundary, summary, co_authors) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const auto& [number, commit, parents] : batch.commits) {
        const std::uint32_t author = personOf(commit.author);
        const auto seen = [&](std::uint32_t person) {
            auto& day = lastDay[person];
            day = std::max<std::int64_t>(day, dateOf(commit.authored).time_since_epoch().count());
        };
        seen(author);
        std::vector<std::uint32_t> coAuthors;
        for (const Person& person : commit.coAuthors) {
            coAuthors.push_back(personOf(person));
            seen(coAuthors.back());
        }
        bindNumber(insert, 1, number);
        bindId(insert, 2, commit.id);
        bindBytes(insert, 3, packNumbers(parents));
        bindNumber(insert, 4, commit.generation);
        bindNumber(insert, 5, author);
        insert.bind(6, commit.authored.seconds);
        insert.bind(7, commit.authored.offsetMinutes);
        insert.bind(8, commit.committed.seconds);
        insert.bind(9, commit.committed.offsetMinutes);
        insert.bind(10, commit.boundary ? 1 : 0);
        if (commit.summary.empty())
            insert.bind(11);
        else
            bindBytes(insert, 11, commit.summary);
        if (coAuthors.empty())
            insert.bind(12);
        else
            bindBytes(insert, 12, packNumbers(coAuthors));
        insert.exec();
        insert.reset();
    }
    auto& update = m_sql("UPDATE history_person SET last_day=max(last_day,?) WHERE person=?");
    for (const auto& [person, day] : lastDay) {
        update.bind(1, day);
        bindNumber(update, 2, person);
        update.exec();
        update.reset();
    }
}

void HistoryWriter::writeTexts(const HistoryBatch& batch) {
    auto& insert = m_sql("INSERT INTO history_text (number, hash, title_hash, form, tag, title, body, statement) "
                         "VALUES (?,?,?,?,?,?,?,?)");
    for (const StoredText& text : batch.texts) {
        bindNumber(insert, 1, text.number);
        bindHash(insert, 2, text.hash);
        bindHash(insert, 3, text.titleHash);
        insert.bind(4, static_cast<int>(text.annotation.form));
        bindBytes(insert, 5, text.annotation.tag);
        bindBytes(insert, 6, text.annotation.title);
        bindBytes(insert, 7, text.annotation.body);
        bindBytes(insert, 8, packStatement(text.annotation.stated));
        insert.exec();
        insert.reset();
    }
}

void HistoryWriter::writeItems(const HistoryBatch& batch) {
    auto& lengthen = m_sql("UPDATE history_item SET id=? WHERE number=?");
    for (const auto& [number, id] : batch.lengthenedIds) {
        lengthen.bind(1, id.value);
        bindNumber(lengthen, 2, number);
        lengthen.exec();
        lengthen.reset();
    }
    auto& insert = m_sql("INSERT INTO history_item (number, id, introduced, path, ordinal, text, parent) "
                         "VALUES (?,?,?,?,?,?,?)");
    for (const StoredItem& item : batch.items) {
        bindNumber(insert, 1, item.number);
        insert.bind(2, item.id.value);
        bindNumber(insert, 3, item.introduced);
        bindNumber(insert, 4, item.path);
        bindNumber(insert, 5, item.order);
        bindNumber(insert, 6, item.text);
        bindNumber(insert, 7, item.parent);
        insert.exec();
        insert.reset();
    }
}

void HistoryWriter::writeEvents(const HistoryBatch& batch) {
    auto& insert = m_sql("INSERT INTO history_event (" PAYDOWN_EVENT_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const StoredEvent& event : batch.events) {
        bindEvent(insert, event);
        insert.exec();
        insert.reset();
    }
}

void HistoryWriter::writeRecords(const HistoryBatch& batch) {
    auto& record = m_sql("INSERT INTO history_record (path, blob, number, standing, before_blobs) "
                         "VALUES (?,?,?,?,?)");
    for (const HistoryRecord& added : batch.records) {
        bindNumber(record, 1, added.path);
        bindNumber(record, 2, added.blob);
        bindNumber(record, 3, added.commit);
        bindBytes(record, 4, packStanding(added.standing));
        bindBytes(record, 5, packBefore(added.before));
        record.exec();
        record.reset();
    }
    auto& alias = m_sql("INSERT OR IGNORE INTO history_alias (item, other, number) VALUES (?,?,?)");
    for (const StoredAlias& added : batch.aliases) {
        bindNumber(alias, 1, added.item);
        bindNumber(alias, 2, added.other);
        bindNumber(alias, 3, added.commit);
        alias.exec();
        alias.reset();
    }
}

void HistoryWriter::writeChanges(const HistoryBatch& batch) {
    std::unordered_map<CommitNo, std::int32_t> dayOf;
    for (const auto& added : batch.commits) {
        dayOf.emplace(added.number,
                      static_cast<std::int32_t>(dateOf(added.commit.authored).time_since_epoch().count()));
    }
    auto& change = m_sql("INSERT INTO history_change (path, first, commits, days, last_day) VALUES (?,?,?,?,?)");
    for (const StoredChanges& added : batch.changes) {
        if (added.commits.empty()) continue;
        std::vector<std::int32_t> days;
        for (const CommitNo commit : added.commits) {
            if (const auto day = dayOf.find(commit); day != dayOf.end()) days.push_back(day->second);
        }
        // Of commits that were written before, the days are looked up when they are wanted.
        if (days.size() != added.commits.size()) days.clear();
        bindNumber(change, 1, added.path);
        bindNumber(change, 2, added.commits.front());
        bindBytes(change, 3, packAscending(added.commits));
        bindBytes(change, 4, packDays(days));
        if (days.empty())
            change.bind(5);
        else
            change.bind(5, std::ranges::max(days));
        change.exec();
        change.reset();
    }
}

} // namespace paydown
