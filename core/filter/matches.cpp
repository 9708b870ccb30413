// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "core/filter/filter_words.h"
#include "core/filter/folded_text.h"
#include "core/filter/path_pattern.h"

#include "core/base/date.h"

#include <algorithm>

namespace paydown {

namespace {

// One item against the values of one clause.
class ItemMatcher {
public:
    ItemMatcher(const ItemView& view, const FilterContext& context)
        : m_view(view), m_item(*view.item), m_context(context) {}

    bool matches(const FilterClause& clause) const {
        if (clause.key == FilterKey::Mine) return m_view.mine;
        return std::any_of(clause.anyOf.begin(), clause.anyOf.end(),
                           [&](const FilterValue& value) { return matches(clause.key, value); });
    }

private:
    bool matches(FilterKey key, const FilterValue& value) const {
        const Annotation& annotation = m_item.annotation;
        switch (key) {
        case FilterKey::Text: return hasText(value.text);
        case FilterKey::Class: return static_cast<int>(m_view.debtClass) == value.code;
        case FilterKey::Owner: return isOwner(value);
        case FilterKey::Mine: return m_view.mine;
        case FilterKey::Path: return pathMatches(value.text, m_item.place.path);
        case FilterKey::Tag: return equalFolded(annotation.tag, value.text);
        case FilterKey::State: return isState(value.code);
        case FilterKey::Age: return isAge(value);
        case FilterKey::Due: return isDue(value);
        case FilterKey::Top: return isTop(value);
        case FilterKey::Symbol: return optional(value, annotation.symbol, [&] { return hasSymbol(value.text); });
        case FilterKey::Lang: return likeFolded(m_item.language, value.text);
        case FilterKey::Ended: return hasEnded(value);
        case FilterKey::Introduced: return isIntroduced(value);
        case FilterKey::From: return optional(value, annotation.stated.from);
        case FilterKey::Form: return isForm(value.code);
        case FilterKey::Ticket: return optional(value, m_view.ticket);
        case FilterKey::Label: return hasLabel(value);
        case FilterKey::Verdict: return isVerdict(value.code);
        case FilterKey::Period: return isPeriod(value);
        case FilterKey::Author: return isAuthor(value.text);
        case FilterKey::Saved: return value.saved && paydown::matches(*value.saved, m_view, m_context);
        }
        return false;
    }

    // none, any, or what the text has to be like.
    template <typename Else>
    static bool optional(const FilterValue& value, const std::string& text, Else&& otherwise) {
        if (value.code == kWordNone) return text.empty();
        if (value.code == kWordAny) return !text.empty();
        return otherwise();
    }
    static bool optional(const FilterValue& value, const std::string& text) {
        return optional(value, text, [&] { return likeFolded(text, value.text); });
    }

    bool hasText(std::string_view word) const {
        const Annotation& annotation = m_item.annotation;
        if (containsFolded(annotation.title, word) || containsFolded(annotation.body, word)) return true;
        // "D-7f3k": an id is text as well, once it is long enough to mean one.
        return word.starts_with("d-") && word.size() >= 2 + kMinItemIdPrefix &&
               std::string_view(m_item.id.value).starts_with(word.substr(2));
    }

    bool hasSymbol(std::string_view wanted) const {
        const std::string& symbol = m_item.annotation.symbol;
        return wanted.find('*') == std::string_view::npos ? containsFolded(symbol, wanted) : likeFolded(symbol, wanted);
    }

    bool isOwner(const FilterValue& value) const {
        if (value.code == kWordMe) return m_view.mine && !m_view.owner.empty();
        if (value.code == kWordGone) return m_view.ownerGoneSince.has_value();
        return optional(value, m_view.owner, [&] {
            const auto bare = [](std::string_view name) { return name.starts_with('@') ? name.substr(1) : name; };
            return likeFolded(bare(m_view.owner), bare(value.text));
        });
    }

    bool isState(int code) const {
        if (code == kWordAll) return true;
        if (code == kWordWoke) return m_view.woke && !m_item.ended;
        return static_cast<int>(m_view.state) == code;
    }

