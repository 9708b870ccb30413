// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::history {

/// A hash of each line without the white space at its ends, in order: a file indented anew, or with other line ends, is
/// the same file. 0 for a blank line. The last line counts whether or not it ends in LF.
[[nodiscard]] std::vector<std::uint32_t> lineKeys(std::string_view bytes);

/// lineKeys() of one version of a file after another: lines that the version before began or ended with keep their
/// keys, so that a version costs little more than what changed in it. One thread.
class LineKeyReader {
public:
    /// The keys are valid until the next call.
    [[nodiscard]] const std::vector<std::uint32_t>& read(std::string_view bytes);

private:
    std::string m_bytes; ///< Of the version read last, as all of these.
    std::vector<std::uint32_t> m_keys;
    std::vector<std::size_t> m_ends; ///< Behind the LF of each line; beyond the end for a last one without.
};

} // namespace paydown::history
