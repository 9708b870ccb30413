// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sharing/team.h"

#include "core/decisions/fold.h"

#include <algorithm>
#include <map>

namespace paydown {

namespace {

RegistryHandle openRegistry(const std::string& clone) {
    const RegistryLocation location = locateRegistry({clone + "/.git", "", ""});
    createFolder(location);
    return RegistryHandle::open(location, OpenMode::Write);
}

std::string describe(const DecidedItem& item) {
    std::string text;
    for (const auto& [name, value] : item.fields)
        text += " " + std::string(name) + "=" + value.value + " by " + value.by.name;
    for (const auto& note : item.notes) text += " note:" + note.value;
    return text + "\n";
}

} // namespace

Clone::Clone(std::string path, Person person)
    : m_path(std::move(path)),
      m_person(std::move(person)),
      m_repository(git::Repository::open(m_path)),
      m_registry(openRegistry(m_path)) {}

std::vector<std::string> Clone::decide(char item, const CommitId& commit, const std::string& field,
                                       const std::string& value) {
    Change change;
    change.item.value = std::string(kItemIdLength, item);
    change.address = Address{commit, "src/a.cpp", std::string("title ") + item, 0, 1};
    change.field = field;
    change.value = value;
    std::vector<std::string> ids;
    for (const auto& record : paydown::decide(m_registry, m_person, std::vector{change}).records)
        ids.push_back(record.id);
    return ids;
}

std::set<std::string> Clone::recordIds() {
    std::set<std::string> ids;
    for (const auto& record : m_registry.records()) ids.insert(record.id);
    return ids;
}

std::string Clone::valueOf(char item, const std::string& field) {
    const auto folded = foldDecisions(m_registry.records());
    const auto found = folded.items.find(ItemId{std::string(kItemIdLength, item)});
    const DecidedValue* value = found == folded.items.end() ? nullptr : found->second.find(field);
    return value == nullptr ? "(absent)" : value->value;
}

std::string Clone::everything() {
    std::map<std::string, std::string> items;
    for (const auto& [id, item] : foldDecisions(m_registry.records()).items) items[id.value] = describe(item);
    std::string text;
    for (const auto& [id, description] : items) text += id + description;
    return text;
}

std::string Clone::noteOn(const std::string& object) const {
    return testing::tryGit(m_path, {"notes", "--ref=paydown", "show", object}).text;
}

Team::Team(std::size_t members) {
    const std::string root = m_folder.path();
    testing::runGit(root, {"init", "-q", "--bare", "-b", "main", "remote.git"});
    testing::runGit(root, {"clone", "-q", "remote.git", "seed"});
    const std::string seed = root + "/seed";
    testing::runGit(seed, {"config", "user.name", "Mia"});
    testing::runGit(seed, {"config", "user.email", "mia@corp.example"});
    for (const char* message : {"one", "two", "three"}) {
        testing::runGit(seed, {"commit", "-q", "--allow-empty", "-m", message});
        m_commits.push_back(*parseObjectId<CommitId>(testing::runGit(seed, {"rev-parse", "HEAD"}).substr(0, 40)));
    }
    testing::runGit(seed, {"push", "-q", "origin", "HEAD:main"});
    for (std::size_t i = 0; i < members; ++i) {
        const std::string name = "clone" + std::to_string(i);
        testing::runGit(root, {"clone", "-q", "remote.git", name});
        const std::string person = "person" + std::to_string(i);
        testing::runGit(root + "/" + name, {"config", "user.name", person});
        testing::runGit(root + "/" + name, {"config", "user.email", person + "@corp.example"});
        m_clones.push_back(std::make_unique<Clone>(root + "/" + name, Person{person, person + "@corp.example"}));
    }
}

} // namespace paydown
