// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/comments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// A text in a language and the comments that a developer sees in it.
struct CommentCase {
    std::string_view language;
    std::string_view text;
    std::vector<std::string> comments;
};

/// The comments as they stand in the text.
inline std::vector<std::string> commentsOf(std::string_view language, std::string_view text) {
    std::vector<std::string> texts;
    for (const Comment& comment : readComments(*findLanguage(language), text))
        texts.emplace_back(text.substr(comment.beginByte, comment.endByte - comment.beginByte));
    return texts;
}

inline void expectComments(const std::vector<CommentCase>& cases) {
    for (const CommentCase& c : cases)
        EXPECT_THAT(commentsOf(c.language, c.text), testing::ElementsAreArray(c.comments))
            << c.language << ": " << c.text;
}

} // namespace paydown::syntax
