// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/annotations/annotation_reader.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// The file name of a ledger, in any folder.
inline constexpr std::string_view kLedgerName = "DEBT.md";

/// The debts that a ledger lists: each list item that opens with an annotation, with the lines nested below it as its
/// body. An item whose box is ticked ("- [x]") is done and no debt. Prose, headings, fenced code and comments are not
/// read; comments are the annotation reader's. Without `path=` a debt is about the folder of the ledger. Cost is
/// linear; at most ten thousand items are read.
/// @param comments of the file, in its order.
/// @param candidates as for AnnotationReader::read.
[[nodiscard]] std::vector<Annotation> readLedger(std::string_view bytes, std::span<const syntax::Comment> comments,
                                                 std::span<const std::uint32_t> candidates,
                                                 const AnnotationReader& reader);

} // namespace paydown::annotations
