// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace paydown {

/// A failure that ends an operation. The text says what was tried, on what, and what the system answered
/// ("read registry: open X: disk I/O error"), and where there is one, what to do about it. Caught at the edges only:
/// main, a job of the desk, the hook.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& what) : std::runtime_error(what) {}
    /// @param remedy what the user can do now; shown on the same line after the cause.
    Error(const std::string& what, std::string remedy) : std::runtime_error(what), m_remedy(std::move(remedy)) {}

    /// What the user can do about it; empty when there is nothing better than the cause itself.
    [[nodiscard]] const std::string& remedy() const noexcept { return m_remedy; }

    /// Cause and remedy as one line for a terminal or a dialog, unescaped.
    [[nodiscard]] std::string line() const;

private:
    std::string m_remedy;
};

/// The user, a signal or a closing window asked to stop; the registry is consistent. Not a failure to report.
class Cancelled : public Error {
public:
    Cancelled() : Error("cancelled") {}
};

/// A failure that the caller is expected to act on.
struct Failure {
    std::string what;   ///< Cause, in one sentence without a final stop.
    std::string remedy; ///< What to do about it; may be empty.
};

template <typename T>
using Result = tl::expected<T, Failure>;

/// Shorthand for returning a Failure from a function that yields a Result.
[[nodiscard]] inline tl::unexpected<Failure> fail(std::string what, std::string remedy = {}) {
    return tl::unexpected<Failure>(Failure{std::move(what), std::move(remedy)});
}

} // namespace paydown
