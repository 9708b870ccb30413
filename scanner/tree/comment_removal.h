// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "scanner/tree/file_reader.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown {

/// An annotation that was left where it stands, and why.
struct LeftAnnotation {
    Annotation annotation;
    std::string reason; ///< "its comment says other things too"; without a final stop.
};

/// A file without some of its annotations.
struct CommentRemoval {
    std::string bytes; ///< The file as it would be; equal to the old one where nothing could be taken out.
    std::vector<Annotation> taken;
    std::vector<LeftAnnotation> left;
};

/// Takes annotations out of a file: a comment that says nothing else goes whole, with its line where nothing else
/// stands there; of a larger block its lines go; nothing else is touched. What cannot be cut cleanly (a comment that
/// says other things on the same lines, native annotations, a ledger's entries) is left, and so is all of a file in
/// which the cut would change how anything else is read. Pure.
/// @param reader that read the annotations from these bytes. @param annotations some of its, in the order of the file.
[[nodiscard]] CommentRemoval withoutAnnotations(std::string_view path, std::string_view bytes,
                                                std::span<const Annotation> annotations, const FileReader& reader);

} // namespace paydown
