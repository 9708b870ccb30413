// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/output.h"

namespace paydown::cli {

namespace {
constexpr std::size_t kBufferBytes = 1U << 15;
}

void Output::write(std::string_view text) {
    if (m_text != nullptr) {
        m_text->append(text);
        return;
    }
    m_buffer.append(text);
    if (m_buffer.size() >= kBufferBytes) flush();
}

void Output::line(std::string_view text) {
    write(text);
    write("\n");
}

void Output::flush() {
    if (m_stream == nullptr) return;
    if (!m_closed && !m_buffer.empty()) {
        const bool whole = std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_stream) == m_buffer.size();
        m_closed = !whole || std::fflush(m_stream) != 0;
    }
    m_buffer.clear();
}

void Output::redirect(std::FILE* stream) {
    flush();
    m_stream = stream;
    m_closed = false;
}

} // namespace paydown::cli
