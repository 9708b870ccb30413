// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratch_repository.h"

#include "tests/support/scratch_objects.h"

#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace paydown::testing {

namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

std::string signature(const Person& person, const Timestamp& when) {
    const int minutes = std::abs(static_cast<int>(when.offsetMinutes));
    char zone[8];
    std::snprintf(zone, sizeof zone, "%c%02d%02d", when.offsetMinutes < 0 ? '-' : '+', minutes / 60 % 100,
                  minutes % 60);
    return person.name + " <" + person.email + "> " + std::to_string(when.seconds) + " " + zone;
}

} // namespace

struct ScratchRepository::Objects : ScratchObjects {
    using ScratchObjects::ScratchObjects;
};

ScratchRepository::ScratchRepository() {
    // A test that runs inside of a git hook must not work on the repository of that hook.
    for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
                             "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_PREFIX"}) {
        unsetenv(name);
    }
    m_objects = std::make_unique<Objects>(path());
    const std::string config = m_folder.read(".git/config");
    m_folder.write(".git/config", config + "[user]\n\tname = Mia\n\temail = mia@corp.example\n");
}

ScratchRepository::~ScratchRepository() = default;

ScratchRepository& ScratchRepository::put(const std::string& file, std::uint32_t mode, std::string_view bytes) {
    m_state[file] = {mode, std::string(bytes)};
    m_written.insert(file);
    return *this;
}

ScratchRepository& ScratchRepository::write(const std::string& file, std::string_view bytes) {
    return put(file, 0100644, bytes);
}

ScratchRepository& ScratchRepository::writeExecutable(const std::string& file, std::string_view bytes) {
    return put(file, 0100755, bytes);
}

ScratchRepository& ScratchRepository::writeLink(const std::string& file, std::string_view target) {
    return put(file, 0120000, target);
}

ScratchRepository& ScratchRepository::writeSubmodule(const std::string& file, const CommitId& commit) {
    return put(file, 0160000, {reinterpret_cast<const char*>(commit.bytes.data()), commit.bytes.size()});
}

ScratchRepository& ScratchRepository::remove(const std::string& file) {
    if (m_state.erase(file) == 0) throw std::runtime_error("nothing to remove: " + file);
    m_written.insert(file);
    return *this;
}

ScratchRepository& ScratchRepository::rename(const std::string& from, const std::string& to) {
    const Entry entry = m_state.at(from);
    remove(from);
    return put(to, entry.mode, entry.bytes);
}

ScratchRepository& ScratchRepository::as(const std::string& name, const std::string& email) {
    m_author = {name, email};
    return *this;
}

ScratchRepository& ScratchRepository::at(Timestamp when) {
    m_when = when;
    return *this;
}

ScratchRepository& ScratchRepository::on(std::string_view day) {
    const auto date = parseDate(day);
    if (!date) throw std::runtime_error("no date: " + std::string(day));
    return at({static_cast<std::int64_t>(date->time_since_epoch().count()) * kDay + kDay / 2, 0});
}

CommitId ScratchRepository::store(const std::vector<CommitId>& parents, const std::string& message) {
    std::map<std::string, TreeLeaf> leaves;
    for (const auto& [file, entry] : m_state) {
        TreeLeaf leaf{entry.mode, {}};
        if (entry.mode == 0160000)
            std::memcpy(leaf.id.bytes.data(), entry.bytes.data(), leaf.id.bytes.size());
        else
            leaf.id = m_objects->writeBlob(entry.bytes);
        leaves.emplace(file, leaf);
    }
    std::string bytes = "tree " + toHex(m_objects->writeTree(leaves)) + "\n";
    for (const auto& parent : parents) bytes += "parent " + toHex(parent) + "\n";
    const std::string who = signature(m_author, m_when);
    bytes += "author " + who + "\ncommitter " + who + "\n\n" + message + "\n";
    const CommitId id = m_objects->writeCommit(bytes);
    m_made[id] = {m_state, parents, m_author, message};
    m_when.seconds += kDay;
    moveBranch(id);
    return id;
}

void ScratchRepository::moveBranch(const CommitId& commit) {
    m_branches[m_branch] = commit;
    m_objects->setRef("refs/heads/" + m_branch, commit);
    m_written.clear();
}

CommitId ScratchRepository::commit(const std::string& message) {
    std::vector<CommitId> parents;
    if (const auto tip = m_branches.find(m_branch); tip != m_branches.end()) parents.push_back(tip->second);
    return store(parents, message);
}

CommitId ScratchRepository::merge(const std::string& branch, const std::string& message) {
    return merge(std::vector<std::string>{branch}, message);
}

CommitId ScratchRepository::merge(const std::vector<std::string>& branches, const std::string& message) {
    std::vector<CommitId> parents{head()};
    for (const auto& branch : branches) {
        const CommitId theirTip = m_branches.at(branch);
        const State& theirs = made(theirTip).state;
        const State base = baseOf(head(), theirTip);
        const State ours = m_state;
        const auto at = [](const State& state, const std::string& file) {
            const auto found = state.find(file);
            return found == state.end() ? Entry{0, {}} : found->second;
        };
        std::set<std::string> paths;
        for (const auto& [file, entry] : theirs) paths.insert(file);
        for (const auto& [file, entry] : base) paths.insert(file);
        for (const auto& file : paths) {
            if (m_written.contains(file) || at(ours, file) != at(base, file)) continue;
            if (theirs.contains(file))
                m_state[file] = theirs.at(file);
            else
                m_state.erase(file);
        }
        parents.push_back(theirTip);
    }
    return store(parents, message);
}

