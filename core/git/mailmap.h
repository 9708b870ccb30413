// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/history.h"

#include <map>
#include <string>
#include <string_view>

namespace paydown::git {

/// Who somebody is, by gitmailmap(5): e-mail addresses and names are compared without case. Pure; reading from several
/// threads is fine.
class Mailmap {
public:
    Mailmap() = default;
    explicit Mailmap(std::string_view text);

    /// The proper name and address, or what was given.
    [[nodiscard]] Person apply(const Person& person) const;

private:
    struct Entry {
        Person any;                           ///< Whatever the name; empty fields leave what was given.
        std::map<std::string, Person> byName; ///< Name in lower case.
    };
    std::map<std::string, Entry> m_byEmail; ///< Address in lower case.
};

} // namespace paydown::git
