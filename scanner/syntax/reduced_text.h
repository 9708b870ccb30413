// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/syntax/language.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::syntax {

/// A text without the parts that nobody asks about (see partsWithout), so that a grammar parses the tenth of a file
/// that tells which symbols stand around a place. In languages of braces "{ … }" becomes "{}", and whole statements
/// beside what is asked about are gone; in Python and shells whole functions are. Other languages keep their whole
/// text. Depends on the bytes alone; linear.
class ReducedText {
public:
    /// @param offsets places that are asked about; what stands around one stays. @pre text outlives this
    ReducedText(const Language& language, std::string_view text, std::span<const std::uint32_t> offsets);

    [[nodiscard]] std::string_view text() const { return m_cuts.empty() ? m_original : std::string_view(m_reduced); }
    /// Where a place that was asked about is in text().
    [[nodiscard]] std::uint32_t reducedOffset(std::uint32_t offset) const;
    /// How many lines were cut out before an offset of text().
    [[nodiscard]] std::uint32_t linesCutBefore(std::uint32_t reducedOffset) const;

private:
    struct Cut {
        std::uint32_t begin = 0; ///< In the original.
        std::uint32_t end = 0;
        std::uint32_t bytesBefore = 0; ///< Cut out up to and including this cut.
        std::uint32_t linesBefore = 0;
    };
    void cutOut();

    std::string_view m_original;
    std::string m_reduced;
    std::vector<Cut> m_cuts; ///< Ascending, apart from each other.
};

} // namespace paydown::syntax
