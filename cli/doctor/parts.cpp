// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctor/parts.h"

#include "core/git/blob_reader.h"
#include "core/git/revisions.h"
#include "core/registry/registry_handle.h"
#include "hooks/installation.h"

#include <fmt/format.h>

namespace paydown::cli {

namespace {

constexpr const char* kNotesRef = "refs/notes/paydown";

} // namespace

std::vector<Check> checkRepository(const git::Repository& repository) {
    std::vector<Check> checks;
    const std::string place = repository.isBare() ? repository.gitDir() : repository.workTree();
    const char* kind = repository.isBare() ? "bare repository" : "work tree";
    checks.push_back({"repository", Health::Fine, fmt::format("{} {}", kind, place), {}});
    if (!repository.head()) {
        checks.push_back({"repository", Health::Note, "it has no commit yet: paydown list reads the files alone",
                          "make the first commit"});
    }
    for (const std::string& notice : repository.notices()) {
        const std::string remedy = repository.isShallow() && notice.find("shallow") != std::string::npos
                                       ? "git fetch --unshallow"
                                       : std::string();
        checks.push_back({"repository", Health::Note, notice, remedy});
    }
    return checks;
}

std::vector<Check> checkConfig(const std::optional<std::string>& text, const std::string& source) {
    if (!text) {
        return {{"config", Health::Fine, fmt::format("there is no {}: every key is at its default", source), {}}};
    }
    std::vector<Check> checks;
    try {
        const Config config = parseConfig(*text, source);
        for (const std::string& warning : config.warnings) {
            checks.push_back({"config", Health::Error, warning, "it is not in force: correct it or take it out"});
        }
    } catch (const Error& error) {
        checks.push_back({"config", Health::Error, error.what(), error.remedy()});
    }
    if (checks.empty()) checks.push_back({"config", Health::Fine, fmt::format("{} is understood whole", source), {}});
    return checks;
}

std::vector<Check> checkRevisions(const git::Repository& repository, const std::optional<std::string>& text) {
    std::vector<Check> checks;
    try {
        const Config config = parseConfig(text.value_or(std::string()), kConfigFileName);
        const auto check = [&](std::string_view key, const std::string& revision) {
            if (revision.empty() || !repository.head() || git::findCommit(repository, revision)) return;
            checks.push_back({"config", Health::Error,
                              fmt::format("{} names no commit of this clone: {}", key, revision),
                              "git fetch --tags, or name another one"});
        };
        check("[inbox] since", config.inboxSince);
        check("mainline", config.mainline);
    } catch (const Error&) {
        // checkConfig() says what is wrong with it.
    }
    return checks;
}

std::vector<Check> checkCommittedConfig(const git::Repository& repository, const std::optional<std::string>& text) {
    const auto head = repository.head();
    if (!head || repository.isBare() || git::findFile(repository, *head, kConfigFileName) == text) return {};
    return {{"config", Health::Note,
             fmt::format("{} differs from the committed one, and history is read with the one that is committed",
                         kConfigFileName),
             fmt::format("commit it: git add {}", kConfigFileName)}};
}

std::vector<Check> checkRegistry(const RegistryLocation& location) {
    if (!RegistryHandle::exists(location)) {
        return {
            {"registry", Health::Note, "history has not been read: there are no ids, ages and ranks", "paydown scan"}};
    }
    std::vector<Check> checks;
    try {
        const Database database(location.database, OpenMode::Read);
        checks.push_back({"registry", Health::Fine, location.database, {}});
        if (!database.hasWriteAheadLog()) {
            checks.push_back({"registry", Health::Warning,
                              "the file system of the registry has no shared memory: a scan and readers wait for each "
                              "other (no write-ahead log)",
                              "keep it on a local disk: PAYDOWN_REGISTRY names another place"});
        }
    } catch (const Error& error) {
        checks.push_back({"registry", Health::Error, error.what(), error.remedy()});
    }
    if (location.inUserFolder) {
        checks.push_back({"registry",
                          Health::Note,
                          "the repository may not be written, so its registry is in your own folder and is not shared "
                          "with other users",
                          {}});
    }
    return checks;
}

Check checkHook(const git::Repository& repository) {
    try {
        const hooks::HookStatus status = hooks::hookStatus(repository);
        if (status.installed && !status.readsMessages) {
            return {"hook", Health::Note, "the hook is of an earlier version and does not read \"Pays:\" in messages",
                    "paydown hook install"};
        }
        if (status.installed) return {"hook", Health::Fine, fmt::format("installed at {}", status.path), {}};
        const std::string other = status.foreign ? ", another one stands there and would be kept" : "";
        return {"hook", Health::Note, "the pre-commit hook is not installed" + other, "paydown hook install"};
    } catch (const Error& error) {
        return {"hook", Health::Error, error.what(), error.remedy()};
    }
}

Check checkNotes(const git::Repository& repository) {
    if (!git::findCommit(repository, kNotesRef)) {
        return {"notes", Health::Fine, "no decision has been shared through git notes here", {}};
    }
    const auto rewrite = repository.configString("notes.rewriteRef");
    if (rewrite && (*rewrite == kNotesRef || *rewrite == "refs/notes/*")) {
        return {
            "notes", Health::Fine, fmt::format("{} carries decisions, and follows amend and rebase", kNotesRef), {}};
    }
    return {"notes", Health::Warning,
            fmt::format("{} carries decisions, but amend and rebase leave them behind", kNotesRef),
            fmt::format("git config notes.rewriteRef {} && git config notes.rewriteMode cat_sort_uniq", kNotesRef)};
}

Check checkPerson(const git::Repository& repository) {
    const Person person = repository.user();
    if (!person.name.empty() && !person.email.empty()) {
        return {"person", Health::Fine, fmt::format("decisions are made by {} <{}>", person.name, person.email), {}};
    }
    const char* missing = person.name.empty() ? "user.name" : "user.email";
    return {"person", Health::Error, fmt::format("{} is not set, so no decision can say who made it", missing),
            fmt::format("git config --global {} …", missing)};
}

} // namespace paydown::cli
