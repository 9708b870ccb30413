// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/workspace_config.h"

#include "core/config/plan_table.h"
#include "core/config/table_reader.h"
#include "core/config/toml_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

using detail::ConfigMessages;
using detail::TableReader;

bool isRepositoryName(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    return !name.empty() && name.size() <= 40 && std::ranges::all_of(name, fits);
}

/// The last component of a path.
std::string nameFromPath(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(path.substr(path.rfind('/') + 1));
}

WorkspaceRepository readRepository(TableReader& table) {
    WorkspaceRepository repository;
    repository.path = table.text("path").value_or("");
    if (repository.path.empty())
        table.messages().refuse(table.sourceOf("path"), "[[repository]] needs path = \"../pay\"");
    repository.name = table.text("name").value_or(nameFromPath(repository.path));
    if (!isRepositoryName(repository.name)) {
        table.messages().refuse(
            table.sourceOf("name"),
            fmt::format("[[repository]] name: expected letters, digits, '.', '_' and '-', found \"{}\"",
                        repository.name),
            "give it one: name = \"pay\"");
    }
    table.warnOfUnknownKeys();
    return repository;
}

WorkspacePerson readPerson(TableReader& table) {
    WorkspacePerson person;
    person.owner = table.text("owner").value_or("");
    if (person.owner.empty()) table.messages().refuse(table.sourceOf("owner"), "[[person]] needs owner = \"@kai\"");
    person.names = table.texts("names").value_or(std::vector<std::string>{});
    person.hours = table.number("hours", 0, TableReader::Bound::AtLeast);
    if (const auto items = table.whole("items", 0, 1000)) person.items = static_cast<std::uint32_t>(*items);
    table.warnOfUnknownKeys();
    return person;
}

void refuseDouble(const std::vector<WorkspaceRepository>& known, const WorkspaceRepository& fresh, TableReader& table) {
    const bool isDouble =
        std::ranges::any_of(known, [&](const WorkspaceRepository& one) { return one.name == fresh.name; });
    if (!isDouble) return;
    table.messages().refuse(table.sourceOf("name"), fmt::format("two repositories are called \"{}\"", fresh.name),
                            "give one of them another name");
}

} // namespace

WorkspaceConfig parseWorkspace(std::string_view text, std::string_view source) {
    ConfigMessages messages{std::string(source), {}};
    const toml::table document = detail::parseTomlText(text, messages);
    TableReader root(document, "", messages);
    WorkspaceConfig workspace;
    for (TableReader& table : root.tables("repository")) {
        WorkspaceRepository repository = readRepository(table);
        refuseDouble(workspace.repositories, repository, table);
        workspace.repositories.push_back(std::move(repository));
    }
    if (workspace.repositories.empty())
        messages.refuse(root.sourceOf("repository"), "a workspace needs at least one [[repository]]",
                        "[[repository]] with path = \"../pay\"");
    for (TableReader& table : root.tables("person")) workspace.people.push_back(readPerson(table));
    PlanConfig plan;
    if (detail::readPlanTable(plan, root)) workspace.plan = plan;
    root.warnOfUnknownKeys();
    workspace.warnings = std::move(messages.warnings);
    return workspace;
}

Config inWorkspace(Config config, const WorkspaceConfig& workspace) {
    for (const WorkspacePerson& person : workspace.people) {
        auto& names = config.ownerAliases[person.owner];
        for (const std::string& name : person.names) {
            if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        }
    }
    if (workspace.plan) config.plan = *workspace.plan;
    return config;
}

std::string exampleWorkspace(std::span<const WorkspaceRepository> repositories) {
    std::string text =
        "# Several repositories, read together: paydown --workspace FILE list, mine, plan.\n"
        "# Paths count from the folder of this file. Each repository keeps its own registry and decisions.\n";
    for (const WorkspaceRepository& repository : repositories)
        text += fmt::format("\n[[repository]]\nname = {}\npath = {}\n", detail::tomlQuoted(repository.name),
                            detail::tomlQuoted(repository.path));
    text += "\n# Who works here, by all the names that git knows, and what one takes on in a period over all "
            "repositories.\n"
            "# [[person]]\n"
            "# owner = \"@kai\"\n"
            "# names = [\"kai@example.com\", \"Kai\"]\n"
            "# hours = 16\n"
            "# items = 3\n"
            "\n[plan]                       # in place of the repositories' own, so that all have the same periods\n"
            "# start = 2026-01-05         # the first day of some period; without it, calendar months\n"
            "# days = 14\n";
    return text;
}

} // namespace paydown
