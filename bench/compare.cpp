// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times two commands as whole processes, in turn (A B A B …), so that a machine that gets slower slows both, and prints
// one row of a table: medians, their ratio and the bound that the ratio has to keep.
//
//   bench-compare --name TEXT --bound RATIO --runs N [--prepare CMD] [--weights A B] [--apart PHASE] -- A… -- B…
//   bench-compare --name TEXT --bound-seconds S | --bound-first-line S | --bound-anon-mb M --runs N [--prepare CMD] --
//   A…
//
// --prepare runs through the shell before each run of A and of B and is not timed. With --weights, the ratio is that of
// the times per unit of work, such as bytes. With --apart, A says how long a phase of it took (as scan --verbose does:
// "PHASE 1.23 s"), and that phase gets a row of its own, with the same bound. The first line is timed to the first byte
// on standard output. Peak memory is the greatest RssAnon seen, sampled every 5 ms: mapped pack files are the kernel's
// cache, not ours.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using Arguments = std::vector<std::string>;

struct Run {
    double wallSeconds = 0;
    double cpuSeconds = 0;
    double firstByteSeconds = 0;
    double anonMebibytes = 0;
    double apartSeconds = 0;
};

struct Plan {
    std::string name;
    std::string prepare;
    std::string apart; ///< Empty: nothing is told apart.
    double ratioBound = 0;
    double secondsBound = 0;
    double firstLineBound = 0;
    double anonBound = 0;
    double weightA = 1;
    double weightB = 1;
    int runs = 5;
    Arguments a;
    Arguments b;
};

[[noreturn]] void fail(const std::string& what) {
    std::fprintf(stderr, "bench-compare: %s\n", what.c_str());
    std::exit(2);
}

