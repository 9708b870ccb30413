// SPDX-License-Identifier: GPL-3.0-or-later
// debt:ignore-file
// Compiling this is the test: debt.h may stand wherever C allows a declaration.
#include "packaging/include/debt.h"

DEBT_PRUDENT("one global lock", "why=40 users", "owner=@mia");

int debtHeaderInC(int value) {
    DEBT_RECKLESS("adds one to everything");
    return value + 1;
}
