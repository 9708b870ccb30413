// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paydown::annotations {

/// Which grammar the arguments belong to: a bare word names an owner in a legacy tag and is a label in a DEBT.
enum class Dialect : std::uint8_t { Debt, Legacy };

/// Fills a statement from the arguments and fields of one annotation, in the order in which they are written. The same
/// argument twice: the first wins, and a remark says so.
class StatementBuilder {
public:
    StatementBuilder(Dialect dialect, Statement& stated, std::vector<Diagnostic>& remarks)
        : m_dialect(dialect), m_stated(stated), m_remarks(remarks) {}

    /// Reads what stands between the parentheses. @param line 1-based, for remarks.
    void addList(std::string_view inside, std::uint32_t line);
    /// Reads one argument, which says by its looks what it is.
    void addArgument(std::string_view argument, std::uint32_t line);
    /// Sets what a key names; an unknown key is kept, and a remark says so.
    void addField(std::string_view key, std::string_view value, std::uint32_t line);
    /// Adds a label; one that is nearly a word of the language draws a remark.
    void addLabel(std::string_view label, std::uint32_t line);
    void setClass(DebtClass value, std::string_view written, std::uint32_t line);
    void setUrgency(std::uint8_t value, std::uint32_t line);
    void remark(std::uint32_t line, std::string message);
    /// Takes what the statement holds already as stated, so that a field cannot state it again.
    void claimStated();

    /// Whether something was more than a label, or looked as if it was meant to be.
    [[nodiscard]] bool hasTyped() const { return m_hasTyped; }

private:
    bool claim(std::string_view field, std::string_view value, std::uint32_t line);
    void setText(std::string_view field, std::string& target, std::string_view value, std::uint32_t line);
    void setDue(std::string_view value, std::uint32_t line);
    void setEffort(std::string_view value, std::uint32_t line);
    void setOwner(std::string_view value, std::uint32_t line);
    void setIntent(Intent value, std::string_view written, std::uint32_t line);
    bool addKeyed(std::string_view argument, std::uint32_t line);
    void setClassOrIntent(std::string_view value, std::uint32_t line);
    bool suggest(std::string_view written, std::uint32_t line);

    Dialect m_dialect;
    Statement& m_stated;
    std::vector<Diagnostic>& m_remarks;
    std::set<std::string, std::less<>> m_claimed;
    bool m_hasTyped = false;
};

/// What an argument looks like; the rows of the table in docs that need no key.
enum class Looks : std::uint8_t {
    Class,
    Intent,
    Urgency,
    Due,
    BadDue,
    Effort,
    BadEffort,
    Ticket,
    Owner,
    BareWord,
    Other
};
[[nodiscard]] Looks looksOf(std::string_view argument);

/// "2d", "1.5d", "30m", with a day of 8 hours and a week of 5 days; at most ten years of work.
[[nodiscard]] std::optional<std::chrono::minutes> parseEffort(std::string_view text);

/// "#12", "PAY-142", "org/repo#5", "gh-12", "b/123", "crbug.com/1", a URL; no name of a standard such as UTF-8.
[[nodiscard]] bool looksLikeTicket(std::string_view text);

/// The keys of arguments and the words of classes and intents, for "did you mean".
[[nodiscard]] const std::vector<std::string_view>& argumentKeys();

/// The offset of the quote that closes the one at `at`, before `end`; `at` itself when no quote opens there: not a
/// quote, never closed, or an apostrophe inside a word.
[[nodiscard]] std::size_t quoteEnd(std::string_view text, std::size_t at, std::size_t end);

/// The offset of the ")" or "]" that matches the bracket at `open`, before `end`; quotes protect. Nothing if it is not
/// closed there within four kilobytes.
[[nodiscard]] std::optional<std::size_t> closingBracket(std::string_view bytes, std::size_t open, std::size_t end);

} // namespace paydown::annotations
