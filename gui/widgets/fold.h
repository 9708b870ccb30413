// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QToolButton;

namespace paydown::gui {

class PlainLabel;

/// A heading that opens to show plain text. Whether it is open is remembered by its object name.
class Fold : public QWidget {
    Q_OBJECT

public:
    Fold(const QString& heading, const QString& objectName, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const;
    /// A word at the right of the heading that is seen while folded: "3rd of 214".
    void setSummary(const QString& summary);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const;

private:
    QToolButton* m_button;
    PlainLabel* m_summary;
    PlainLabel* m_text;
};

} // namespace paydown::gui
