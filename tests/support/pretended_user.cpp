// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretended_user.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace paydown::testing {
namespace {

bool pretends = false;

uid_t realUser() { return static_cast<uid_t>(::syscall(SYS_geteuid)); }

} // namespace

PretendedUser::PretendedUser() { pretends = true; }

PretendedUser::~PretendedUser() { pretends = false; }

} // namespace paydown::testing

// The linker finds this one before the C library's, for this program and for every library it loads.
extern "C" uid_t geteuid() noexcept {
    using namespace paydown::testing;
    constexpr uid_t kSomebodyElse = 4321;
    return pretends ? realUser() + kSomebodyElse : realUser();
}
