// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "scanner/annotations/arguments.h"
#include "scanner/annotations/letters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace paydown::annotations {

namespace {

constexpr double kMinutesPerHour = 60;
constexpr double kMinutesPerDay = 8 * kMinutesPerHour;
constexpr double kMinutesPerWeek = 5 * kMinutesPerDay;
constexpr double kMaxMinutes = 520 * kMinutesPerWeek;
constexpr std::size_t kMaxNumber = 12; ///< Characters of a number before its unit.

bool isAllDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

/// Bytes of the number that the text opens with: digits, with at most one point inside.
std::size_t numberLength(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && isDigit(text[at])) ++at;
    if (at > 0 && at + 1 < text.size() && text[at] == '.' && isDigit(text[at + 1])) {
        ++at;
        while (at < text.size() && isDigit(text[at])) ++at;
    }
    return at;
}

/// A number with a unit written out, or out of range: "2days", "3hrs", "99999999999999d".
bool looksLikeBadEffort(std::string_view text) {
    const std::size_t length = numberLength(text);
    if (length == 0 || length == text.size()) return false;
    static constexpr std::array<std::string_view, 18> kUnits{"m",      "h",       "d",    "w",     "min",  "mins",
                                                             "minute", "minutes", "hr",   "hrs",   "hour", "hours",
                                                             "day",    "days",    "week", "weeks", "wk",   "wks"};
    const std::string unit = asciiLower(trimmed(text.substr(length)));
    return std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
}

/// Four digits, '-' or '/', and then only what dates are made of.
bool looksLikeDate(std::string_view text) {
    if (text.size() < 6 || !isAllDigits(text.substr(0, 4))) return false;
    const char separator = text[4];
    if (separator != '-' && separator != '/' && separator != '.') return false;
    return isAlnum(text[5]) && text.find_first_not_of("0123456789-/.QqWw", 4) == kNone;
}

/// Names of standards that look like tickets.
bool isStandard(std::string_view prefix) {
    static constexpr std::array<std::string_view, 14> kStandards{"UTF", "SHA", "ISO", "RFC",  "CVE",  "CWE", "IEEE",
                                                                 "AES", "MD",  "PEP", "ECMA", "ANSI", "IEC", "X86"};
    return std::find(kStandards.begin(), kStandards.end(), prefix) != kStandards.end();
}

/// "PAY-142"
bool isProjectTicket(std::string_view text) {
    const auto dash = text.rfind('-');
    if (dash == kNone || dash < 2 || !isAllDigits(text.substr(dash + 1))) return false;
    const std::string_view project = text.substr(0, dash);
    const bool isKey = isUpper(project.front()) && std::all_of(project.begin(), project.end(), [](char c) {
                           return isUpper(c) || isDigit(c) || c == '_';
                       });
    return isKey && !isStandard(project);
}

/// "org/repo#5"
bool isRepositoryTicket(std::string_view text) {
    const auto hash = text.find('#');
    if (hash == kNone || hash == 0 || !isAllDigits(text.substr(hash + 1))) return false;
    return text.substr(0, hash).find_first_of(" \t,()=@") == kNone;
}

/// "b/123", "issues/12", "crbug.com/1"
bool isHostTicket(std::string_view text) {
    static constexpr std::array<std::string_view, 8> kPlaces{"b",     "bug",    "bugs", "crbug",
                                                             "issue", "issues", "pull", "tickets"};
    const auto slash = text.rfind('/');
    if (slash == kNone || !isAllDigits(text.substr(slash + 1))) return false;
    if (std::find(kPlaces.begin(), kPlaces.end(), text.substr(0, slash)) != kPlaces.end()) return true;
    const std::string_view host = text.substr(0, text.find('/'));
    const auto dot = host.rfind('.');
    return dot != kNone && dot > 0 && host.size() - dot > 2 && isLetter(host.front()) &&
           std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), isLetter) &&
           text.find_first_of(" \t,()=") == kNone;
}

