// SPDX-License-Identifier: GPL-3.0-or-later

/// Loaded in front of a program's libraries, this makes it believe that it runs as another user: files of whoever runs
/// the test then belong to a stranger, without the rights it takes to give files away.

#include <sys/syscall.h>
#include <unistd.h>

extern "C" uid_t geteuid() noexcept {
    constexpr uid_t kSomebodyElse = 4321;
    return static_cast<uid_t>(::syscall(SYS_geteuid)) + kSomebodyElse;
}
