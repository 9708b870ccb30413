// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/actions/decide.h"
#include "core/sharing/sync.h"
#include "tests/support/scratch_repository.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace paydown {

/// Somebody's clone, with a registry in which no history has been read: decisions go by address.
class Clone {
public:
    Clone(std::string path, Person person);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] RegistryHandle& registry() { return m_registry; }
    [[nodiscard]] SharingPlace place() { return {m_repository, m_registry, m_person}; }

    /// Decides something about an item that stands at a commit. @returns the ids of the records
    std::vector<std::string> decide(char item, const CommitId& commit, const std::string& field,
                                    const std::string& value);
    SyncReport sync(const std::string& remote = "origin") { return syncDecisions(place(), remote); }
    void publish() { static_cast<void>(publishDecisions(place())); }

    [[nodiscard]] std::set<std::string> recordIds();
    /// The value in force; "(absent)" for none.
    [[nodiscard]] std::string valueOf(char item, const std::string& field);
    /// Everything in force, as text to compare.
    [[nodiscard]] std::string everything();
    std::string git(const std::vector<std::string>& arguments) const { return testing::runGit(m_path, arguments); }
    /// What git itself shows as the notes of an object.
    [[nodiscard]] std::string noteOn(const std::string& object) const;

private:
    std::string m_path;
    Person m_person;
    git::Repository m_repository;
    RegistryHandle m_registry;
};

/// A bare remote and clones of it. Its history: three commits.
class Team {
public:
    explicit Team(std::size_t members);

    [[nodiscard]] Clone& operator[](std::size_t member) { return *m_clones[member]; }
    [[nodiscard]] std::size_t size() const { return m_clones.size(); }
    [[nodiscard]] const std::vector<CommitId>& commits() const { return m_commits; }
    [[nodiscard]] std::string remote() const { return m_folder.path() + "/remote.git"; }

private:
    testing::ScratchFolder m_folder;
    std::vector<CommitId> m_commits;
    std::vector<std::unique_ptr<Clone>> m_clones;
};

} // namespace paydown
