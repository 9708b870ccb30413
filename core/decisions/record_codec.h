// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/decision.h"

#include <string>
#include <string_view>

namespace paydown {

/// The longest line of the decision log, without its line feed. Longer ones are neither written nor read.
inline constexpr std::size_t kMaxRecordBytes = 4096;
/// The longest value, note, name, path or title in a record, in bytes.
inline constexpr std::size_t kMaxRecordTextBytes = 3072;
/// The highest seq that is accepted, so that nobody can leave no room above.
inline constexpr std::uint64_t kMaxRecordSeq = 1'000'000'000;

/// A record as one line of canonical JSON without the line feed: members in this order, without blanks:
///
///     {"id","batch","seq","time","actor":{"name","email"},"item","address":{"commit","path","title","order","line"},
///      "field","value","note","takes_back":[…], then unknown members by name}
///
/// Empty item, note and takes_back, and a missing address, are left out. Bytes of path and title that are not UTF-8
/// become U+FFFD with "path_bytes" or "title_bytes" in base64 beside them. Equal records give equal bytes.
/// Fails when the line would be longer than kMaxRecordBytes.
[[nodiscard]] Result<std::string> encodeRecord(const DecisionRecord& record);

/// Reads one line, strictly: sizes, types, ids, dates. What arrives from others is untrusted. Members that this version
/// does not know are kept in DecisionRecord::unknown. Fails with the reason.
[[nodiscard]] Result<DecisionRecord> decodeRecord(std::string_view line);

/// The "address" member alone, for tables; empty for none.
[[nodiscard]] std::string encodeAddress(const std::optional<Address>& address);
/// Reads encodeAddress(); nothing for an empty or a broken text.
[[nodiscard]] std::optional<Address> decodeAddress(std::string_view text);

} // namespace paydown
