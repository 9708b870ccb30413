// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/history.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::identity {

/// One version of one file, as it stands on one side of a change.
struct FileVersion {
    std::string_view path;                   ///< With '/'. Must outlive the call.
    std::string_view bytes;                  ///< Must outlive the call.
    std::span<const Annotation> annotations; ///< Of these bytes, in the order of the file. Mentions are passed over.
};

/// An annotation: the index of its file in the list that was given, and its index in that file's annotations.
struct AnnotationRef {
    std::uint32_t file = 0;
    std::uint32_t annotation = 0;

    friend bool operator==(const AnnotationRef&, const AnnotationRef&) = default;
};

/// What one change did to one debt.
struct Outcome {
    enum class Kind : std::uint8_t {
        Kept,         ///< As it was; its line number may differ.
        Edited,       ///< Its text or its fields changed.
        Reclassified, ///< Its tag or class changed, perhaps its text too.
        Moved,        ///< To another file, or within the file to other neighbours.
        Introduced,   ///< Stands in no parent.
        Ended         ///< Stands no more; see ending.
    };
    Kind kind = Kind::Kept;
    std::optional<AnnotationRef> before; ///< Into the files of `parent`; none if and only if Introduced.
    std::uint32_t parent = 0;            ///< Which of the parents `before` is about.
    std::optional<AnnotationRef> after;  ///< None if and only if Ended.
    std::optional<EndingKind> ending;    ///< Set if and only if Ended: Paid, Dropped or Excluded.
};

/// Matches the debts of one change, with the rules of identity section 2 that need nothing but the change itself: the
/// files that differ, old and new. Equal files need not be given. Renames, cut and paste between files and reformatting
/// introduce and end nothing. Pure; cost grows with the bytes given, not with the repository.
/// @param parents for each parent (HEAD; at the end of a merge, all of them) the old versions of the files that differ.
///        A debt that any parent has is not introduced; it has ended only if it stood in every parent that has the
///        file.
/// @param after the new versions; a file that was removed is absent.
/// @return first what stands in `after`, in its order, then the endings in the order of the first parent's files.
[[nodiscard]] std::vector<Outcome> reconcile(std::span<const std::vector<FileVersion>> parents,
                                             std::span<const FileVersion> after);

} // namespace paydown::identity
