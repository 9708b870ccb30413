// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report/html_writer.h"

namespace paydown::cli {
namespace {

TEST(HtmlText, LeavesNoMarkup) {
    EXPECT_EQ(htmlText("<script>alert('x' & \"y\")</script>"),
              "&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;");
}

TEST(HtmlText, ShowsWhatCouldHideOrTurnText) {
    EXPECT_EQ(htmlText("a\x1b[31m\xe2\x80\xae"), "a\\x1b[31m\\u202e");
    EXPECT_EQ(htmlText(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(HtmlText, IsUtf8WhateverComes) {
    const std::string html = htmlText("gr\xfc\xdf \xe2\x82\xac");
    EXPECT_EQ(html.find('\xfc'), std::string::npos);
    EXPECT_NE(html.find("\xe2\x82\xac"), std::string::npos);
}

TEST(HtmlWriter, EscapesWhatElementsHold) {
    HtmlWriter writer;
    writer.element("p", "a<b", "muted").markup("<hr>").text("&");
    EXPECT_EQ(writer.html(), "<p class=\"muted\">a&lt;b</p><hr>&amp;");
}

} // namespace
} // namespace paydown::cli
