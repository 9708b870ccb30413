/* SPDX-License-Identifier: CC0-1.0
 *
 * Debt that is stated as code, for C11 and C++11:
 *
 *     #include <debt.h>
 *
 *     DEBT_RECKLESS("retries forever when the bank is down", "owner=@mia", "due=2026-09-30");
 *     DEBT_PRUDENT("one global lock", "why=40 users, the profile shows 2 %");
 *
 * paydown reads these by their text; to the compiler they are declarations that declare nothing, so they may stand
 * wherever a declaration may: in a file, a namespace, a class, a function. They cost nothing at run time.
 */
#ifndef PAYDOWN_DEBT_H
#define PAYDOWN_DEBT_H

#ifdef __cplusplus
#define DEBT_RECKLESS(...) static_assert(true, "reckless debt")
#define DEBT_PRUDENT(...) static_assert(true, "prudent debt")
#else
#define DEBT_RECKLESS(...) _Static_assert(1, "reckless debt")
#define DEBT_PRUDENT(...) _Static_assert(1, "prudent debt")
#endif

#endif
