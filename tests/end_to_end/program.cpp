// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/program.h"

#include "tests/support/scratch_repository.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace paydown::testing {

namespace {

/// The variables that every run starts from: nothing of the machine but where programs are.
std::vector<std::string> cleanEnvironment(const std::string& home) {
    const auto folder = std::filesystem::path(PAYDOWN_PROGRAM).parent_path().string();
    const char* path = std::getenv("PATH");
    std::vector<std::string> variables{"PATH=" + folder + ":" + (path != nullptr ? path : "/usr/bin:/bin"),
                                       "HOME=" + home,
                                       "XDG_CONFIG_HOME=" + home,
                                       "XDG_DATA_HOME=" + home + "/data",
                                       "XDG_CACHE_HOME=" + home + "/cache",
                                       "GIT_CONFIG_NOSYSTEM=1",
                                       "GIT_CONFIG_GLOBAL=/dev/null",
                                       "GIT_AUTHOR_NAME=Kai",
                                       "GIT_AUTHOR_EMAIL=kai@corp.example",
                                       "GIT_COMMITTER_NAME=Kai",
                                       "GIT_COMMITTER_EMAIL=kai@corp.example",
                                       "PAYDOWN_NOW=2026-11-23T10:00:00Z",
                                       "LC_ALL=C.UTF-8",
                                       "TZ=UTC"};
    // A sanitizer build must report in the child as it does here.
    for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
    }
    return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts a program with its output in files "out" and "err" of a folder.
pid_t start(const std::string& directory, std::vector<std::string> command, const std::vector<std::string>& extra,
            const ScratchFolder& scratch) {
    const std::string outPath = scratch.path() + "/out";
    const std::string errPath = scratch.path() + "/err";
    // Of two definitions of a variable, programs see the first.
    std::vector<std::string> environment = extra;
    for (auto& variable : cleanEnvironment(scratch.path())) environment.push_back(std::move(variable));
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addchdir_np(&files, directory.c_str());
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, outPath.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errPath.c_str(), O_WRONLY | O_CREAT, 0600);
    auto argv = pointersTo(command);
    auto envp = pointersTo(environment);
    pid_t child = 0;
    const int failure = posix_spawnp(&child, argv[0], &files, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0) throw std::runtime_error("cannot start " + command[0]);
    return child;
}

int waitFor(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

Said run(const std::string& directory, std::vector<std::string> command, const std::vector<std::string>& extra) {
    const ScratchFolder scratch;
    const int status = waitFor(start(directory, std::move(command), extra, scratch));
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), scratch.read("out"), scratch.read("err")};
}

} // namespace

Said paydownIn(const std::string& directory, const std::vector<std::string>& arguments,
               const std::vector<std::string>& environment) {
    std::vector<std::string> command{PAYDOWN_PROGRAM};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(directory, std::move(command), environment);
}

bool killPaydownIn(const std::string& directory, const std::vector<std::string>& arguments,
                   std::chrono::microseconds after) {
    std::vector<std::string> command{PAYDOWN_PROGRAM};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const ScratchFolder scratch;
    const pid_t child = start(directory, std::move(command), {}, scratch);
    std::this_thread::sleep_for(after);
    kill(child, SIGKILL);
    return WIFSIGNALED(waitFor(child));
}

nlohmann::json itemsIn(const std::string& directory, const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"list", "--format", "json"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Said said = paydownIn(directory, command);
    EXPECT_EQ(said.exitCode, 0) << said.err;
    return nlohmann::json::parse(said.out)["items"];
}

Said gitCommit(const std::string& directory, const std::string& message, const std::vector<std::string>& environment) {
    return run(directory, {"git", "commit", "-m", message}, environment);
}

Said shellIn(const std::string& directory, const std::string& line, const std::vector<std::string>& environment) {
    return run(directory, {"bash", "-c", line}, environment);
}

} // namespace paydown::testing
