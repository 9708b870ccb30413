// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the worst file costs: every way of reading a file is given hostile text of a size, and the table shows what took
// longest and what took most memory.
//
//     worst-cases [--mb N] [--rows N] [--only lexical|grammars] [--language ID]…
//
// Each case runs in a process of its own, so that its memory is known; seconds are those of the processor, so that
// other work on the machine does not count. Exit code 1 when a case is over 0.7 s or 200 MB.
#include "scanner/syntax/comments.h"
#include "scanner/syntax/language.h"
#include "scanner/tree/file_reader.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace paydown;

constexpr double kMostSeconds = 0.7;
constexpr double kMostMegabytes = 200;

/// Text that is repeated up to the size.
constexpr std::string_view kUnits[] = {
    // Brackets, quotes, openers and closers of everything.
    "(",
    "[",
    "{",
    "<",
    "({[<",
    ")",
    "]",
    "}",
    "\"",
    "'",
    "`",
    "/",
    "\\",
    "#",
    "$",
    "*",
    "%",
    "/*",
    "/* ",
    "/**/",
    "//\n",
    "#\n",
    "--\n",
    ";\n",
    "%\n",
    "(*",
    "(**)",
    "{-",
    "{--}",
    "#|",
    "<!--",
    "<!---->",
    "<script>",
    "<script></script>",
    "<style>",
    "<a ",
    "<a b='",
    "<T>(",
    "</",
    "<?",
    "<?php ",
    "<<A\n",
    "x <<A ",
    "<<~A ",
    "$a$",
    "%(",
    "q{",
    "s{",
    "s/",
    "qw(",
    "=begin\n",
    "=pod\n",
    "${",
    "#{",
    "$(",
    "\\(",
    "R\"(",
    "R\"x(",
    "r#\"",
    "@\"",
    "$\"\"\"",
    "\"\"\"",
    "'''",
    "`` ` ",
    "``` ",
    "```\n",
    "~~~\n",
    "/[",
    "1'",
    "x'",
    "return /",
    "~s(",
    "#\"",
    "a: {",
    "- |\n",
    "a: |\n",
    "[[",
    "[=[",
    "--[[",
    "--[==[",
    "/* '",
    "'\"",
    "\"'`",
    "\r",
    "\n",
    "\r\n",
    " ",
    "\t",
    " \n",
    "\n ",
    "x\n",
    "x ",
    // Words of the annotation language, and what may follow them.
    "TODO ",
    "TODO\n",
    "TODO(",
    "TODO: a\n",
    "TODO(a) ",
    "TODO [",
    "FIXME/",
    "DEBT(",
    "DEBT(a ",
    "DEBT(\"",
    "DEBT: a\n",
    "DEBT(reckless): a\n",
    "@debt ",
    "@debt(",
    "\\todo ",
    "@Debt(",
    "@Debt(\"x\") ",
    "[Debt(",
    "[Debt(\"x\")]\n",
    "#[debt(",
    "[[debt::reckless(",
    "debt.reckless(",
    "debt(debt(",
    "DEBT_RECKLESS(",
    "DEBT_PRUDENT(\"x\");\n",
    "- DEBT: a\n",
    "// TODO: a\n",
    "# TODO: a\n",
    "-- TODO: a\n",
    "/* TODO: a */",
    "<!-- TODO: a -->",
    "// a\n",
    "# a\n",
    "/*\n",
    "\"// TODO\"",
    "debt:ignore ",
    "// debt:ignore\n",
    "// `TODO ",
    "(TODO ",
    // Code.
    "if(x){",
    "a(",
    "a[",
    "x=y?",
    "f(a, b);\n",
    "class A { ",
    "def f():\n",
    "@a\n",
    "a.b.",
    "1+",
    "!",
    "a,",
    "a;",
    "fn f() {",
    "case x:\n",
    "{{",
    "{%",
    "<%",
    "=> ",
    "x: ",
    "'a' ",
    "\"a\" ",
};

enum class Kind { Unit, Random, RandomAscii, Prose, OneLine };

struct Case {
    std::string name;
    Kind kind = Kind::Unit;
    std::string_view unit;
};

std::vector<Case> cases() {
    std::vector<Case> all{{"random bytes", Kind::Random, {}},
                          {"random ASCII", Kind::RandomAscii, {}},
                          {"prose", Kind::Prose, {}},
                          {"one long line", Kind::OneLine, {}}};
    for (const std::string_view unit : kUnits) all.push_back({std::string(unit), Kind::Unit, unit});
    return all;
}

std::string fill(const Case& c, std::size_t size) {
    std::string text;
    text.reserve(size + 64);
    std::mt19937 random(7);
    static constexpr std::string_view kWords[] = {"the ",     "debt, ", "of (a ",  "project's ", "TODO ",
                                                  "grows.\n", "it's ",  "\"as\" ", "we say: ",   "see #12; "};
    while (text.size() < size) {
        switch (c.kind) {
        case Kind::Unit: text += c.unit; break;
        case Kind::Random: text += static_cast<char>(random() % 255 + 1); break;
        case Kind::RandomAscii: text += static_cast<char>(random() % 95 + 32); break;
        case Kind::Prose: text += kWords[random() % std::size(kWords)]; break;
        case Kind::OneLine: text += 'x'; break;
        }
    }
    return text;
}

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
        if (name == "--rows") options.rows = std::strtoul(argv[i + 1], nullptr, 10);
        if (name == "--only") options.lexical = std::string_view(argv[i + 1]) == "lexical";
        if (name == "--only") options.grammars = !options.lexical;
        if (name == "--language") options.languages.insert(argv[i + 1]);
    }
    return options;
}

/// Every case in every way of reading: the rules of the lexical reader by the whole size, a grammar by what it takes.
std::vector<Cost> measureAll(const Options& options) {
    constexpr std::size_t kGrammarBytes = (1U << 20) - 4096;
    std::vector<Cost> costs;
    std::set<const void*> measured;
    for (const syntax::Language& language : syntax::languages()) {
        if (!options.languages.empty() && !options.languages.contains(std::string(language.id))) continue;
        const bool isLexical = options.lexical && measured.insert(language.rules).second;
        const bool isGrammar =
            options.grammars && language.grammar != nullptr && measured.insert(language.grammar).second;
        for (const Case& c : cases()) {
            if (isLexical) costs.push_back(measure(language, c, "", options.megabytes << 20));
            if (isGrammar) costs.push_back(measure(language, c, "", std::min(kGrammarBytes, options.megabytes << 20)));
            if (isGrammar) costs.back().name += " of 1 MB";
        }
        if (!isLexical) continue;
        for (const std::string_view opener : unterminated(language)) {
            for (const std::string_view unit :
                 {"x", "TODO ", "TODO: a\n", "TODO\n", "a\n", "\n", "\r", " ", "*", "DEBT(", "@debt ", "`TODO\" ",
                  "TODO(", "debt:ignore ", "\xF0\x9F\x94\xA5 TODO "})
                costs.push_back(measure(language, {visible(unit), Kind::Unit, unit}, opener, options.megabytes << 20));
        }
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
