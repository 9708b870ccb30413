// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QPlainTextEdit>

namespace paydown::gui {

class CodeInks;

/// Read-only code with line numbers, colours, and the annotation lit.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeView(QWidget* parent = nullptr);

    void show(const SourceExcerpt& code);
    void clearCode();

    /// Width for the line numbers, in pixels.
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent* event);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void light();
    void restyle();
    void centreAnnotation();

    SourceExcerpt m_code;
    CodeInks* m_inks;
    QWidget* m_gutter;
};

} // namespace paydown::gui
