// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace paydown::gui {

/// A label that never takes its text for markup: what an annotation says is shown as it is written.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    /// @param look a word of the style sheet: "title", "muted", "heading"; may be empty.
    explicit PlainLabel(const QString& text = {}, const char* look = "", QWidget* parent = nullptr);

    /// Several lines, as wide as there is room, selectable with the mouse.
    void setProse();
};

/// A tool tip that cannot be taken for markup.
[[nodiscard]] QString plainToolTip(const QString& text);

} // namespace paydown::gui
