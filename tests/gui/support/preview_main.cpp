// SPDX-License-Identifier: GPL-3.0-or-later
// The desk on generated data, to look at: `gui_preview --shots DIR` or, on a screen, without.
#include "gui/app/desk_main.h"
#include "tests/gui/support/fake_backend.h"

int main(int argc, char** argv) {
    return paydown::gui::runDesk(argc, argv, [] { return std::make_unique<paydown::gui::FakeBackend>(3012U); });
}
