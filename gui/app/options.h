// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/main_window.h"
#include "gui/theme/theme.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace paydown::gui {

/// paydown-desk [REPO] [--page triage|plan] [--theme light|dark|auto] [--shots DIR] [--version] [--help]
struct Options {
    QString repository;
    PageId page = PageId::Triage;
    std::optional<ThemeChoice> theme;
    QString shots;
    QString problem; ///< What is wrong with the command line; empty when nothing is.
};

[[nodiscard]] Options readOptions(const QStringList& arguments);

/// Answers --version, --help and a wrong command line on the terminal, without a display. @return the exit code when
/// that was all.
[[nodiscard]] std::optional<int> answerWithoutWindow(int argc, char** argv);

} // namespace paydown::gui
