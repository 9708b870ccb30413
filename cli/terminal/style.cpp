// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal/style.h"

#include <cstdlib>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace paydown::cli {

namespace {

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool wantsColor(int fileDescriptor, ColorChoice choice) {
    if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
    if (isSet("NO_COLOR")) return false; // https://no-color.org
    if (isSet("CLICOLOR_FORCE")) return true;
    const char* terminal = std::getenv("TERM");
    return isatty(fileDescriptor) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

std::size_t columnsOf(int fileDescriptor) {
    if (isatty(fileDescriptor) == 0) return 0;
    winsize size{};
    if (ioctl(fileDescriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    constexpr std::size_t kUsualWidth = 80;
    return kUsualWidth;
}

std::string_view sequenceOf(Tone tone) {
    switch (tone) {
    case Tone::Plain: return "";
    case Tone::Dim: return "2";
    case Tone::Bold: return "1";
    case Tone::Reckless: return "31";
    case Tone::Prudent: return "34";
    case Tone::Warning: return "33";
    case Tone::Good: return "32";
    case Tone::Path: return "36";
    }
    return "";
}

} // namespace

std::string Style::paint(Tone tone, std::string_view safeText) const {
    if (!color || tone == Tone::Plain || safeText.empty()) return std::string(safeText);
    return fmt::format("\x1b[{}m{}\x1b[0m", sequenceOf(tone), safeText);
}

Tone Style::toneOf(DebtClass debtClass) {
    switch (debtClass) {
    case DebtClass::Reckless: return Tone::Reckless;
    case DebtClass::Prudent: return Tone::Prudent;
    case DebtClass::Unclassified: return Tone::Plain;
    }
    return Tone::Plain;
}

Style Style::of(int fileDescriptor, ColorChoice choice) {
    return {wantsColor(fileDescriptor, choice), columnsOf(fileDescriptor)};
}

} // namespace paydown::cli
