// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_words.h"

#include "core/filter/completion.h"
#include "core/model/names.h"

#include <array>
#include <cassert>

namespace paydown {

namespace {

constexpr std::array kKeys{
    FilterKeyInfo{FilterKey::Class, "class", "class:reckless", "the class in force: reckless, prudent or unclassified"},
    FilterKeyInfo{FilterKey::Owner, "owner", "owner:@mia", "the owner in force; none, any, me or gone"},
    FilterKeyInfo{FilterKey::Mine, "mine", "mine", "I own it, or wrote it and nobody owns it"},
    FilterKeyInfo{FilterKey::Path, "path", "path:src/**", "the file, a folder, or a pattern"},
    FilterKeyInfo{FilterKey::Tag, "tag", "tag:FIXME", "the word in the code"},
    FilterKeyInfo{FilterKey::State, "state", "state:new", "where it stands; all includes ended ones"},
    FilterKeyInfo{FilterKey::Age, "age", "age:1y..", "how long ago it was written, in d, w, mo or y"},
    FilterKeyInfo{FilterKey::Due, "due", "due:..2w", "the date in force; ..2w includes what is overdue"},
    FilterKeyInfo{FilterKey::Top, "top", "top:5%", "among the first of the ranking"},
    FilterKeyInfo{FilterKey::Symbol, "symbol", "symbol:Foo", "the function or class around it"},
    FilterKeyInfo{FilterKey::Lang, "lang", "lang:cpp", "the language of the file"},
    FilterKeyInfo{FilterKey::Ended, "ended", "ended:30d", "when it ended, or how: paid, dropped, erased …"},
    FilterKeyInfo{FilterKey::Introduced, "introduced", "introduced:v1.0..v2.0",
                  "when it came: a range of revisions, branch, or a time"},
    FilterKeyInfo{FilterKey::From, "from", "from:INC-42", "the incident that it comes from"},
    FilterKeyInfo{FilterKey::Form, "form", "form:ledger", "a comment, a native annotation or in a ledger"},
    FilterKeyInfo{FilterKey::Ticket, "ticket", "ticket:PAY-142", "the ticket in force; none or any"},
    FilterKeyInfo{FilterKey::Label, "label", "label:perf", "a label in its parentheses"},
    FilterKeyInfo{FilterKey::Verdict, "verdict", "verdict:prudent", "what somebody decided; none or any"},
    FilterKeyInfo{FilterKey::Period, "period", "period:next",
                  "where it is planned: this, next, later, none or a start date"},
    FilterKeyInfo{FilterKey::Author, "author", "author:mia", "who introduced it, by name or address"},
    FilterKeyInfo{FilterKey::Saved, "filter", "filter:hot", "a filter that [filters] in .paydown.toml saves by name"},
    FilterKeyInfo{FilterKey::Text, "text", "text:\"bank is down\"", "words of the text, with or without the key"},
};

constexpr std::array kClassWords{FilterWord{"reckless", static_cast<int>(DebtClass::Reckless)},
                                 FilterWord{"prudent", static_cast<int>(DebtClass::Prudent)},
                                 FilterWord{"unclassified", static_cast<int>(DebtClass::Unclassified)}};
constexpr std::array kStateWords{FilterWord{"new", static_cast<int>(State::New)},
                                 FilterWord{"open", static_cast<int>(State::Open)},
                                 FilterWord{"planned", static_cast<int>(State::Planned)},
                                 FilterWord{"needs-answer", static_cast<int>(State::NeedsAnswer)},
                                 FilterWord{"living-with", static_cast<int>(State::LivingWith)},
                                 FilterWord{"sleeping", static_cast<int>(State::Sleeping)},
                                 FilterWord{"inherited", static_cast<int>(State::Inherited)},
                                 FilterWord{"ended", static_cast<int>(State::Ended)},
                                 FilterWord{"woke", kWordWoke},
                                 FilterWord{"all", kWordAll}};
constexpr std::array kEndedWords{FilterWord{"paid", static_cast<int>(EndingKind::Paid)},
                                 FilterWord{"dropped", static_cast<int>(EndingKind::Dropped)},
                                 FilterWord{"erased", static_cast<int>(EndingKind::Erased)},
                                 FilterWord{"reverted", static_cast<int>(EndingKind::Reverted)},
                                 FilterWord{"excluded", static_cast<int>(EndingKind::Excluded)},
                                 FilterWord{"tidied", static_cast<int>(EndingKind::Tidied)},
                                 FilterWord{"any", kWordAny}};
constexpr std::array kVerdictWords{FilterWord{"reckless", static_cast<int>(Verdict::Reckless)},
                                   FilterWord{"prudent", static_cast<int>(Verdict::Prudent)},
                                   FilterWord{"live-with", static_cast<int>(Verdict::LiveWith)},
                                   FilterWord{"not-debt", static_cast<int>(Verdict::NotDebt)},
                                   FilterWord{"obsolete", static_cast<int>(Verdict::Obsolete)},
                                   FilterWord{"none", static_cast<int>(Verdict::None)},
                                   FilterWord{"any", kWordAny}};
constexpr std::array kFormWords{
    FilterWord{"comment", static_cast<int>(Form::Comment)}, FilterWord{"native", static_cast<int>(Form::Native)},
    FilterWord{"ledger", static_cast<int>(Form::Ledger)}, FilterWord{"mention", kWordMention}};
constexpr std::array kOwnerWords{FilterWord{"none", kWordNone}, FilterWord{"any", kWordAny}, FilterWord{"me", kWordMe},
                                 FilterWord{"gone", kWordGone}};
constexpr std::array kOptionalWords{FilterWord{"none", kWordNone}, FilterWord{"any", kWordAny}};
constexpr std::array kDueWords{FilterWord{"overdue", kWordOverdue}, FilterWord{"none", kWordNone},
                               FilterWord{"any", kWordAny}};
constexpr std::array kPeriodWords{FilterWord{"this", kWordThis}, FilterWord{"next", kWordNext},
                                  FilterWord{"later", kWordLater}, FilterWord{"none", kWordNone},
                                  FilterWord{"any", kWordAny}};
constexpr std::array kIntroducedWords{FilterWord{"pending", kWordPending}, FilterWord{"branch", kWordBranch}};

} // namespace

std::span<const FilterKeyInfo> filterKeys() { return kKeys; }

const FilterKeyInfo& infoOf(FilterKey key) {
    for (const FilterKeyInfo& info : kKeys) {
        if (info.key == key) return info;
    }
    assert(false);
    return kKeys.back();
}

std::span<const FilterWord> wordsOf(FilterKey key) {
    switch (key) {
    case FilterKey::Class: return kClassWords;
    case FilterKey::State: return kStateWords;
    case FilterKey::Ended: return kEndedWords;
    case FilterKey::Verdict: return kVerdictWords;
    case FilterKey::Form: return kFormWords;
    case FilterKey::Owner: return kOwnerWords;
    case FilterKey::Due: return kDueWords;
    case FilterKey::Period: return kPeriodWords;
    case FilterKey::Introduced: return kIntroducedWords;
    case FilterKey::Ticket:
    case FilterKey::Label:
    case FilterKey::Symbol:
    case FilterKey::From: return kOptionalWords;
    default: return {};
    }
}

FilterKind kindOf(FilterKey key) {
    switch (key) {
    case FilterKey::Class:
    case FilterKey::State:
    case FilterKey::Verdict:
    case FilterKey::Form: return FilterKind::Closed;
    case FilterKey::Age: return FilterKind::Age;
    case FilterKey::Due: return FilterKind::Ahead;
    case FilterKey::Ended:
    case FilterKey::Introduced: return FilterKind::Past;
    case FilterKey::Top: return FilterKind::Share;
    case FilterKey::Mine: return FilterKind::Flag;
    default: return FilterKind::Free;
    }
}

} // namespace paydown
