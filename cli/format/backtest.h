// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal/output.h"
#include "core/backtest/backtest.h"

#include <span>
#include <string_view>

namespace paydown::cli {

/// A backtest for people: what each way of ranking caught, then the days.
void writeBacktestTable(Output& output, const Backtest& result);
/// The same as tables of Markdown. @param name of the repository.
void writeBacktestMarkdown(Output& output, const Backtest& result, std::string_view name);
/// One JSON object a line for each debt on each day, with what was known and what came, so that anybody can try another
/// formula (docs/formats.md).
void writePastDebts(Output& output, std::span<const PastDay> days);

} // namespace paydown::cli
