// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the worst file costs: every way of reading a file is given hostile text of a size, and the table shows what took
// longest and what took most memory.
//
//     worst-cases [--mb N] [--probe N] [--rows N] [--only lexical|grammars] [--language ID]…
//
// With --probe every case is measured with so many megabytes first, and of each language only the slowest with all of
// them, which takes a quarter of an hour instead of hours; what costs more than in proportion is slow with few already.
//
// Each case runs in a process of its own, so that its memory is known; seconds are those of the processor, so that
// other work on the machine does not count. Exit code 1 when a case is over 0.7 s or 200 MB.
#include "bench/hostile_texts.h"
#include "scanner/syntax/comments.h"
#include "scanner/syntax/language.h"
#include "scanner/tree/file_reader.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <set>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace paydown;
using bench::Case;
using bench::cases;
using bench::fill;
using bench::Kind;

constexpr double kMostSeconds = 0.7;
constexpr double kMostMegabytes = 200;

/// A comment of the language with an annotation, so that the file is read at all.
std::string seedOf(const syntax::Language& language) {
    for (const std::string_view opener : {"// ", "# ", "-- ", "; ", "% ", "! ", "<!-- ", "/* ", "(* ", "\" ", "' "}) {
        std::string seed = std::string(opener) + "TODO: a";
        if (opener == "<!-- ") seed += " -->";
        if (opener == "/* ") seed += " */";
        if (opener == "(* ") seed += " *)";
        seed += "\n";
        if (language.id == "php") seed = "<?php\n" + seed;
        if (!syntax::readComments(language, seed).empty()) return seed;
    }
    return "TODO: a\n";
}

/// The start of a comment that the language never sees closed.
std::vector<std::string_view> unterminated(const syntax::Language& language) {
    std::vector<std::string_view> openers;
    for (const std::string_view opener :
         {"/* ", "<!-- ", "(* ", "{- ", "#| ", "=begin\n", "--[[ ", "#= ", "<# ", "/+ ", "###\n", "// ", "# ", "-- "}) {
        if (!syntax::readComments(language, std::string(opener) + "TODO: a").empty()) openers.push_back(opener);
    }
    return openers;
}

/// What one case took.
struct Cost {
    std::string language;
    std::string name;
    double seconds = 0;
    double megabytes = 0;

    [[nodiscard]] double share() const { return std::max(seconds / kMostSeconds, megabytes / kMostMegabytes); }
};

double secondsOf(const rusage& usage) {
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Reads one file as the program does; what it took goes into the pipe.
void readInChild(const syntax::Language& language, const std::string& text, int pipe) {
    constexpr rlim_t kMostCpuSeconds = 20; // Then the case is told of like a crash, and the others go on.
    const rlimit limit{kMostCpuSeconds, kMostCpuSeconds};
    setrlimit(RLIMIT_CPU, &limit);
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    ScanSettings settings;
    settings.maxFileBytes = 1U << 30;
    const std::string path = language.id == "markdown" ? "DEBT.md" : "worst";
    const FileReading reading = FileReader(settings).read(path, text, Symbols::Read);
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    double said[3] = {secondsOf(after) - secondsOf(before), static_cast<double>(after.ru_maxrss) / 1024, 0};
    said[2] = reading.skipped.empty() && reading.language == language.id ? 1 : 0;
    if (write(pipe, said, sizeof said) != sizeof said) _exit(1);
    _exit(0);
}

std::string visible(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\t')
            out += "\\t";
        else if (c == '|')
            out += "\\|";
        else
            out += c;
    }
    return out;
}

Cost measure(const syntax::Language& language, const Case& c, std::string_view opener, std::size_t size) {
    Cost cost{std::string(language.id), std::string(opener) + c.name, 0, 0};
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    const pid_t child = fork();
    if (child == 0) {
        readInChild(language, fmt::format(" -*- {} -*-\n{}{}{}", language.id, seedOf(language), opener, fill(c, size)),
                    ends[1]);
    }
    close(ends[1]);
    double said[3] = {0, 0, 0};
    const bool isSaid = read(ends[0], said, sizeof said) == sizeof said;
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    cost.seconds = isSaid ? said[0] : 999; // It crashed, ran out of memory or did not end.
    cost.megabytes = said[1];
    if (isSaid && said[2] == 0) cost.name += " (not read)";
    if (cost.share() > 1)
        fmt::print(stderr, "{} {}: {:.2f} s, {:.0f} MB\n", cost.language, visible(cost.name), cost.seconds,
                   cost.megabytes);
    return cost;
}

