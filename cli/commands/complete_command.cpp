// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/complete_command.h"

#include "core/filter/completion.h"

#include <CLI/CLI.hpp>

namespace paydown::cli {

void CompleteCommand::declare(CLI::App& app) { app.add_option("word", m_word)->type_name("WORD"); }

int CompleteCommand::run(Session& session) {
    Checkout& place = session.checkout();
    Worklist configured;
    configured.savedFilters = place.config().filters;
    WorklistPtr known;
    // Values of people and places come from the registry; reading all files would keep somebody waiting at the prompt.
    if (place.hasBeenScanned()) {
        LoadOptions load;
        load.workTree = false;
        known = place.assess(place.load(load, session.stop()));
    }
    const Completion completion = complete(m_word, m_word.size(), known ? *known : configured);
    for (const FilterSuggestion& suggestion : completion.suggestions) {
        if (suggestion.text.find('\n') != std::string::npos) continue;
        session.output().line(m_word.substr(0, completion.begin) + suggestion.text);
    }
    return kFine;
}

} // namespace paydown::cli
