// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/code_view.h"

#include "gui/theme/theme.h"

#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace paydown::gui {

namespace {

constexpr int kGutterPadding = 10;

Role roleOf(Ink ink) {
    switch (ink) {
    case Ink::Plain: return Role::Text;
    case Ink::Comment: return Role::InkComment;
    case Ink::String: return Role::InkString;
    case Ink::Keyword: return Role::InkKeyword;
    case Ink::Number: return Role::InkNumber;
    case Ink::Type: return Role::InkType;
    case Ink::Function: return Role::InkFunction;
    case Ink::Preprocessor: return Role::InkPreprocessor;
    }
    return Role::Text;
}

class Gutter : public QWidget {
public:
    explicit Gutter(CodeView* view) : QWidget(view), m_view(view) {}
    QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintGutter(event); }

private:
    CodeView* m_view;
};

} // namespace

/// Colours the lines from spans that somebody else computed.
class CodeInks : public QSyntaxHighlighter {
public:
    explicit CodeInks(QTextDocument* document) : QSyntaxHighlighter(document) {}

    void setSpans(const QVector<InkSpan>& spans, int lines) {
        m_byLine.assign(static_cast<std::size_t>(lines), {});
        for (const InkSpan& span : spans) {
            if (span.line >= 0 && span.line < lines) m_byLine[static_cast<std::size_t>(span.line)].push_back(span);
        }
    }

protected:
    void highlightBlock(const QString& text) override {
        const auto line = static_cast<std::size_t>(currentBlock().blockNumber());
        if (line >= m_byLine.size()) return;
        for (const InkSpan& span : m_byLine[line]) {
            const int from = std::min<int>(span.column, static_cast<int>(text.size()));
            setFormat(from, std::min<int>(span.length, static_cast<int>(text.size()) - from), colour(roleOf(span.ink)));
        }
    }

private:
    std::vector<QVector<InkSpan>> m_byLine;
};

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent), m_inks(new CodeInks(document())), m_gutter(new Gutter(this)) {
    setObjectName(QStringLiteral("codeView"));
    setAccessibleName(tr("Code around the annotation"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    setFont(font);
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(QLatin1Char(' ')) * 4);
    restyle();
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
        if (dy != 0) {
            m_gutter->scroll(0, dy);
        } else {
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
        }
    });
}

void CodeView::show(const SourceExcerpt& code) {
    m_code = code;
    const QString text = code.problem.isEmpty() ? code.lines.join(QLatin1Char('\n')) : code.problem;
    m_inks->setSpans(code.problem.isEmpty() ? code.spans : QVector<InkSpan>(), static_cast<int>(code.lines.size()));
    setPlainText(text);
    setViewportMargins(gutterWidth(), 0, 0, 0);
    m_gutter->setGeometry(contentsRect().left(), contentsRect().top(), gutterWidth(), contentsRect().height());
    light();
    centreAnnotation();
    m_gutter->update();
}

void CodeView::clearCode() { show(SourceExcerpt()); }

void CodeView::light() {
    QList<QTextEdit::ExtraSelection> lit;
    for (int line = m_code.litFrom; line <= m_code.litTo && m_code.problem.isEmpty(); ++line) {
        const QTextBlock block = document()->findBlockByNumber(line - m_code.firstLine);
        if (!block.isValid() || line == 0) continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.format.setBackground(colour(Role::Lit));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        lit << selection;
    }
    setExtraSelections(lit);
}

void CodeView::centreAnnotation() {
    const int line = m_code.litFrom - m_code.firstLine;
    const int visible = std::max(1, viewport()->height() / std::max(1, fontMetrics().lineSpacing()));
    verticalScrollBar()->setValue(std::max(0, line - visible / 2 + 1));
    horizontalScrollBar()->setValue(0);
}

int CodeView::gutterWidth() const {
    if (m_code.lines.isEmpty() || !m_code.problem.isEmpty()) return 0;
    const auto last = QString::number(m_code.firstLine + m_code.lines.size());
    return fontMetrics().horizontalAdvance(last) + 2 * kGutterPadding;
}

void CodeView::paintGutter(QPaintEvent* event) {
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), colour(Role::Code));
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom()) break;
        const int line = m_code.firstLine + block.blockNumber();
        const bool lit = line >= m_code.litFrom && line <= m_code.litTo;
        const QRect row(0, static_cast<int>(area.top()), m_gutter->width(), static_cast<int>(area.height()));
        if (lit) {
            painter.fillRect(row, colour(Role::Lit));
            painter.fillRect(row.right() - 2, row.top(), 3, row.height(), colour(Role::Amber));
        }
        painter.setPen(colour(lit ? Role::Text : Role::Muted));
        painter.drawText(row.adjusted(0, 0, -kGutterPadding, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line));
    }
}

void CodeView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
    if (event->oldSize().height() != event->size().height()) centreAnnotation();
}

void CodeView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_gutter != nullptr) restyle();
}

void CodeView::restyle() {
    const QString sheet = QStringLiteral("QPlainTextEdit { background: %1; }").arg(colour(Role::Code).name());
    if (styleSheet() == sheet) return; // setting it changes the palette again
    setStyleSheet(sheet);
    m_inks->rehighlight();
    light();
}

} // namespace paydown::gui
