// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/desk_main.h"
#include "gui/backend/repository_backend.h"

int main(int argc, char** argv) {
    return paydown::gui::runDesk(argc, argv, [] { return std::make_unique<paydown::gui::RepositoryBackend>(); });
}
