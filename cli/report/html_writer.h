// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace paydown::cli {

/// Text of a repository made safe for HTML, in elements and in quoted attributes: markup characters become references,
/// ill-formed UTF-8 becomes U+FFFD or a visible escape, and so do control characters and bidirectional overrides.
[[nodiscard]] std::string htmlText(std::string_view bytes);

/// Writes a page. What a repository, a person or a configuration said goes through text(); markup() is for literals of
/// our own and for what other functions here have made.
class HtmlWriter {
public:
    HtmlWriter& markup(std::string_view own) {
        m_html += own;
        return *this;
    }
    HtmlWriter& text(std::string_view bytes) {
        m_html += htmlText(bytes);
        return *this;
    }
    /// <tag>text</tag>; with a class where one is given.
    HtmlWriter& element(std::string_view tag, std::string_view bytes, std::string_view cssClass = {});

    [[nodiscard]] const std::string& html() const { return m_html; }

private:
    std::string m_html;
};

} // namespace paydown::cli
