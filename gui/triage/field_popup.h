// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_state.h"

#include <QFrame>
#include <QStringList>

class QLineEdit;

namespace paydown::gui {

class PlainLabel;

/// Asks for one field of the current item or of all marked ones. Enter applies, Esc closes; it never advances.
class FieldPopup : public QFrame {
    Q_OBJECT

public:
    explicit FieldPopup(QWidget* parent);

    /// @param field a name of namespace field. @param about what is changed, in words ("3 items").
    void ask(const std::string& field, const QString& about, const QString& value, const DeskStatePtr& state);
    [[nodiscard]] const std::string& fieldName() const { return m_field; }

signals:
    void answered(const std::string& field, const std::string& value);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void place();
    [[nodiscard]] QStringList choices() const;

    DeskStatePtr m_state;
    std::string m_field;
    PlainLabel* m_heading;
    PlainLabel* m_hint;
    PlainLabel* m_problem;
    QLineEdit* m_edit;
};

} // namespace paydown::gui
