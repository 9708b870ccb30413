// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/backtest_command.h"
#include "cli/commands/check_command.h"
#include "cli/commands/complete_command.h"
#include "cli/commands/desk_command.h"
#include "cli/commands/diff_command.h"
#include "cli/commands/doctor_command.h"
#include "cli/commands/here_command.h"
#include "cli/commands/hook_command.h"
#include "cli/commands/init_command.h"
#include "cli/commands/list_command.h"
#include "cli/commands/log_command.h"
#include "cli/commands/mine_command.h"
#include "cli/commands/plan_command.h"
#include "cli/commands/report_command.h"
#include "cli/commands/rule_command.h"
#include "cli/commands/scan_command.h"
#include "cli/commands/set_command.h"
#include "cli/commands/show_command.h"
#include "cli/commands/stats_command.h"
#include "cli/commands/sync_command.h"
#include "cli/commands/tidy_command.h"
#include "cli/commands/today_command.h"
#include "cli/commands/workspace_command.h"

namespace paydown::cli {

std::vector<std::unique_ptr<Command>> allCommands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<TodayCommand>());
    commands.push_back(std::make_unique<ListCommand>());
    commands.push_back(std::make_unique<ScanCommand>());
    commands.push_back(std::make_unique<ShowCommand>());
    commands.push_back(std::make_unique<LogCommand>());
    commands.push_back(std::make_unique<StatsCommand>());
    commands.push_back(std::make_unique<MineCommand>());
    commands.push_back(std::make_unique<HereCommand>());
    commands.push_back(std::make_unique<DiffCommand>());
    commands.push_back(std::make_unique<SetCommand>());
    commands.push_back(std::make_unique<UndoCommand>());
    commands.push_back(std::make_unique<RuleCommand>());
    commands.push_back(std::make_unique<PlanCommand>());
    commands.push_back(std::make_unique<TidyCommand>());
    commands.push_back(std::make_unique<ReportCommand>());
    commands.push_back(std::make_unique<CheckCommand>());
    commands.push_back(std::make_unique<HookCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<WorkspaceCommand>());
    commands.push_back(std::make_unique<InitCommand>());
    commands.push_back(std::make_unique<DoctorCommand>());
    commands.push_back(std::make_unique<BacktestCommand>());
    commands.push_back(std::make_unique<DeskCommand>());
    commands.push_back(std::make_unique<CompleteCommand>());
    return commands;
}

} // namespace paydown::cli
