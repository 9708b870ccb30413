// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <atomic>
#include <csignal>
#include <semaphore.h>
#include <thread>
#include <unistd.h>

namespace paydown::cli {

namespace {

sem_t g_interrupted;
std::atomic<int> g_received{0};

std::stop_source& stopSource() {
    static std::stop_source source;
    return source;
}

/// Only what is allowed in a signal handler: an atomic, sem_post and _exit.
void onInterrupt(int signal) {
    if (g_received.fetch_add(1) == 0) {
        sem_post(&g_interrupted);
        return;
    }
    constexpr int kShellOffset = 128;
    _exit(kShellOffset + signal);
}

} // namespace

void installInterruptHandler() {
    std::signal(SIGPIPE, SIG_IGN);
    sem_init(&g_interrupted, /*pshared=*/0, 0);
    struct sigaction action {};
    action.sa_handler = onInterrupt;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // request_stop() runs callbacks and takes locks, so it has a thread of its own.
    std::thread([] {
        while (sem_wait(&g_interrupted) != 0) {
        }
        stopSource().request_stop();
    }).detach();
}

std::stop_token interruptToken() { return stopSource().get_token(); }

} // namespace paydown::cli
