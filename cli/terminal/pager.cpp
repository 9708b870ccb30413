// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/pager.h"

#include <cstdlib>
#include <string>

namespace paydown::cli {

namespace {

std::string pagerCommand() {
    for (const char* variable : {"PAYDOWN_PAGER", "PAGER"}) {
        const char* value = std::getenv(variable);
        if (value != nullptr) return value;
    }
    return "less";
}

} // namespace

Pager::Pager() {
    const std::string command = pagerCommand();
    if (command.empty() || command == "cat") return;
    constexpr int kKeepUsersChoice = 0;
    setenv("LESS", "FRX", kKeepUsersChoice);
    // A pager is a command line that the user wrote for a shell, as with git; nothing of the repository is in it.
    m_pipe = popen(command.c_str(), "w"); // NOLINT(cert-env33-c)
}

Pager::~Pager() {
    if (m_pipe != nullptr) pclose(m_pipe);
}

} // namespace paydown::cli
