// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::syntax {

enum class Encoding : std::uint8_t {
    Bytes,   ///< UTF-8 or any other encoding that holds ASCII (Latin-1 …); kept as it is.
    Utf8Bom, ///< UTF-8 behind a byte order mark.
    Utf16Le, ///< Behind a byte order mark.
    Utf16Be, ///< Behind a byte order mark.
    Binary,  ///< Holds NUL: not text.
};

/// A file as the readers want it: without a byte order mark, in an encoding that holds ASCII. Keeps a view of the
/// stored bytes, which have to live longer. Offsets into text() are brought back to the stored file by storedOffset().
class DecodedText {
public:
    /// Never throws for what the bytes hold: lone surrogates and a half unit at the end become U+FFFD.
    explicit DecodedText(std::string_view stored);

    [[nodiscard]] Encoding encoding() const { return m_encoding; }
    [[nodiscard]] bool isBinary() const { return m_encoding == Encoding::Binary; }
    /// Empty when the file is binary. Lives as long as this object and the stored bytes.
    [[nodiscard]] std::string_view text() const;
    /// Where a byte of text() stands in the stored file; text().size() gives the size of the file.
    [[nodiscard]] std::uint32_t storedOffset(std::uint32_t textOffset) const;

private:
    std::string_view m_stored;
    std::string m_decoded;                    ///< Only for UTF-16.
    std::vector<std::uint32_t> m_checkpoints; ///< UTF-16: stored offset of every 64th byte of m_decoded or before.
    Encoding m_encoding = Encoding::Bytes;
};

/// Whether the bytes open with a UTF-16 byte order mark.
[[nodiscard]] bool opensAsUtf16(std::string_view bytes);

} // namespace paydown::syntax
