// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>

namespace paydown::cli {

/// The user's pager ($PAYDOWN_PAGER, $PAGER, else less), fed through a pipe; without options of theirs less is run as
/// git runs it: it quits when the answer fits the screen, keeps colours and does not clear.
class Pager {
public:
    Pager();
    ~Pager();
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;

    /// Where to write; null when no pager could be started.
    [[nodiscard]] std::FILE* stream() const { return m_pipe; }

private:
    std::FILE* m_pipe = nullptr;
};

} // namespace paydown::cli
