// SPDX-License-Identifier: GPL-3.0-or-later
//
// Empty: a target needs a source, and this one is there for its precompiled headers.
