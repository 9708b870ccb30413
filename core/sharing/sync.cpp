// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/sync.h"

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/git/blob_reader.h"
#include "core/git/config_writer.h"
#include "core/git/notes.h"
#include "core/git/remote.h"
#include "core/registry/decision_store.h"
#include "core/sharing/note_lines.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>
#include <unordered_set>

namespace paydown {

namespace {

/// Each time somebody else pushed first, so a team of that many who press the key at once is served.
constexpr int kPushAttempts = 12;

std::string remoteOrDefault(const git::Repository& repository, const std::string& wanted) {
    if (!wanted.empty()) return wanted;
    if (auto remote = git::defaultRemote(repository)) return *remote;
    throw Error("there is no remote to share decisions with; they are safe in this clone",
                "name one: paydown sync REMOTE, or git remote add origin ADDRESS");
}

/// Where what a remote's notes are fetched to, never onto our own. An address becomes a name that a reference may have.
std::string trackingReference(const std::string& remote) {
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    };
    if (std::ranges::all_of(remote, isPlain)) return "refs/paydown/remote/" + remote;
    const auto digest = sha256(remote);
    return "refs/paydown/remote/x-" + base32({reinterpret_cast<const char*>(digest.data()), digest.size()}, 16);
}

/// The remote's notes as they are now; nothing when it has none. @throws Error when it cannot be asked
std::optional<CommitId> fetchNotes(const SharingPlace& place, const std::string& remote) {
    const std::string ours = trackingReference(remote);
    const auto fetched = git::fetchReference(place.repository, remote, kNotesReference, ours);
    if (fetched.outcome == git::Transfer::NothingThere) return std::nullopt;
    if (fetched.outcome != git::Transfer::Done) {
        throw Error(fmt::format("cannot fetch decisions from {}: {}", remote, fetched.reason),
                    "they are safe in this clone; try again when git fetch works");
    }
    return git::referenceTip(place.repository, ours);
}

/// The longer others keep winning, the longer we wait, and each clone another time.
void waitAfter(int attempt, const SharingPlace& place) {
    const auto seed = std::hash<std::string>{}(place.registry.location().folder) + static_cast<std::size_t>(attempt);
    std::this_thread::sleep_for(std::chrono::milliseconds(20 * attempt + static_cast<int>(seed % 37)));
}

void rememberMeeting(const SharingPlace& place, const SyncReport& report) {
    const RegistryLocation& location = place.registry.location();
    SyncState state = readSyncState(location.syncState);
    SyncMeeting& meeting = state.remotes[report.remote];
    meeting = {now(), report.sent, report.received.size(), {}};
    std::set<std::string> people;
    for (const auto& record : report.received)
        people.insert(record.actor.name.empty() ? record.actor.email : record.actor.name);
    meeting.people.assign(people.begin(), people.end());
    writeSyncState(location.syncState, state, location.fileMode);
}

void append(std::vector<std::string>& notices, std::vector<std::string> more) {
    for (auto& notice : more) {
        if (std::ranges::find(notices, notice) == notices.end()) notices.push_back(std::move(notice));
    }
}

std::unordered_set<std::string> idsIn(const SharingPlace& place, const std::optional<CommitId>& notes) {
    std::unordered_set<std::string> ids;
    git::NotesTree tree(place.repository, notes);
    tree.visit([&](const git::NotedId&, const BlobId& note) {
        const auto text = git::findBlob(place.repository, note);
        if (!text) return;
        for (const auto& line : readNote(*text).lines) {
            if (const auto id = recordIdOf(line); !id.empty()) ids.emplace(id);
        }
    });
    return ids;
}

} // namespace

UnionResult publishDecisions(const SharingPlace& place) {
    const FileLock lock = lockForSharing(place.registry.location());
    return uniteNotes(place, std::nullopt);
}

SyncReport syncDecisions(const SharingPlace& place, const std::string& wanted) {
    SyncReport report;
    report.remote = remoteOrDefault(place.repository, wanted);
    const FileLock lock = lockForSharing(place.registry.location());
    for (int attempt = 1; attempt <= kPushAttempts; ++attempt) {
        const std::optional<CommitId> theirs = fetchNotes(place, report.remote);
        UnionResult united = uniteNotes(place, theirs);
        std::ranges::move(united.received, std::back_inserter(report.received));
        append(report.notices, std::move(united.notices));
        report.pushProblem.clear();
        if (united.tip == theirs) break;
        const auto pushed = git::pushReference(place.repository, report.remote, kNotesReference);
        if (pushed.outcome == git::Transfer::Done) {
            report.sent = united.unsent;
            break;
        }
        if (pushed.outcome != git::Transfer::Overtaken) {
            report.pushProblem = pushed.reason;
            break;
        }
        report.pushProblem = "others kept pushing first";
        waitAfter(attempt, place);
    }
    rememberMeeting(place, report);
    return report;
}

SyncStatus syncStatus(const SharingPlace& place, const std::string& wanted) {
    SyncStatus status;
    status.remote = remoteOrDefault(place.repository, wanted);
    std::optional<CommitId> theirs;
    try {
        theirs = fetchNotes(place, status.remote);
    } catch (const Error& failure) {
        status.fetchProblem = failure.what();
        theirs = git::referenceTip(place.repository, trackingReference(status.remote));
    }
    const auto there = idsIn(place, theirs);
    std::unordered_set<std::string> here;
    for (const auto& record : place.registry.records()) here.insert(record.id);
    const auto lacking = [](const auto& ids, const auto& in) {
        return static_cast<std::uint64_t>(
            std::ranges::count_if(ids, [&](const std::string& id) { return !in.contains(id); }));
    };
    status.ahead = lacking(here, there);
    status.behind = lacking(there, here);
    const auto remotes = readSyncState(place.registry.location().syncState).remotes;
    if (const auto met = remotes.find(status.remote); met != remotes.end()) status.last = met->second;
    return status;
}

std::string followRewrites(const git::Repository& repository) {
    const bool added = git::addToConfig(repository, "notes.rewriteRef", kNotesReference);
    if (!repository.configString("notes.rewriteMode")) git::setConfig(repository, "notes.rewriteMode", "cat_sort_uniq");
    if (!added) return {};
    return "set notes.rewriteRef and notes.rewriteMode in this clone, so that amend and rebase carry decisions along";
}

} // namespace paydown