    bool isVerdict(int code) const {
        if (code == kWordAny) return m_view.verdict != Verdict::None;
        return static_cast<int>(m_view.verdict) == code;
    }

    bool isForm(int code) const {
        if (code == kWordMention) return m_item.annotation.mention;
        return static_cast<int>(m_item.annotation.form) == code;
    }

    bool isTop(const FilterValue& value) const {
        if (m_view.score.rank == 0) return false;
        if (!value.share) return static_cast<int>(m_view.score.rank) <= value.code;
        // At least one, so that the top of a short list is not nothing.
        const double reach = std::max(1.0, *value.share * static_cast<double>(m_context.rankedCount));
        return static_cast<double>(m_view.score.rank) <= reach;
    }

    bool within(const FilterValue& value, std::int64_t number) const {
        const auto resolved = [&](const FilterBound& bound) {
            return bound.relative ? bound.days + m_context.today.time_since_epoch().count() : bound.days;
        };
        if (value.low && number < resolved(*value.low)) return false;
        return !value.high || number <= resolved(*value.high);
    }
    bool within(const FilterValue& value, Date date) const { return within(value, date.time_since_epoch().count()); }

    bool isAge(const FilterValue& value) const {
        if (!m_item.introduced) return false;
        const std::int64_t age = (m_context.today - dateOf(m_item.introduced->date)).count();
        return (!value.low || age >= value.low->days) && (!value.high || age <= value.high->days);
    }

    bool isDue(const FilterValue& value) const {
        if (value.code == kWordNone) return !m_view.due;
        if (!m_view.due) return false;
        if (value.code == kWordAny) return true;
        if (value.code == kWordOverdue) return *m_view.due < m_context.today;
        return within(value, *m_view.due);
    }

    bool hasEnded(const FilterValue& value) const {
        if (!m_item.ended) return false;
        if (value.code == kWordAny) return true;
        if (!value.isRange) return static_cast<int>(m_item.ended->kind) == value.code;
        return within(value, dateOf(m_item.ended->at.date));
    }

    bool isIntroduced(const FilterValue& value) const {
        if (value.code == kWordPending) return m_item.id.isPending();
        if (value.code == kWordBranch) return m_item.id.isPending() || m_item.onBranchOnly;
        if (!m_item.introduced) return false;
        if (value.isRange) return within(value, dateOf(m_item.introduced->date));
        const auto commits = m_context.revisions.find(value.text);
        return commits != m_context.revisions.end() && commits->second != nullptr &&
               commits->second->contains(m_item.introduced->commit);
    }

    bool hasLabel(const FilterValue& value) const {
        const std::vector<std::string>& labels = m_item.annotation.stated.labels;
        if (value.code == kWordNone) return labels.empty();
        if (value.code == kWordAny) return !labels.empty();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const std::string& label) { return likeFolded(label, value.text); });
    }

    bool isPeriod(const FilterValue& value) const {
        if (value.code == kWordNone) return !m_view.period;
        if (!m_view.period) return false;
        if (value.code == kWordAny) return true;
        if (value.code == kWordThis) return m_view.period == m_context.thisPeriod;
        if (value.code == kWordNext) return m_view.period == m_context.nextPeriod;
        if (value.code == kWordLater) return m_context.nextPeriod && *m_view.period > *m_context.nextPeriod;
        return within(value, *m_view.period);
    }

    bool isAuthor(std::string_view wanted) const {
        if (!m_item.introduced || m_item.introduced->boundary) return false;
        const Person& author = m_item.introduced->author;
        return containsFolded(author.name, wanted) || containsFolded(author.email, wanted);
    }

    const ItemView& m_view;
    const Item& m_item;
    const FilterContext& m_context;
};

} // namespace

bool matches(const Filter& filter, const ItemView& view, const FilterContext& context) {
    const ItemMatcher matcher(view, context);
    return std::all_of(filter.clauses().begin(), filter.clauses().end(),
                       [&](const FilterClause& clause) { return matcher.matches(clause) != clause.negated; });
}

} // namespace paydown
