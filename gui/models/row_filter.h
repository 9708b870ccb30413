// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"

#include <QString>
#include <memory>

namespace paydown::gui {

/// The search field's text, ready to be asked about items. Thread-safe once made.
class RowFilter {
public:
    RowFilter(const QString& text, const DeskState& state);
    ~RowFilter();
    RowFilter(const RowFilter&) = delete;
    RowFilter& operator=(const RowFilter&) = delete;

    /// Everything matches: no text, or a text that is wrong.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool matches(const ItemView& view) const;
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] int problemAt() const { return m_problemAt; }

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
    QString m_problem;
    int m_problemAt = -1;
};

} // namespace paydown::gui
