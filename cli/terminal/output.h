// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace paydown::cli {

/// Where a command writes its answer: a buffered stream that may be a terminal, a pipe, a pager or, in tests, a string.
/// A closed pipe (| head) ends the output silently. Single thread.
class Output {
public:
    /// Writes to a stdio stream that the caller keeps open.
    explicit Output(std::FILE* stream) : m_stream(stream) {}
    /// Writes to a string, for tests.
    explicit Output(std::string& text) : m_text(&text) {}
    ~Output() { flush(); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);
    void line(std::string_view text);
    /// Hands everything written so far to the system.
    void flush();
    /// Whether the reader has gone away; a command may stop early.
    [[nodiscard]] bool isClosed() const noexcept { return m_closed; }
    /// Goes on with another stream, such as a pager's pipe.
    void redirect(std::FILE* stream);

private:
    std::FILE* m_stream = nullptr;
    std::string* m_text = nullptr;
    std::string m_buffer;
    bool m_closed = false;
};

} // namespace paydown::cli
