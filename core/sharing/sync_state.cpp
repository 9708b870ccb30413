// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/sync_state.h"

#include "core/base/error.h"
#include "core/base/posix_file.h"
#include "core/base/text.h"

#include <cstdio>
#include <fcntl.h>
#include <nlohmann/json.hpp>

namespace paydown {

namespace {

using Json = nlohmann::json;

SyncMeeting meetingFrom(const Json& object) {
    SyncMeeting meeting;
    meeting.at = parseTimestamp(object.at("at").get<std::string>()).value_or(Timestamp{});
    meeting.sent = object.at("sent").get<std::uint64_t>();
    meeting.received = object.at("received").get<std::uint64_t>();
    meeting.people = object.at("people").get<std::vector<std::string>>();
    return meeting;
}

Json toJson(const SyncMeeting& meeting) {
    return {{"at", formatTimestamp(meeting.at)},
            {"sent", meeting.sent},
            {"received", meeting.received},
            {"people", meeting.people}};
}

SyncState stateFrom(const Json& object) {
    SyncState state;
    if (object.at("version").get<int>() != 1) return state;
    state.notes = parseObjectId<CommitId>(object.at("notes").get<std::string>());
    state.logBytes = object.at("log_bytes").get<std::uint64_t>();
    state.logFingerprint = object.at("log_fingerprint").get<std::string>();
    for (const auto& [name, meeting] : object.at("remotes").items()) state.remotes[name] = meetingFrom(meeting);
    return state;
}

} // namespace

bool SyncState::holdsFor(const std::optional<CommitId>& tip, const DecisionLog& log) const {
    return notes == tip && (notes || logBytes == 0) && log.fingerprint(logBytes) == logFingerprint;
}

SyncState readSyncState(const std::string& path) {
    const PosixFile file(path, O_RDONLY);
    if (!file.isOpen()) return {};
    try {
        return stateFrom(Json::parse(file.read(0, file.size())));
    } catch (const Json::exception&) {
        return {};
    } catch (const Error&) {
        return {};
    }
}

void writeSyncState(const std::string& path, const SyncState& state, unsigned fileMode) {
    Json remotes = Json::object();
    for (const auto& [name, meeting] : state.remotes) remotes[toUtf8(name)] = toJson(meeting);
    const Json object{{"version", 1},
                      {"notes", state.notes ? toHex(*state.notes) : std::string()},
                      {"log_bytes", state.logBytes},
                      {"log_fingerprint", state.logFingerprint},
                      {"remotes", remotes}};
    const std::string fresh = path + ".new";
    try {
        {
            const PosixFile file(fresh, O_WRONLY | O_CREAT | O_TRUNC, fileMode);
            if (!file.isOpen()) return;
            file.write(object.dump() + "\n");
        }
        static_cast<void>(std::rename(fresh.c_str(), path.c_str()));
    } catch (const Error&) {
        return;
    }
}

} // namespace paydown
