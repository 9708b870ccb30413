// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/plain_label.h"

namespace paydown::gui {

PlainLabel::PlainLabel(const QString& text, const char* look, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    if (*look != '\0') setProperty("look", QLatin1String(look));
    setText(text);
}

void PlainLabel::setProse() {
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::NoFocus);
}

QString plainToolTip(const QString& text) {
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace paydown::gui
