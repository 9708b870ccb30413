// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/notes_union.h"

#include "core/base/error.h"
#include "core/decisions/record_codec.h"
#include "core/git/blob_reader.h"
#include "core/git/notes.h"
#include "core/registry/decision_store.h"
#include "core/sharing/note_lines.h"
#include "core/sharing/note_placement.h"
#include "core/sharing/sync_state.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

namespace paydown {

namespace {

/// A note of more bytes is no note of ours; it is passed over.
constexpr std::uint64_t kMaxReadNoteBytes = 64U << 20;

/// One union under way.
class NotesUnion {
public:
    NotesUnion(const SharingPlace& place, const std::optional<CommitId>& ours, const std::optional<CommitId>& theirs)
        : m_place(place),
          m_ours(ours),
          m_theirs(theirs),
          m_mine(place.repository, ours),
          m_other(place.repository, theirs),
          m_placement(place.repository, place.registry.database()) {}

    /// @returns false when somebody else moved our notes, or decided something, in between: begin again.
    bool run() {
        m_place.registry.catchUp();
        const DecisionLog& log = m_place.registry.log();
        m_state = readSyncState(m_place.registry.location().syncState);
        const bool remembered = m_state.holdsFor(m_ours, log);
        const LogSlice slice = log.read(remembered ? m_state.logBytes : 0);
        if (!remembered) readAllOfOurs();
        readTheirs();
        for (const auto& record : slice.records) add(record);
        for (const auto& [object, lines] : m_changed) m_mine.set(object, writeLines(lines));
        const auto after = receive(slice.end);
        if (!after || !moveOurs()) return false;
        remember(*after);
        return true;
    }

    /// What the log got, also where the union has to begin again.
    std::vector<DecisionRecord> takeReceived() { return std::exchange(m_received, {}); }

    UnionResult result() const {
        UnionResult result;
        result.tip = m_ours;
        result.unsent = m_unsent.size();
        if (m_refused > 0) {
            result.notices.push_back(
                fmt::format("{} line(s) in the notes are longer than a decision may be and were left out", m_refused));
        }
        if (m_unreadable > 0) {
            result.notices.push_back(fmt::format(
                "{} line(s) in the notes are no decisions that this version can read; they are kept and passed on ({})",
                m_unreadable, m_whyUnreadable));
        }
        if (m_tooLarge > 0)
            result.notices.push_back(
                fmt::format("{} note(s) are too large to be decisions and were passed over", m_tooLarge));
        return result;
    }

private:
    NoteLines linesOf(const std::optional<BlobId>& note) {
        if (!note) return {};
        const auto text = git::findBlob(m_place.repository, *note, kMaxReadNoteBytes);
        if (!text) {
            ++m_tooLarge;
            return {};
        }
        NoteReading reading = readNote(*text);
        m_refused += reading.refused;
        return std::move(reading.lines);
    }

    BlobId writeLines(const NoteLines& lines) { return git::writeNote(m_place.repository, noteText(lines)); }

    /// Remembers which records stand in notes, and takes what the log may lack.
    void see(const std::string& line) {
        const std::string id(recordIdOf(line));
        if (!id.empty() && !m_present.insert(id).second) return;
        auto record = decodeRecord(line);
        if (record) {
            m_candidates.push_back(std::move(*record));
        } else {
            ++m_unreadable;
            m_whyUnreadable = record.error().what;
        }
    }

    void readAllOfOurs() {
        m_mine.visit([&](const git::NotedId&, const BlobId& note) {
            for (const auto& line : linesOf(note)) see(line);
        });
    }

    void readTheirs() {
        m_mine.visitDifferences(m_other, [&](const git::NotedId& object, const auto& mine, const auto& theirs) {
            const NoteLines ours = linesOf(mine);
            const NoteLines others = linesOf(theirs);
            for (const auto& line : others) {
                if (!std::ranges::binary_search(ours, line)) see(line);
            }
            for (const auto& line : ours) {
                if (!std::ranges::binary_search(others, line)) noteUnsent(line);
            }
            // Written anew even where the lines are the same: of two layouts of them, one has to become everybody's.
            if (theirs) m_changed[object] = unite(ours, others);
        });
    }

    void noteUnsent(const std::string& line) {
        const auto id = recordIdOf(line);
        m_unsent.insert(id.empty() ? line : std::string(id));
    }

    /// Puts a record of the log into the notes if no note has it.
    void add(const DecisionRecord& record) {
        if (!m_present.insert(record.id).second) return;
        const auto line = encodeRecord(record);
        if (!line) return; // The log holds nothing that cannot be written.
        git::NotedId object = m_placement.objectFor(record);
        if (sizeAt(object) + line->size() > NotePlacement::kMaxNoteBytes) {
            if (const auto version = m_placement.fileVersionFor(record)) object = *version;
        }
        m_sizes[object] = sizeAt(object) + line->size() + 1;
        NoteLines& lines = linesAt(object);
        lines.insert(std::ranges::lower_bound(lines, *line), *line);
        noteUnsent(*line);
    }

