// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/doctor_command.h"

#include "cli/doctor/check.h"
#include "cli/doctor/language_list.h"
#include "cli/format/table_writer.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace paydown::cli {

namespace {

Tone toneOf(Health health) {
    switch (health) {
    case Health::Fine: return Tone::Good;
    case Health::Note: return Tone::Plain;
    case Health::Warning: return Tone::Warning;
    case Health::Error: return Tone::Reckless;
    }
    return Tone::Plain;
}

void writeForPeople(Output& out, const Style& style, const std::vector<Check>& checks) {
    for (const Check& check : checks) {
        out.line(fmt::format("{}  {}  {}",
                             style.paint(toneOf(check.health), padded(std::string(nameOf(check.health)), 7)),
                             padded(check.name, 10), escapeForTerminal(check.sentence)));
        if (!check.remedy.empty()) out.line(fmt::format("{:21}mend it: {}", "", escapeForTerminal(check.remedy)));
    }
}

void writeJson(Output& out, const std::vector<Check>& checks) {
    auto array = nlohmann::ordered_json::array();
    for (const Check& check : checks) {
        array.push_back({{"name", check.name},
                         {"state", nameOf(check.health)},
                         {"sentence", toUtf8(check.sentence)},
                         {"remedy", toUtf8(check.remedy)}});
    }
    out.line(nlohmann::ordered_json{{"version", 1}, {"state", nameOf(worstOf(checks))}, {"checks", array}}.dump(2));
}

} // namespace

void DoctorCommand::declare(CLI::App& app) {
    app.add_flag("--languages", m_languages, "List every language, how it is read, and the files it is found in");
    app.add_option("-f,--format", m_format, "table or json; md for --languages")
        ->check(CLI::IsMember({"table", "json", "md"}))
        ->type_name("FORMAT");
}

int DoctorCommand::run(Session& session) {
    if (m_languages) return listLanguages(session);
    const auto checks = checkPlace(session.options().directory, session.options().registry);
    if (m_format == "json")
        writeJson(session.output(), checks);
    else
        writeForPeople(session.output(), session.style(), checks);
    return worstOf(checks) == Health::Error ? kAnswerIsNo : kFine;
}

int DoctorCommand::listLanguages(Session& session) const {
    const auto entries = languageEntries();
    if (m_format == "table") session.startPager();
    session.output().write(m_format == "json" ? languageJson(entries)
                           : m_format == "md" ? languageMarkdown(entries)
                                              : languageTable(entries));
    return kFine;
}

} // namespace paydown::cli