double anonMebibytes(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("RssAnon:")) return std::strtod(line.c_str() + std::strlen("RssAnon:"), nullptr) / 1024;
    }
    return 0;
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// @param output where its standard output goes
pid_t start(const Arguments& command, int output) {
    std::vector<char*> argv;
    for (const auto& word : command) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    const int failure = posix_spawnp(&process, argv[0], &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0) fail("cannot start " + command[0] + ": " + std::strerror(failure));
    return process;
}

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Takes all that comes; how long the first of it took.
/// @param kept the beginning of it, for what a command says about itself
double drain(int input, std::chrono::steady_clock::time_point begin, std::string& kept) {
    constexpr std::size_t kMostKept = 4096;
    std::array<char, 1U << 16> buffer{};
    double first = 0;
    for (ssize_t count = 1; count > 0 || (count < 0 && errno == EINTR);) {
        count = read(input, buffer.data(), buffer.size());
        if (count > 0 && first == 0) first = secondsSince(begin);
        if (count > 0 && kept.size() < kMostKept) kept.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return first;
}

/// How long a phase took by what the command said about itself; 0 where it said nothing.
double phaseSeconds(const std::string& said, const std::string& phase) {
    const std::size_t at = ("\n" + said).find("\n" + phase);
    return at == std::string::npos ? 0 : std::strtod(said.c_str() + at + phase.size(), nullptr);
}

/// @param apart a phase of the command, or empty
Run measure(const Arguments& command, const std::string& apart) {
    std::array<int, 2> pipeEnds{};
    if (pipe2(pipeEnds.data(), O_CLOEXEC) != 0) fail("no pipe");
    const auto begin = std::chrono::steady_clock::now();
    const pid_t process = start(command, pipeEnds[1]);
    close(pipeEnds[1]);
    Run run;
    std::jthread sampler([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            run.anonMebibytes = std::max(run.anonMebibytes, anonMebibytes(process));
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    std::string said;
    run.firstByteSeconds = drain(pipeEnds[0], begin, said);
    close(pipeEnds[0]);
    int status = 0;
    rusage usage{};
    while (wait4(process, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    run.wallSeconds = secondsSince(begin);
    sampler.request_stop();
    sampler.join();
    run.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    // rg and paydown check say "no" with 1; anything else did not do its work and must not be timed.
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) fail("the command failed: " + command[0]);
    if (!apart.empty()) {
        run.apartSeconds = phaseSeconds(said, apart);
        if (run.apartSeconds <= 0) fail(command[0] + " said nothing about " + apart);
    }
    return run;
}

double median(std::vector<Run> runs, double Run::*figure) {
    std::ranges::sort(runs, {}, figure);
    return runs[runs.size() / 2].*figure;
}

Plan parse(int argc, char** argv) {
    Plan plan;
    int at = 1;
    const auto value = [&] { return at + 1 < argc ? std::string(argv[++at]) : std::string(); };
    for (; at < argc && std::strcmp(argv[at], "--") != 0; ++at) {
        const std::string option = argv[at];
        if (option == "--name")
            plan.name = value();
        else if (option == "--prepare")
            plan.prepare = value();
        else if (option == "--apart")
            plan.apart = value();
        else if (option == "--bound")
            plan.ratioBound = std::stod(value());
        else if (option == "--bound-seconds")
            plan.secondsBound = std::stod(value());
        else if (option == "--bound-first-line")
            plan.firstLineBound = std::stod(value());
        else if (option == "--bound-anon-mb")
            plan.anonBound = std::stod(value());
        else if (option == "--weights") {
            plan.weightA = std::stod(value());
            plan.weightB = std::stod(value());
        } else if (option == "--runs")
            plan.runs = std::stoi(value());
        else
            fail("unknown option " + option);
    }
    for (++at; at < argc && std::strcmp(argv[at], "--") != 0; ++at) plan.a.emplace_back(argv[at]);
    for (++at; at < argc; ++at) plan.b.emplace_back(argv[at]);
    if (plan.a.empty()) fail("no command after --");
    return plan;
}

void prepare(const Plan& plan) {
    if (!plan.prepare.empty() && std::system(plan.prepare.c_str()) != 0) fail("--prepare failed: " + plan.prepare);
}

void printRow(const Plan& plan, const std::vector<Run>& a, const std::vector<Run>& b) {
    const double apart = median(a, &Run::apartSeconds);
    const double wall = median(a, &Run::wallSeconds) - apart;
    std::printf("| %s | %.3f s (cpu %.3f) | ", plan.name.c_str(), wall, median(a, &Run::cpuSeconds));
    bool holds = true;
    if (!b.empty()) {
        const double other = median(b, &Run::wallSeconds);
        const double ratio = (wall / plan.weightA) / (other / plan.weightB);
        holds = plan.ratioBound <= 0 || ratio <= plan.ratioBound;
        std::printf("%.3f s (cpu %.3f) | %.2f | ≤ %.2f | ", other, median(b, &Run::cpuSeconds), ratio, plan.ratioBound);
    } else if (plan.firstLineBound > 0) {
        const double first = median(a, &Run::firstByteSeconds);
        holds = first > 0 && first <= plan.firstLineBound;
        std::printf("– | first line %.3f s | ≤ %.2f s | ", first, plan.firstLineBound);
    } else if (plan.secondsBound > 0) {
        holds = wall <= plan.secondsBound;
        std::printf("– | – | ≤ %.2f s | ", plan.secondsBound);
    } else {
        const double peak = median(a, &Run::anonMebibytes);
        holds = plan.anonBound <= 0 || peak <= plan.anonBound;
        std::printf("– | peak %.0f MB | ≤ %.0f MB | ", peak, plan.anonBound);
    }
    std::printf("%s |\n", holds ? "holds" : "MISSED");
    if (plan.apart.empty() || b.empty()) return;
    const double ratio = apart / median(b, &Run::wallSeconds);
    std::printf("| %s: %s | %.3f s | – | %.2f | ≤ %.2f | %s |\n", plan.name.c_str(), plan.apart.c_str(), apart, ratio,
                plan.ratioBound, ratio <= plan.ratioBound ? "holds" : "MISSED");
}

} // namespace

int main(int argc, char** argv) {
    const Plan plan = parse(argc, argv);
    std::vector<Run> a;
    std::vector<Run> b;
    for (int i = 0; i < plan.runs; ++i) {
        prepare(plan);
        a.push_back(measure(plan.a, plan.apart));
        if (plan.b.empty()) continue;
        prepare(plan);
        b.push_back(measure(plan.b, {}));
    }
    printRow(plan, a, b);
    return 0;
}
