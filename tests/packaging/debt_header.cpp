// SPDX-License-Identifier: GPL-3.0-or-later
// debt:ignore-file
// Compiling this is the test: debt.h may stand wherever C++ allows a declaration.
#include "packaging/include/debt.h"

namespace {

DEBT_PRUDENT("one namespace for everything", "why=it is a test");

class Counter {
    DEBT_RECKLESS("overflows", "owner=@mia", "due=2027-03-31");

public:
    template <typename Number>
    Number add(Number by) {
        DEBT_PRUDENT("a template for one use");
        return m_sum += static_cast<int>(by);
    }

private:
    int m_sum = 0;
};

} // namespace

int debtHeaderInCpp(int value);

int debtHeaderInCpp(int value) { return Counter().add(value); }