    NoteLines& linesAt(const git::NotedId& object) {
        const auto [found, isNew] = m_changed.try_emplace(object);
        if (isNew) found->second = linesOf(m_mine.find(object));
        return found->second;
    }

    std::uint64_t sizeAt(const git::NotedId& object) {
        const auto [found, isNew] = m_sizes.try_emplace(object, 0);
        if (isNew) found->second = noteText(linesAt(object)).size();
        return found->second;
    }

    /// Writes to the log what it lacks. @returns up to where the log stands in the notes; nothing when somebody decided
    /// in the meantime.
    std::optional<std::uint64_t> receive(std::uint64_t readUpTo) {
        DecisionStore store(m_place.registry.database());
        std::erase_if(m_candidates, [&](const DecisionRecord& record) { return store.has(record.id); });
        {
            auto writer = m_place.registry.log().lockForAppend();
            if (m_place.registry.log().size() > readUpTo && !m_place.registry.log().read(readUpTo).records.empty())
                return std::nullopt;
            writer.append(m_candidates);
        }
        m_received = std::move(m_candidates);
        const std::uint64_t after = m_place.registry.log().read(readUpTo).end;
        m_place.registry.catchUp();
        return after;
    }

    bool moveOurs() {
        if (!m_ours && !m_theirs && m_changed.empty()) return true;
        const TreeId tree = m_mine.write();
        const bool sayAsOurs = m_ours && git::treeOf(m_place.repository, *m_ours) == tree;
        const bool sayAsTheirs = m_theirs && git::treeOf(m_place.repository, *m_theirs) == tree;
        if (sayAsOurs && (!m_theirs || git::isAncestorOrSame(m_place.repository, *m_theirs, *m_ours))) return true;
        const CommitId next = sayAsTheirs ? *m_theirs : commitOf(tree);
        if (!git::moveReference(m_place.repository, kNotesReference, next, m_ours, "paydown: share decisions"))
            return false;
        m_ours = next;
        return true;
    }

    CommitId commitOf(const TreeId& tree) {
        std::vector<CommitId> parents;
        if (m_ours) parents.push_back(*m_ours);
        if (m_theirs && m_theirs != m_ours) parents.push_back(*m_theirs);
        return git::writeCommit(m_place.repository, tree, parents, m_place.me, now(), "Decisions about debt\n");
    }

    void remember(std::uint64_t logBytes) {
        m_state.notes = m_ours;
        m_state.logBytes = logBytes;
        m_state.logFingerprint = m_place.registry.log().fingerprint(logBytes);
        writeSyncState(m_place.registry.location().syncState, m_state, m_place.registry.location().fileMode);
    }

    const SharingPlace& m_place;
    std::optional<CommitId> m_ours;
    std::optional<CommitId> m_theirs;
    git::NotesTree m_mine;
    git::NotesTree m_other;
    NotePlacement m_placement;
    SyncState m_state;

    std::unordered_set<std::string> m_present;     ///< Ids of records that stand in notes, as far as looked at.
    std::vector<DecisionRecord> m_candidates;      ///< Stand in notes; the log may lack them.
    std::map<git::NotedId, NoteLines> m_changed;   ///< Notes as they are to be.
    std::map<git::NotedId, std::uint64_t> m_sizes; ///< In bytes, of notes that records are added to.
    std::set<std::string> m_unsent;
    std::vector<DecisionRecord> m_received;
    std::size_t m_refused = 0;
    std::size_t m_unreadable = 0;
    std::string m_whyUnreadable;
    std::size_t m_tooLarge = 0;
};

/// Each time somebody else was faster. They came further, so this ends; the bound is for a broken file system.
constexpr int kAttempts = 100;

} // namespace

UnionResult uniteNotes(const SharingPlace& place, const std::optional<CommitId>& theirs) {
    std::vector<DecisionRecord> received;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        NotesUnion attempted(place, git::referenceTip(place.repository, kNotesReference), theirs);
        const bool done = attempted.run();
        std::ranges::move(attempted.takeReceived(), std::back_inserter(received));
        if (!done) continue;
        UnionResult result = attempted.result();
        result.received = std::move(received);
        return result;
    }
    throw Error(fmt::format("{} keeps being moved by others", kNotesReference), "try again in a moment");
}

FileLock lockForSharing(const RegistryLocation& location) {
    return FileLock::acquire(location.syncLock, location.fileMode);
}

} // namespace paydown
