// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratch_repository.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace paydown::testing {

namespace {

namespace fs = std::filesystem;

/// The environment of this process without what steers git, and with no configuration but the repository's.
std::vector<std::string> gitEnvironment() {
    std::vector<std::string> variables{
        "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_TERMINAL_PROMPT=0", "GIT_EDITOR=true",
        // Fixed, so that two runs make equal commits.
        "GIT_AUTHOR_NAME=Mia", "GIT_AUTHOR_EMAIL=mia@corp.example", "GIT_COMMITTER_NAME=Mia",
        "GIT_COMMITTER_EMAIL=mia@corp.example", "GIT_AUTHOR_DATE=2025-06-01T12:00:00Z",
        "GIT_COMMITTER_DATE=2025-06-01T12:00:00Z"};
    for (char** variable = environ; *variable; ++variable) {
        const std::string_view text(*variable);
        if (!text.starts_with("GIT_")) variables.emplace_back(text);
    }
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

} // namespace

ScratchFolder::ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "paydown-test-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("cannot make a temporary folder");
    m_path = fs::canonical(name).string();
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void ScratchFolder::write(const std::string& path, std::string_view bytes) const {
    const fs::path file = fs::path(m_path) / path;
    fs::create_directories(file.parent_path());
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string ScratchFolder::read(const std::string& path) const {
    std::ifstream stream(fs::path(m_path) / path, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

GitOutcome tryGit(const std::string& directory, const std::vector<std::string>& arguments) {
    const ScratchFolder folder;
    const std::string output = folder.path() + "/out";
    std::vector<std::string> words{
        "git", "-C", directory, "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto environment = gitEnvironment();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, (output + "2").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    pid_t child = 0;
    const int failed =
        posix_spawnp(&child, "git", &actions, nullptr, pointers(words).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("cannot run git");
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, folder.read("out") + folder.read("out2")};
}

std::string runGit(const std::string& directory, const std::vector<std::string>& arguments) {
    auto outcome = tryGit(directory, arguments);
    if (outcome.exitCode != 0) {
        std::string words = "git";
        for (const auto& argument : arguments) words += " " + argument;
        throw std::runtime_error(words + ": " + outcome.text);
    }
    return std::move(outcome.text);
}

} // namespace paydown::testing
