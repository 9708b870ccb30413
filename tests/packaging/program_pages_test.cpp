// SPDX-License-Identifier: GPL-3.0-or-later

// The man page and the completions are written by hand; these tests notice when the program has grown beyond them.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>

namespace {

std::string read(const std::string& path) {
    std::ifstream stream(std::string(PAYDOWN_SOURCE_DIR) + "/packaging/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string help(const std::string& command) {
    const std::string line = std::string("'") + PAYDOWN_PROGRAM + "' " + command + " --help";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(line.c_str(), "r"), &pclose);
    std::string text;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) text += static_cast<char>(c);
    return text;
}

/// The names below "Subcommands:" in the program's help.
std::vector<std::string> commands() {
    std::istringstream lines(help(""));
    std::vector<std::string> names;
    bool isBelow = false;
    for (std::string line; std::getline(lines, line);) {
        std::string name;
        if (isBelow && std::istringstream(line) >> name && line.starts_with("  ") && line[2] != ' ')
            names.push_back(name);
        if (line.starts_with("Subcommands:")) isBelow = true;
    }
    return names;
}

/// The long options in the help of a command, but --help itself.
std::vector<std::string> longOptions(const std::string& command) {
    std::istringstream words(help(command));
    std::vector<std::string> options;
    for (std::string word; words >> word;) {
        const auto at = word.starts_with("--")                  ? 0
                        : word.find(",--") == std::string::npos ? word.npos
                                                                : word.find(",--") + 1;
        if (at == word.npos) continue;
        const auto end = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
        const std::string option = word.substr(at, end == word.npos ? end : end - at);
        if (option.size() > 3 && option != "--help") options.push_back(option);
    }
    return options;
}

TEST(ProgramPages, NameEveryCommand) {
    const std::string manual = read("man/paydown.1"), bash = read("completions/paydown.bash"),
                      zsh = read("completions/_paydown"), fish = read("completions/paydown.fish");
    EXPECT_GT(commands().size(), 10u);
    for (const std::string& command : commands()) {
        EXPECT_THAT(manual, testing::HasSubstr("It Ic " + command)) << command;
        EXPECT_THAT(bash, testing::ContainsRegex("commands='.*" + command)) << command;
        EXPECT_THAT(zsh, testing::HasSubstr("'" + command + ":")) << command;
        EXPECT_THAT(fish, testing::HasSubstr("'" + command + "\\t")) << command;
    }
}

TEST(ProgramPages, ExplainEveryOptionInTheManual) {
    std::string manual = read("man/paydown.1");
    for (const std::string& command : commands())
        for (const std::string& option : longOptions(command))
            EXPECT_THAT(manual, testing::HasSubstr(" " + option.substr(1))) << command << " " << option;
}

} // namespace