bool isOwner(std::string_view text) {
    if (text.find_first_of(" \t,()=") != kNone || !isUtf8(text)) return false;
    if (text.starts_with('@')) return text.size() > 1 && text.find('@', 1) == kNone;
    const auto at = text.find('@');
    return at != kNone && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == kNone;
}

bool isBareWord(std::string_view text) {
    if (text.empty() || !(isLetter(text.front()) || isBeyondAscii(text.front()))) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return isAlnum(c) || isBeyondAscii(c) || c == '.' || c == '_' || c == '-'; });
}

} // namespace

std::optional<std::chrono::minutes> parseEffort(std::string_view text) {
    const std::size_t length = numberLength(text);
    if (length == 0 || length > kMaxNumber || length + 1 != text.size()) return std::nullopt;
    double unit = 0;
    switch (text.back()) {
    case 'm': unit = 1; break;
    case 'h': unit = kMinutesPerHour; break;
    case 'd': unit = kMinutesPerDay; break;
    case 'w': unit = kMinutesPerWeek; break;
    default: return std::nullopt;
    }
    // Digits with at most one point: read by hand, since strtod heeds the locale.
    double number = 0;
    double scale = 0;
    for (const char c : text.substr(0, length)) {
        if (c == '.') {
            scale = 1;
            continue;
        }
        number = number * 10 + (c - '0');
        scale *= 10;
    }
    const double minutes = std::round((scale > 0 ? number / scale : number) * unit);
    if (minutes > kMaxMinutes) return std::nullopt;
    return std::chrono::minutes(static_cast<std::int64_t>(minutes));
}

bool looksLikeTicket(std::string_view text) {
    if (text.starts_with('#')) return isAllDigits(text.substr(1));
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (text.starts_with(scheme)) return text.size() > scheme.size() && text.find_first_of(" \t") == kNone;
    }
    const std::string lower = asciiLower(text.substr(0, 4));
    if (lower.starts_with("gh-") && isAllDigits(text.substr(3))) return true;
    if (lower == "bpo-" && isAllDigits(text.substr(4))) return true;
    return isProjectTicket(text) || isRepositoryTicket(text) || isHostTicket(text);
}

Looks looksOf(std::string_view argument) {
    const std::string lower = argument.size() <= 16 ? asciiLower(argument) : std::string();
    if (lower == "reckless" || lower == "prudent") return Looks::Class;
    if (lower == "deliberate" || lower == "inadvertent") return Looks::Intent;
    if (argument == "!" || argument == "!!") return Looks::Urgency;
    if (parseDue(argument)) return Looks::Due;
    if (parseEffort(argument)) return Looks::Effort;
    if (looksLikeTicket(argument)) return Looks::Ticket;
    if (isOwner(argument)) return Looks::Owner;
    if (looksLikeDate(argument)) return Looks::BadDue;
    if (looksLikeBadEffort(argument)) return Looks::BadEffort;
    return isBareWord(argument) ? Looks::BareWord : Looks::Other;
}

std::size_t quoteEnd(std::string_view text, std::size_t at, std::size_t end) {
    const char quote = text[at];
    if (quote == '\'') {
        const auto before = at == 0 ? kNone : text.find_last_not_of(" \t", at - 1);
        if (before != kNone && std::string_view("=,([").find(text[before]) == kNone) return at;
    } else if (quote != '"') {
        return at;
    }
    std::size_t close = at + 1;
    while (close < end && text[close] != quote) close += text[close] == '\\' ? 2 : 1;
    return close < end ? close : at;
}

std::optional<std::size_t> closingBracket(std::string_view bytes, std::size_t open, std::size_t end) {
    constexpr std::size_t kMaxBytes = 4096;
    const char opener = bytes[open];
    const char closer = opener == '(' ? ')' : ']';
    const std::size_t limit = std::min(end, open + kMaxBytes);
    std::size_t depth = 0;
    for (std::size_t at = open; at < limit; ++at) {
        const char c = bytes[at];
        if (c == '"' || c == '\'') {
            at = quoteEnd(bytes, at, limit);
        } else if (c == opener) {
            ++depth;
        } else if (c == closer && --depth == 0) {
            return at;
        }
    }
    return std::nullopt;
}

} // namespace paydown::annotations
