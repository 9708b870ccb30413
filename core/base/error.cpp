// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace paydown {

std::string Error::line() const {
    return m_remedy.empty() ? std::string(what()) : fmt::format("{}: {}", what(), m_remedy);
}

} // namespace paydown
