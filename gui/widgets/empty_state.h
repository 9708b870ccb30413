// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace paydown::gui {

class PlainLabel;

/// What stands where there is nothing to list: one calm sentence, what it means, and at most one thing to do.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// @param action text of the button; empty for none.
    void say(const QString& heading, const QString& text, const QString& action = {});
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString text() const;

signals:
    void acted();

private:
    PlainLabel* m_heading;
    PlainLabel* m_text;
    QPushButton* m_button;
};

} // namespace paydown::gui
