// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown doctor`: what is wrong with this set-up and how to mend it; with --languages, what can be read and how.
class DoctorCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "doctor"; }
    [[nodiscard]] const char* summary() const override {
        return "Say what is wrong with this set-up and how to mend it";
    }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    int listLanguages(Session& session) const;

    bool m_languages = false;
    std::string m_format = "table";
};

} // namespace paydown::cli