CommitId ScratchRepository::applyDifference(const State& from, const State& to, const std::string& message) {
    for (const auto& [file, entry] : from) {
        if (!to.contains(file)) m_state.erase(file);
    }
    for (const auto& [file, entry] : to) {
        const auto old = from.find(file);
        if (old == from.end() || old->second != entry) m_state[file] = entry;
    }
    return commit(message);
}

CommitId ScratchRepository::revert(const CommitId& commit) {
    const Made& undone = made(commit);
    const State before = undone.parents.empty() ? State{} : made(undone.parents[0]).state;
    const std::string summary = undone.message.substr(0, undone.message.find('\n'));
    return applyDifference(undone.state, before,
                           "Revert \"" + summary + "\"\n\nThis reverts commit " + toHex(commit) + ".");
}

CommitId ScratchRepository::cherryPick(const CommitId& commit) {
    const Made& picked = made(commit);
    const State before = picked.parents.empty() ? State{} : made(picked.parents[0]).state;
    const Person me = m_author;
    m_author = picked.author;
    const CommitId id = applyDifference(before, picked.state, picked.message);
    m_author = me;
    return id;
}

CommitId ScratchRepository::commitBytes(std::string_view bytes) {
    const CommitId id = m_objects->writeCommit(bytes);
    m_made[id] = {m_state, {}, m_author, std::string(bytes)};
    moveBranch(id);
    return id;
}

ScratchRepository& ScratchRepository::branch(const std::string& name) {
    m_objects->setRef("refs/heads/" + name, head());
    m_branches[name] = head();
    m_objects->setHead(name);
    m_branch = name;
    return *this;
}

ScratchRepository& ScratchRepository::orphan(const std::string& name) {
    m_objects->setHead(name);
    m_branch = name;
    m_branches.erase(name);
    m_state.clear();
    m_written.clear();
    return *this;
}

ScratchRepository& ScratchRepository::switchTo(const std::string& branch) {
    m_state = made(m_branches.at(branch)).state;
    m_objects->setHead(branch);
    m_branch = branch;
    m_written.clear();
    return *this;
}

ScratchRepository& ScratchRepository::resetTo(const CommitId& commit) {
    m_state = made(commit).state;
    moveBranch(commit);
    return *this;
}

ScratchRepository& ScratchRepository::tag(const std::string& name) {
    m_objects->setRef("refs/tags/" + name, head());
    return *this;
}

CommitId ScratchRepository::head() const { return m_branches.at(m_branch); }

BlobId ScratchRepository::blob(const std::string& path) const { return m_objects->writeBlob(m_state.at(path).bytes); }

std::string ScratchRepository::treeHex(const CommitId& commit) const {
    return git({"rev-parse", toHex(commit) + "^{tree}"}).substr(0, 40);
}

std::map<std::string, std::string> ScratchRepository::files(const CommitId& commit) const {
    std::map<std::string, std::string> found;
    for (const auto& [file, entry] : made(commit).state) found.emplace(file, entry.bytes);
    return found;
}

ScratchRepository& ScratchRepository::checkOut() {
    git({"reset", "-q", "--hard"});
    return *this;
}

ScratchRepository& ScratchRepository::writeOnDisk(const std::string& file, std::string_view bytes) {
    m_folder.write(file, bytes);
    return *this;
}

ScratchRepository& ScratchRepository::stage(const std::vector<std::string>& paths) {
    std::vector<std::string> words{"add", "-A", "--"};
    words.insert(words.end(), paths.begin(), paths.end());
    git(words);
    return *this;
}

std::string ScratchRepository::git(const std::vector<std::string>& arguments) const {
    return runGit(path(), arguments);
}

const ScratchRepository::Made& ScratchRepository::made(const CommitId& commit) const { return m_made.at(commit); }

std::set<CommitId> ScratchRepository::ancestors(const CommitId& commit) const {
    std::set<CommitId> seen;
    std::vector<CommitId> open{commit};
    while (!open.empty()) {
        const CommitId next = open.back();
        open.pop_back();
        if (!seen.insert(next).second) continue;
        for (const auto& parent : made(next).parents) open.push_back(parent);
    }
    return seen;
}

ScratchRepository::State ScratchRepository::baseOf(const CommitId& a, const CommitId& b) const {
    const auto ours = ancestors(a);
    const auto theirs = ancestors(b);
    const Made* best = nullptr;
    std::size_t depth = 0;
    for (const auto& commit : ours) {
        const std::size_t size = theirs.contains(commit) ? ancestors(commit).size() : 0;
        if (size > depth) {
            depth = size;
            best = &made(commit);
        }
    }
    return best ? best->state : State{};
}

} // namespace paydown::testing
