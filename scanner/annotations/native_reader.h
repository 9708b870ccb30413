// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/syntax/comment.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// What an attribute, decorator or macro states, told by names and arguments alone: `@Debt(kind = RECKLESS, text =
/// "…")`,
/// `[Debt("reckless", "…")]`, `debt.prudent("…", owner="mia")`, `DEBT_RECKLESS("…")`. Nothing for names that are not
/// ours. The range has its bytes; line and column are left to the caller.
[[nodiscard]] std::optional<Annotation> annotationOfNative(const syntax::NativeAnnotation& native);

/// The same for all of a file, in its order, with lines and columns. @param bytes the file.
[[nodiscard]] std::vector<Annotation> readNative(std::string_view bytes,
                                                 std::span<const syntax::NativeAnnotation> natives);

} // namespace paydown::annotations
