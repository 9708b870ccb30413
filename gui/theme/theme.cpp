// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/theme.h"

#include "gui/theme/style_sheet.h"

#include <QApplication>
#include <QStyleFactory>
#include <algorithm>
#include <array>
#include <cmath>

namespace paydown::gui {

namespace {

using Colours = std::array<QRgb, kRoleCount>;

// In the order of Role.
constexpr Colours kLight{0xf4f5f7, 0xffffff, 0xffffff, 0xd8dde3, 0xdbe8fa, 0xeef2f7, 0x1b1f24, 0x566069, 0x0a5cc0,
                         0xffffff, 0xc0221a, 0x0b6b63, 0x5c6670, 0x6d45ab, 0x5c6670, 0x8a5000, 0xfff0d2, 0x16702f,
                         0xfff3c4, 0xfbfcfd, 0x586570, 0x0a6638, 0x8026a6, 0x8f4500, 0x0a559f, 0x54399f, 0x7a4a14};
constexpr Colours kDark{0x1c1f24, 0x16191d, 0x23272d, 0x333940, 0x233d5b, 0x252a31, 0xe4e7eb, 0xa3adb8, 0x79b8ff,
                        0x0d1117, 0xff8379, 0x54c8ba, 0xa3adb8, 0xc7a1ff, 0xa3adb8, 0xf2b85c, 0x3b2e15, 0x6bd684,
                        0x3b3516, 0x13161a, 0xa0adb9, 0x86d3a2, 0xd3a4f2, 0xf0b27a, 0x86bdf5, 0xb9adf9, 0xd8b38a};

const Theme*& inForce() {
    static const Theme* theme = &Theme::light();
    return theme;
}

bool platformIsDark() {
    // The palette that the platform came with, before we replaced it.
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Theme& Theme::light() {
    static const Theme theme(false);
    return theme;
}

const Theme& Theme::dark() {
    static const Theme theme(true);
    return theme;
}

const Theme& Theme::current() { return *inForce(); }

void Theme::apply(QApplication& application, ThemeChoice choice) {
    const bool auto_ = platformIsDark();
    const bool isDarkNow = choice == ThemeChoice::Dark || (choice == ThemeChoice::Auto && auto_);
    inForce() = isDarkNow ? &dark() : &light();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(current().palette());
    application.setStyleSheet(current().styleSheet());
}

QColor Theme::operator()(Role role) const {
    return QColor::fromRgb((m_dark ? kDark : kLight)[static_cast<std::size_t>(role)]);
}

QPalette Theme::palette() const {
    const Theme& of = *this;
    QPalette palette(of(Role::Text), of(Role::Window), of(Role::Raised), of(Role::Line), of(Role::Muted),
                     of(Role::Text), of(Role::Text), of(Role::Base), of(Role::Window));
    palette.setColor(QPalette::AlternateBase, blend(of(Role::Base), of(Role::Window), 0.5));
    palette.setColor(QPalette::Button, blend(of(Role::Window), of(Role::Text), 0.03));
    palette.setColor(QPalette::Highlight, of(Role::Selection));
    palette.setColor(QPalette::HighlightedText, of(Role::Text));
    palette.setColor(QPalette::Link, of(Role::Accent));
    palette.setColor(QPalette::PlaceholderText, of(Role::Muted));
    palette.setColor(QPalette::ToolTipBase, of(Role::Raised));
    palette.setColor(QPalette::ToolTipText, of(Role::Text));
    const QColor faded = blend(of(Role::Window), of(Role::Text), 0.45);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

QString Theme::styleSheet() const { return makeStyleSheet(*this); }

QColor colour(Role role) { return Theme::current()(role); }

QColor blend(const QColor& from, const QColor& to, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

std::optional<ThemeChoice> parseThemeChoice(const QString& text) {
    if (text == QLatin1String("auto")) return ThemeChoice::Auto;
    if (text == QLatin1String("light")) return ThemeChoice::Light;
    if (text == QLatin1String("dark")) return ThemeChoice::Dark;
    return std::nullopt;
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace paydown::gui
