// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace paydown::gui {

class DeskBackend;

/// The whole program: reads the command line, sets the theme, shows the window on a backend, runs the event loop or
/// writes the pictures that were asked for. @return the exit code: 2 for a command line that cannot be read.
int runDesk(int argc, char** argv, const std::function<std::unique_ptr<DeskBackend>()>& makeBackend);

} // namespace paydown::gui
