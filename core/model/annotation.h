// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paydown {

/// A half-open range of a file: bytes for the machine, a line and column for people.
struct SourceRange {
    std::uint32_t beginByte = 0; ///< Offset into the file as stored, byte order mark included.
    std::uint32_t endByte = 0;   ///< One past the last byte.
    std::uint32_t line = 1;      ///< 1-based line of beginByte.
    std::uint32_t column = 1;    ///< 1-based column of beginByte, in bytes.

    friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

/// How an annotation stands in the code.
enum class Form : std::uint8_t { Comment, Native, Ledger };

/// The distinction that the product is about. Legacy tags are unclassified until somebody decides.
enum class DebtClass : std::uint8_t { Unclassified, Reckless, Prudent };

/// Whether the debt was taken on knowingly; read and exported, never asked for.
enum class Intent : std::uint8_t { Unstated, Deliberate, Inadvertent };

/// What the code itself says about a debt. Empty means not stated.
struct Statement {
    DebtClass debtClass = DebtClass::Unclassified;
    Intent intent = Intent::Unstated;
    std::string owner;                          ///< "@mia", "@org/team", "a@b.example".
    std::optional<Date> due;                    ///< The last day of what was written.
    std::optional<std::chrono::minutes> effort; ///< 1d = 8h, 1w = 5d.
    std::uint8_t urgency = 0;                   ///< 0, 1 for "!", 2 for "!!".
    std::string ticket;
    std::string category;
    std::string why;
    std::string fix;
    std::string review;
    std::string from;                         ///< The incident that it comes from ("INC-42").
    std::string path;                         ///< Ledger: the code it is about.
    std::string key;                          ///< id=…: a key for matching that a person wrote, not the item's id.
    std::vector<std::string> labels;          ///< In the order written.
    std::map<std::string, std::string> extra; ///< Unknown keys, kept.

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// A remark on how an annotation is written, for its author: "recless: did you mean reckless?".
struct Diagnostic {
    std::uint32_t line = 1; ///< 1-based line in the file.
    std::string message;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// One mark of debt in one version of one file. The path is its file's; the same blob read at another path of the same
/// language gives an equal annotation.
struct Annotation {
    SourceRange range; ///< From the tag to the end of the annotation's text.
    Form form = Form::Comment;
    std::string tag;   ///< As configured, upper case: "DEBT", "TODO".
    std::string title; ///< One line; bytes as in the file, decoration removed.
    std::string body;  ///< Lines separated by LF, without the fields.
    Statement stated;
    bool mention = false; ///< A tag in mid-sentence: listed on request, never counted.
    std::string symbol;   ///< "Namespace::Class::method"; empty at file level or when not asked for.
    std::vector<Diagnostic> diagnostics;

    friend bool operator==(const Annotation&, const Annotation&) = default;
};

/// A file that was not read, and why ("larger than 4 MiB", "binary", "unknown language", "permission denied").
struct SkippedFile {
    std::string path;
    std::string reason;
};

} // namespace paydown
