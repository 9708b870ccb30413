// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/config/config.h"

#include <algorithm>
#include <fmt/format.h>

namespace paydown {

namespace {

constexpr std::string_view kHead =
    R"(# What paydown does in this repository. Versioned with the code, and read by everybody who works on it.
# Every key is shown at its default; remove the "#" to change one. A wrong value is reported with line and column.

# requires = ">= 0.1"        # the least version of paydown that may work here
# mainline = "main"          # the branch that decisions are about; by default the remote's, else the checked-out one
# utc_offset = "Z"           # where a day begins and ends for dates: "+01:00"

)";

constexpr std::string_view kScan = R"(
[scan]
# exclude = []               # globs as in .gitignore: ["third_party/**", "*.min.js"]
# languages = []             # ids of the only languages to read; empty reads all
# max_file_bytes = 4194304   # larger files are skipped, and listed as such

)";

constexpr std::string_view kRest = R"(
# Rules cover what nobody has decided about yet. A decision by hand wins.
# [[rule]]
# when = "path:tests/** tag:TODO"
# then = { class = "prudent" }          # or owner = "@mia", or verdict = "not-debt"

[policy]
# mode = "report"            # "enforce" makes the hook refuse what is missing

[policy.require]             # what a new annotation of each class must say: owner, due, effort, ticket, why …
# reckless = ["owner"]
# prudent = ["why"]
# unclassified = []

# At most so many open items below a path; where there are more already, no further ones.
# [[policy.budget]]
# path = "src/**"
# limit = 100

[priority]                   # score = interest × class weight × pressure ÷ principal
# half_life_days = 90        # a change counts half as much after so many days
# file_weight = 0.7          # what a change of the file counts for beside one of the code itself
# resting_interest = 0.1     # interest of code that nobody changes
# weights = { reckless = 3, unclassified = 1.5, prudent = 1 }

[plan]
# start = 2026-01-05         # the first day of some period; without it, calendar months
# days = 14                  # length of a period; needs start
# hours = 16                 # what one person takes on in a period
# items_per_person = 3
# answer_after = 2           # an item that slipped so often needs an answer

[owners]
# codeowners = true          # CODEOWNERS names the owner where nobody else does

[owners.aliases]             # who hides behind a handle: addresses and names as in git
# "@mia" = ["mia@example.com", "Mia Moor"]

[filters]                    # saved filters: 'paydown list filter:hot', in the desk's search field, in rules
# hot = "class:reckless top:5%"

[tickets]                    # the page that opens a new issue; {title}, {body}, {path} and {line} are filled in
# new_issue_url = "https://tracker.example/new?title={title}&body={body}"
)";

/// A comment of TOML with any bytes in it: UTF-8 without control characters, on one line.
std::string commentLine(const WordCount& word, bool isRead) {
    constexpr std::size_t kWidth = 112;
    std::string line = fmt::format("#{:>7}  {:<12} {:<4} {}", word.count, word.word, isRead ? "read" : "",
                                   escapeForTerminal(toUtf8(word.sample)));
    std::ranges::replace(line, '\t', ' ');
    return std::string(fitToWidth(line, kWidth)).append("\n");
}

std::string wordsTable(const std::vector<WordCount>& words) {
    const std::vector<std::string> defaults = ScanSettings{}.words;
    std::string list;
    std::string found;
    bool beyondDefaults = false;
    for (const std::string& word : defaults) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", word);
    for (const WordCount& word : words) {
        if (word.count == 0) continue;
        const bool isDefault = std::ranges::find(defaults, word.word) != defaults.end();
        const bool isAlways = word.word == "DEBT" || word.word == "TECHDEBT";
        const bool isAdded = word.isProposed && !isDefault && !isAlways;
        found += commentLine(word, isDefault || isAlways || isAdded);
        if (isAdded) list += fmt::format(", \"{}\"", word.word);
        beyondDefaults = beyondDefaults || isAdded;
    }
    std::string table = "[annotations]\n"
                        "# Words that mark debt in comments. DEBT and TECHDEBT always count.\n";
    if (!found.empty()) table += "# Found here, at the head of a comment or with a colon behind it:\n" + found;
    table += fmt::format("{}words = [{}]\n", beyondDefaults ? "" : "# ", list);
    table += "# ignore = []               # words that are not read although they are in words\n";
    return table;
}

std::string inboxTable(std::string_view since) {
    std::string table = "[inbox]                      # what came before this commit is inherited, never new\n";
    table += since.empty() ? std::string("# since = \"v1.0\"\n") : fmt::format("since = \"{}\"\n", since);
    return table;
}

} // namespace

std::string exampleConfig(const std::vector<WordCount>& words, std::string_view inboxSince) {
    return std::string(kHead) + wordsTable(words) + std::string(kScan) + inboxTable(inboxSince) + std::string(kRest);
}

} // namespace paydown