struct Options {
    std::size_t megabytes = 20;
    std::size_t probe = 0; ///< Megabytes of a first round; 0: there is none.
    std::size_t rows = 30;
    bool lexical = true;
    bool grammars = true;
    std::set<std::string> languages;
};

Options optionsOf(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--mb") options.megabytes = std::strtoul(argv[i + 1], nullptr, 10);
        if (name == "--probe") options.probe = std::strtoul(argv[i + 1], nullptr, 10);
        if (name == "--rows") options.rows = std::strtoul(argv[i + 1], nullptr, 10);
        if (name == "--only") options.lexical = std::string_view(argv[i + 1]) == "lexical";
        if (name == "--only") options.grammars = !options.lexical;
        if (name == "--language") options.languages.insert(argv[i + 1]);
    }
    return options;
}

/// One text in one way of reading.
struct Run {
    const syntax::Language* language = nullptr;
    Case text;
    std::string_view opener; ///< Stands before it, and is never closed.
    bool byGrammar = false;
};

/// Every case by the rules of the lexical reader.
void addLexical(const syntax::Language& language, std::vector<Run>& runs) {
    for (const Case& c : cases()) runs.push_back({&language, c, "", false});
    for (const std::string_view opener : unterminated(language)) {
        for (const std::string_view unit : {"x", "TODO ", "TODO: a\n", "TODO\n", "a\n", "\n", "\r", " ", "*", "DEBT(",
                                            "@debt ", "`TODO\" ", "TODO(", "debt:ignore ", "\xF0\x9F\x94\xA5 TODO "})
            runs.push_back({&language, {visible(unit), Kind::Unit, unit}, opener, false});
    }
}

/// Rules and grammars that several languages share are measured once.
std::vector<std::vector<Run>> runsByReader(const Options& options) {
    std::vector<std::vector<Run>> all;
    std::set<const void*> measured;
    for (const syntax::Language& language : syntax::languages()) {
        if (!options.languages.empty() && !options.languages.contains(std::string(language.id))) continue;
        if (options.lexical && measured.insert(language.rules).second) addLexical(language, all.emplace_back());
        if (!options.grammars || language.grammar == nullptr || !measured.insert(language.grammar).second) continue;
        auto& runs = all.emplace_back();
        for (const Case& c : cases()) runs.push_back({&language, c, "", true});
    }
    return all;
}

/// A lexical reader is given the whole size, a grammar what it takes.
Cost measure(const Run& run, std::size_t megabytes) {
    constexpr std::size_t kGrammarBytes = (1U << 20) - 4096;
    const std::size_t size = megabytes << 20;
    Cost cost = measure(*run.language, run.text, run.opener, run.byGrammar ? std::min(kGrammarBytes, size) : size);
    if (run.byGrammar) cost.name += " of 1 MB";
    return cost;
}

/// Leaves the runs that take longest with a few megabytes.
void keepSlowest(std::vector<Run>& runs, std::size_t megabytes) {
    constexpr std::size_t kKept = 6;
    std::vector<std::pair<double, std::size_t>> slowest;
    for (std::size_t i = 0; i < runs.size(); ++i) slowest.emplace_back(-measure(runs[i], megabytes).share(), i);
    std::ranges::sort(slowest);
    std::vector<Run> kept;
    for (std::size_t i = 0; i < std::min(kKept, slowest.size()); ++i) kept.push_back(runs[slowest[i].second]);
    runs = std::move(kept);
}

std::vector<Cost> measureAll(const Options& options) {
    std::vector<Cost> costs;
    for (std::vector<Run>& runs : runsByReader(options)) {
        if (options.probe != 0) keepSlowest(runs, options.probe);
        for (const Run& run : runs) costs.push_back(measure(run, options.megabytes));
    }
    return costs;
}

} // namespace

int main(int argc, char** argv) {
    const Options options = optionsOf(argc, argv);
    std::vector<Cost> costs = measureAll(options);
    std::ranges::stable_sort(costs, [](const Cost& a, const Cost& b) { return a.share() > b.share(); });
    fmt::print("{} cases of {} MB; over {} s or {} MB: {}\n\n| language | text | s | MB |\n| --- | --- | --- | --- |\n",
               costs.size(), options.megabytes, kMostSeconds, kMostMegabytes,
               std::ranges::count_if(costs, [](const Cost& c) { return c.share() > 1; }));
    for (std::size_t i = 0; i < std::min(options.rows, costs.size()); ++i)
        fmt::print("| {} | `{}` | {:.2f} | {:.0f} |\n", costs[i].language, visible(costs[i].name), costs[i].seconds,
                   costs[i].megabytes);
    return !costs.empty() && costs.front().share() > 1 ? 1 : 0;
}
