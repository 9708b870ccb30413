// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/git/notes.h"
#include "core/model/decision.h"
#include "core/registry/introductions.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace paydown {

/// On which object the notes keep a record (decisions, section 7): the commit that introduced its item, so that
/// `git log --notes=paydown` shows it there; where history has not been read, the commit of its address; what is about
/// the plan and no item, the empty tree, which every repository has. Where a commit's note would grow past
/// kMaxNoteBytes, the file version in which the item began. One thread.
class NotePlacement {
public:
    static constexpr std::uint64_t kMaxNoteBytes = 1U << 20;

    NotePlacement(const git::Repository& repository, Database& database)
        : m_repository(repository), m_introductions(database) {}

    [[nodiscard]] git::NotedId objectFor(const DecisionRecord& record);
    /// The file version instead; nothing when it is not known.
    [[nodiscard]] std::optional<git::NotedId> fileVersionFor(const DecisionRecord& record);

private:
    const git::Repository& m_repository;
    Introductions m_introductions;
    std::map<std::pair<CommitId, std::string>, std::optional<git::NotedId>> m_fileVersions;
};

} // namespace paydown
