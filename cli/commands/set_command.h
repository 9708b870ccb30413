// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace paydown::cli {

/// `paydown set ID… FIELD=VALUE…`: decides about items, many at once, as one batch that undo takes back whole.
class SetCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "set"; }
    [[nodiscard]] const char* summary() const override { return "Decide about items: verdict, owner, due, effort …"; }
    void declare(CLI::App& app) override;
    int run(Session& session) override;

private:
    std::vector<std::string> m_words; ///< Ids and FIELD=VALUE in any order.
    std::vector<std::string> m_where;
    std::string m_note;
    bool m_alike = false;
    bool m_dryRun = false;
};

/// `paydown undo`: takes back this person's last action in this clone.
class UndoCommand final : public Command {
public:
    [[nodiscard]] const char* name() const override { return "undo"; }
    [[nodiscard]] const char* summary() const override { return "Take back my last decision, whole"; }
    void declare(CLI::App&) override {}
    int run(Session& session) override;
};

} // namespace paydown::cli
