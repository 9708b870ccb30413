// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/git/program.h"

#include "core/base/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace paydown::git {

namespace {

/// The two ends of a pipe, closed at the end.
class Pipe {
public:
    Pipe() {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0) throw Error(fmt::format("run git: {}", std::strerror(errno)));
    }
    ~Pipe() {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    [[nodiscard]] int reading() const { return m_ends[0]; }
    [[nodiscard]] int writing() const { return m_ends[1]; }
    void closeWriting() { closeEnd(1); }

    /// @returns false at the end of what is written.
    bool readInto(std::string& text) const {
        std::array<char, 4096> buffer{};
        const ssize_t count = ::read(m_ends[0], buffer.data(), buffer.size());
        if (count > 0) text.append(buffer.data(), static_cast<std::size_t>(count));
        return count > 0 || (count < 0 && errno == EINTR);
    }

private:
    void closeEnd(std::size_t end) {
        if (m_ends[end] >= 0) ::close(m_ends[end]);
        m_ends[end] = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
};

/// Variables that a hook's environment brings and that name another place, or another language.
bool isReplaced(std::string_view variable) {
    for (const std::string_view name : {"GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_PREFIX=", "LC_ALL=",
                                        "LANGUAGE=", "GIT_OBJECT_DIRECTORY=", "GIT_QUARANTINE_PATH="}) {
        if (variable.starts_with(name)) return true;
    }
    return false;
}

std::vector<std::string> environmentOf() {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (!isReplaced(*variable)) variables.emplace_back(*variable);
    }
    variables.emplace_back("LC_ALL=C");
    return variables;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

void readBoth(const Pipe& out, const Pipe& err, ProgramResult& result) {
    std::array<pollfd, 2> ends{pollfd{out.reading(), POLLIN, 0}, pollfd{err.reading(), POLLIN, 0}};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
        if (ends[0].revents != 0 && !out.readInto(result.out)) ends[0].fd = -1;
        if (ends[1].revents != 0 && !err.readInto(result.err)) ends[1].fd = -1;
    }
}

int waitFor(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

ProgramResult runProgram(const Repository& repository, const std::vector<std::string>& arguments) {
    std::vector<std::string> command{"git", "--git-dir=" + repository.gitDir(),
                                     "-c",  "core.hooksPath=/dev/null",
                                     "-c",  "core.fsmonitor=false",
                                     "-c",  "gc.auto=0",
                                     "-c",  "maintenance.auto=false"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = environmentOf();
    Pipe out;
    Pipe err;
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out.writing(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, err.writing(), STDERR_FILENO);
    pid_t child = 0;
    const auto argv = pointersTo(command);
    const auto envp = pointersTo(environment);
    const int failure = ::posix_spawnp(&child, "git", &files, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0) throw Error(fmt::format("run git: {}", std::strerror(failure)), "install git, or mend PATH");
    out.closeWriting();
    err.closeWriting();
    ProgramResult result;
    readBoth(out, err, result);
    result.exitCode = waitFor(child);
    return result;
}

} // namespace paydown::git
