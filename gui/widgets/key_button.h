// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QAction;

namespace paydown::gui {

/// A button for an action that shows the action's key as a small key cap before its text. A colour in the action's data
/// (a QColor) tints the cap.
class KeyButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit KeyButton(QAction* action, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QString key() const;
    [[nodiscard]] QString label() const;

    QAction* m_action;
};

} // namespace paydown::gui
