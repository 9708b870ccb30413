// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctor/check.h"

#include "cli/doctor/parts.h"
#include "core/base/whole_file.h"
#include "core/git/blob_reader.h"

#include <algorithm>
#include <iterator>

namespace paydown::cli {

namespace {

void append(std::vector<Check>& checks, std::vector<Check> further) {
    std::ranges::move(further, std::back_inserter(checks));
}

std::optional<std::string> configText(const git::Repository& repository) {
    if (!repository.isBare()) return readWholeFile(repository.workTree() + "/" + kConfigFileName);
    const auto head = repository.head();
    return head ? git::findFile(repository, *head, kConfigFileName) : std::nullopt;
}

RegistryLocation locationOf(const git::Repository& repository, const std::string& registry) {
    LocationRequest request;
    request.commonDirectory = repository.commonDir();
    request.explicitPath = registry.empty() ? registryFromEnvironment() : registry;
    request.sharedRepository = repository.configString("core.sharedRepository").value_or(std::string());
    return locateRegistry(request);
}

void checkGitPlace(const git::Repository& repository, const std::string& registry, std::vector<Check>& checks) {
    append(checks, checkRepository(repository));
    const auto text = configText(repository);
    append(checks, checkConfig(text, kConfigFileName));
    append(checks, checkRevisions(repository, text));
    append(checks, checkCommittedConfig(repository, text));
    append(checks, checkRegistry(locationOf(repository, registry)));
    if (!repository.isBare()) checks.push_back(checkHook(repository));
    checks.push_back(checkNotes(repository));
    checks.push_back(checkPerson(repository));
}

} // namespace

std::string_view nameOf(Health health) {
    switch (health) {
    case Health::Fine: return "fine";
    case Health::Note: return "note";
    case Health::Warning: return "warning";
    case Health::Error: return "error";
    }
    return "error";
}

Health worstOf(const std::vector<Check>& checks) {
    Health worst = Health::Fine;
    for (const Check& check : checks) worst = std::max(worst, check.health);
    return worst;
}

std::vector<Check> checkPlace(const std::string& directory, const std::string& registry) {
    std::vector<Check> checks{checkGitProgram()};
    try {
        if (const auto repository = git::Repository::find(directory)) {
            checkGitPlace(*repository, registry, checks);
        } else {
            checks.push_back({"repository", Health::Note, directory + " is in no git repository: there is no history",
                              "git init, or name a repository with -C"});
            append(checks, checkConfig(readWholeFile(directory + "/" + kConfigFileName), kConfigFileName));
        }
    } catch (const Error& error) {
        checks.push_back({"repository", Health::Error, error.what(), error.remedy()});
    }
    return checks;
}

} // namespace paydown::cli
