// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Who works on the sample repository, on what, and when.

#include "tests/sample/source_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace paydown::sample {

/// A part of the sample project.
struct Module {
    std::string name;   ///< As the debt texts call it.
    std::string folder; ///< Where it is now.
    Language language = Language::Cpp;
    std::vector<std::string> stems; ///< Names of files that come one after the other.
    unsigned begins = 0;            ///< In thousandths of the story.
};

/// A developer.
struct Author {
    std::string name;
    std::string email;
    std::vector<std::string> modules;
    unsigned begins = 0; ///< In thousandths of the story.
    unsigned ends = 1001;
    std::string offset; ///< Of the clock on their machine.
};

[[nodiscard]] std::vector<Module> modules();
[[nodiscard]] const std::vector<Author>& authors();

/// Path and content of a file that is written once; `begins` is in thousandths of the story.
struct FixedText {
    unsigned begins = 0;
    std::string_view path;
    std::string_view content;
    std::string_view subject; ///< Of the commit that brings it.
};

/// In the order of their beginning. A path may come again with other content.
[[nodiscard]] const std::vector<FixedText>& fixedTexts();

} // namespace paydown::sample
