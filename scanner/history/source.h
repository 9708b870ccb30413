// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/mark.h"
#include "core/model/history_records.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace paydown::history {

/// A distinct annotation text and what the matcher wants of it.
struct Text {
    std::uint64_t hash = 0; ///< Of everything that is stored of the annotation.
    Annotation annotation;  ///< Without place, symbol and diagnostics.
    identity::Wording wording;
    TextNo number = kNoNumber; ///< Its number in the store, once it is written. The assigning thread's.
};

/// The distinct texts of one walk. intern() is thread-safe; what it returns lives as long as the table.
class TextTable {
public:
    [[nodiscard]] Text* intern(const Annotation& annotation);

private:
    std::mutex m_mutex;
    std::deque<Text> m_texts;
    std::unordered_map<std::uint64_t, Text*> m_byHash;
};

/// The annotations of one version of one file, mentions left out.
struct FileMarks {
    std::vector<identity::Mark> marks;      ///< index is the position here.
    std::vector<SourceRange> ranges;        ///< Parallel to marks.
    std::vector<Text*> texts;               ///< Parallel to marks; empty when made from wordings alone.
    std::deque<identity::Wording> wordings; ///< What the marks point into, if not into texts.
};
using FileMarksPtr = std::shared_ptr<const FileMarks>;

/// Makes the marks of a reading. Null where no annotation counts. @param bytes the file. Thread-safe.
[[nodiscard]] FileMarksPtr makeFileMarks(std::string_view bytes, const std::vector<Annotation>& annotations,
                                         TextTable& texts);

/// Marks without surroundings, for a version whose bytes cannot be read: its titles are known from its record.
[[nodiscard]] FileMarksPtr makeBareMarks(const std::vector<const Annotation*>& annotations,
                                         const std::vector<Standing>& standing);

/// A file that a commit changed with regard to all of its parents.
struct FileChange {
    PathNo path = 0;
    BlobId now;                 ///< Null: the commit has no such file.
    std::vector<BlobId> before; ///< By parent; null: that parent has none.
};

/// A commit as the walk hands it on, parents before children.
struct CommitWork {
    Commit commit;
    std::vector<FileChange> changes; ///< Where the new version or any old one holds annotations.
    std::vector<PathNo> touched;     ///< Every scanned path that it changed; empty for a merge.
};

/// What the assignment of items asks of a repository beside the changes: rarely, and only for what is in doubt. Answers
/// depend on commits alone. Methods throw Error when an object cannot be read, unless they say otherwise.
class HistorySource {
public:
    virtual ~HistorySource() = default;

    /// Null: no annotation in there, or the blob is missing.
    [[nodiscard]] virtual FileMarksPtr marksOf(std::string_view path, const BlobId& blob) = 0;
    /// Whether a blob is known to be missing or broken (a partial clone, corruption): a gap, never an ending.
    [[nodiscard]] virtual bool isMissing(const BlobId& blob) = 0;
    /// Nothing when the blob is missing.
    [[nodiscard]] virtual std::optional<std::string> bytesOf(const BlobId& blob) = 0;
    /// The bytes with all comments blanked out; empty when the language is not known.
    [[nodiscard]] virtual std::string codeOf(std::string_view path, std::string_view bytes) = 0;
    [[nodiscard]] virtual std::string messageOf(const CommitId& commit) = 0;
    /// The regular file at a path; nothing when there is none.
    [[nodiscard]] virtual std::optional<BlobId> blobAt(const CommitId& commit, std::string_view path) = 0;
    /// Every scanned file that differs between two commits; null ids for absent ones.
    using OnDifference = std::function<void(std::string_view path, const BlobId& from, const BlobId& to)>;
    virtual void differences(const CommitId& from, const CommitId& to, const OnDifference& onDifference) = 0;
    /// Every scanned regular file of a commit.
    using OnFile = std::function<void(std::string_view path, const BlobId& blob)>;
    virtual void files(const CommitId& commit, const OnFile& onFile) = 0;
    /// Whether a blob stands anywhere outside of the scanned set in a commit (a file that became excluded).
    [[nodiscard]] virtual bool standsUnscanned(const CommitId& commit, const BlobId& blob) = 0;
};

} // namespace paydown::history
