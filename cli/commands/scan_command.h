// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown scan`: reads what is new in tree and history into the registry and says what it found.
class ScanCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "scan"; }
    [[nodiscard]] const char* summary() const override { return "Read tree and history into the registry"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    /// @param heading in front of what is said: "pay: ".
    void scan(Session& session, Checkout& place, const std::string& heading) const;

    bool m_quiet = false;
    bool m_verbose = false;
};

} // namespace paydown::cli
