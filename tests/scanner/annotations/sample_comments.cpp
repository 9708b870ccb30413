// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_comments.h"

#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>

namespace paydown::annotations::testing {

std::vector<syntax::Comment> commentsOf(std::string_view source) {
    std::vector<syntax::Comment> comments;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const std::string_view rest = source.substr(at);
        syntax::Comment comment;
        comment.beginByte = static_cast<std::uint32_t>(at);
        if (rest.starts_with("/*")) {
            const auto close = rest.find("*/", 2);
            const std::size_t length = close == std::string_view::npos ? rest.size() : close + 2;
            comment.endByte = static_cast<std::uint32_t>(at + length);
            comment.kind = syntax::CommentKind::Block;
        } else if (rest.starts_with("//") || rest.starts_with("#")) {
            const auto length = std::min(rest.find_first_of("\r\n"), rest.size());
            comment.endByte = static_cast<std::uint32_t>(at + length);
        } else {
            continue;
        }
        comments.push_back(comment);
        at = comment.endByte - 1;
    }
    return comments;
}

std::vector<std::uint32_t> candidatesIn(std::string_view source) {
    std::vector<std::uint32_t> offsets;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const char before = at == 0 ? ' ' : source[at - 1];
        const bool isInside = std::isalnum(static_cast<unsigned char>(before)) != 0 || before == '_';
        if (!isInside) offsets.push_back(static_cast<std::uint32_t>(at));
    }
    return offsets;
}

Reading readSample(std::string_view source) {
    static const AnnotationReader reader({"TODO", "FIXME", "HACK", "XXX"});
    return reader.read(source, commentsOf(source), candidatesIn(source));
}

std::vector<Annotation> annotationsIn(std::string_view source) {
    std::vector<Annotation> all = readSample(source).annotations;
    all.erase(std::remove_if(all.begin(), all.end(), [](const Annotation& a) { return a.mention; }), all.end());
    return all;
}

Annotation annotationOf(std::string_view text) {
    const std::string source = "// " + std::string(text) + "\n";
    const std::vector<Annotation> all = annotationsIn(source);
    EXPECT_EQ(all.size(), 1U) << source;
    return all.empty() ? Annotation{} : all.front();
}

} // namespace paydown::annotations::testing
