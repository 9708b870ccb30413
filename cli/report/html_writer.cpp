// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/html_writer.h"

#include "core/base/text.h"

#include <fmt/format.h>

namespace paydown::cli {

std::string htmlText(std::string_view bytes) {
    std::string html;
    for (const char c : escapeForTerminal(bytes)) {
        switch (c) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        case '"': html += "&quot;"; break;
        case '\'': html += "&#39;"; break;
        default: html.push_back(c);
        }
    }
    return html;
}

HtmlWriter& HtmlWriter::element(std::string_view tag, std::string_view bytes, std::string_view cssClass) {
    if (cssClass.empty())
        m_html += fmt::format("<{}>", tag);
    else
        m_html += fmt::format("<{} class=\"{}\">", tag, cssClass);
    m_html += htmlText(bytes);
    m_html += fmt::format("</{}>", tag);
    return *this;
}

} // namespace paydown::cli
