// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paydown::testing {

/// While it lives, this process believes that it runs as another user: geteuid() answers with somebody else, also to
/// the libraries. Files in scratch folders then belong to a stranger, without the rights it takes to give files away.
/// A program that uses it has its own geteuid(). Not for threads.
class PretendedUser {
public:
    PretendedUser();
    ~PretendedUser();
    PretendedUser(const PretendedUser&) = delete;
    PretendedUser& operator=(const PretendedUser&) = delete;
};

} // namespace paydown::testing
