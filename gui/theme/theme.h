// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <cstdint>
#include <optional>

class QApplication;

namespace paydown::gui {

enum class ThemeChoice : std::uint8_t { Auto, Light, Dark };

/// What a colour is for. Every text role is legible (contrast of 4.5 and more) on Window, Base and Selection.
enum class Role : std::uint8_t {
    Window,    ///< Behind tool bar, sidebar and status bar.
    Base,      ///< Behind lists and text.
    Raised,    ///< Cards, popups, the verdict bar.
    Line,      ///< Hairlines; not for text.
    Selection, ///< Behind the current row.
    Hover,     ///< Behind what the mouse is on.
    Text,
    Muted,    ///< Second line of a row, hints.
    Accent,   ///< Links, focus, the default button.
    OnAccent, ///< Text on Accent.
    Reckless,
    Prudent,
    Unclassified,
    LiveWith,
    Settled,   ///< Not debt, obsolete.
    Amber,     ///< Over capacity, due.
    AmberFill, ///< Behind Amber.
    Good,      ///< Paid.
    Lit,       ///< Behind the annotation in the code.
    Code,      ///< Behind code.
    InkComment,
    InkString,
    InkKeyword,
    InkNumber,
    InkType,
    InkFunction,
    InkPreprocessor,
};
constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::InkPreprocessor) + 1;

/// The colours of the desk, light or dark. GUI thread only.
class Theme {
public:
    /// The theme in force; light until apply() was called.
    [[nodiscard]] static const Theme& current();
    [[nodiscard]] static const Theme& light();
    [[nodiscard]] static const Theme& dark();

    /// Sets style, palette and style sheet of the application. Auto follows the palette the platform came with.
    static void apply(QApplication& application, ThemeChoice choice);

    [[nodiscard]] QColor operator()(Role role) const;
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

private:
    explicit Theme(bool dark) : m_dark(dark) {}
    bool m_dark;
};

/// Shorthand for Theme::current()(role).
[[nodiscard]] QColor colour(Role role);

/// The colour between two, 0 giving the first.
[[nodiscard]] QColor blend(const QColor& from, const QColor& to, double share);

/// "auto", "light", "dark".
[[nodiscard]] std::optional<ThemeChoice> parseThemeChoice(const QString& text);

/// Contrast ratio of two opaque colours by WCAG 2.1, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace paydown::gui
