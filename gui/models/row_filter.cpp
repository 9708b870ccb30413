// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/row_filter.h"

#include "core/filter/filter.h"
#include "gui/models/item_text.h"

namespace paydown::gui {

struct RowFilter::Impl {
    Filter filter;
    FilterContext context;
};

RowFilter::RowFilter(const QString& text, const DeskState& state) : m_impl(std::make_unique<Impl>()) {
    if (text.trimmed().isEmpty()) return;
    const std::string bytes = text.toStdString();
    auto parsed = parseFilter(bytes, state.worklist->savedFilters);
    if (!parsed) {
        m_problem = lineOf(parsed.error().line());
        m_problemAt = static_cast<int>(QString::fromUtf8(bytes.data(), parsed.error().position).size());
        return;
    }
    m_impl->filter = std::move(*parsed);
    m_impl->context = filterContext(*state.worklist);
    m_impl->context.thisPeriod = state.plan.periods[0].start;
    m_impl->context.nextPeriod = state.plan.periods[1].start;
}

RowFilter::~RowFilter() = default;

bool RowFilter::isEmpty() const { return m_impl->filter.empty(); }

bool RowFilter::matches(const ItemView& view) const { return paydown::matches(m_impl->filter, view, m_impl->context); }

} // namespace paydown::gui
