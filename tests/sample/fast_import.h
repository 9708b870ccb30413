// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Commits written into a new repository through `git fast-import`: fast, and with every name and date under control.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace paydown::sample {

/// Path → content of everything that a commit holds.
using Files = std::map<std::string, std::string>;

/// A commit that was written; 0 is none.
using Mark = int;

/// Who committed and when.
struct Signature {
    std::string name;
    std::string email;
    std::int64_t seconds = 0; ///< Since 1970, UTC.
    std::string offset;       ///< "+0100"
};

/// Writes commits to one repository. Not for threads.
class FastImport {
public:
    /// Makes an empty repository with the branch `main`.
    /// @throws std::runtime_error when the folder exists or git fails.
    explicit FastImport(std::filesystem::path repository);

    /// Adds a commit with the files `now`, where its first parent holds `before`. `parent` and `merged` may be 0.
    Mark commit(const std::string& branch, const Signature& who, const std::string& message, const Files& before,
                const Files& now, Mark parent, Mark merged = 0);

    void tag(const std::string& name, Mark mark);

    /// Hands over what was added so far, and returns the commit's id in hex.
    std::string idOf(Mark mark);

    /// Hands over the rest and checks `main` out.
    void finish();

private:
    void flush();

    std::filesystem::path m_repository;
    std::string m_stream;
    Mark m_last = 0;
};

} // namespace paydown::sample
