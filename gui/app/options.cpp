// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/options.h"

#include <cstdio>

namespace paydown::gui {

namespace {

constexpr const char* kUsage =
    "usage: paydown-desk [REPO] [--page triage|plan] [--theme light|dark|auto] [--shots DIR]\n"
    "       paydown-desk --version | --help\n"
    "\n"
    "The desktop app of paydown. REPO is a git repository or a folder in one; without it the\n"
    "repository that was shown last is opened. --shots writes a picture of every page to DIR.\n";

bool readValue(Options& options, const QString& name, const QString& value) {
    if (name == QLatin1String("--page")) {
        options.page = value == QLatin1String("plan") ? PageId::Plan : PageId::Triage;
        if (value != QLatin1String("plan") && value != QLatin1String("triage"))
            options.problem = QStringLiteral("--page takes triage or plan, not '%1'").arg(value);
    } else if (name == QLatin1String("--theme")) {
        options.theme = parseThemeChoice(value);
        if (!options.theme) options.problem = QStringLiteral("--theme takes light, dark or auto, not '%1'").arg(value);
    } else if (name == QLatin1String("--shots")) {
        options.shots = value;
    } else {
        return false;
    }
    return true;
}

} // namespace

Options readOptions(const QStringList& arguments) {
    Options options;
    for (qsizetype i = 1; i < arguments.size() && options.problem.isEmpty(); ++i) {
        const QString& argument = arguments[i];
        if (!argument.startsWith(QStringLiteral("--"))) {
            if (!options.repository.isEmpty()) options.problem = QStringLiteral("one repository at a time, please");
            options.repository = argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument.left(equals < 0 ? argument.size() : equals);
        const bool hasNext = equals >= 0 || i + 1 < arguments.size();
        const QString value = equals >= 0 ? argument.mid(equals + 1) : hasNext ? arguments[i + 1] : QString();
        if (!readValue(options, name, value)) {
            options.problem = QStringLiteral("there is no option '%1'").arg(name);
        } else if (value.isEmpty()) {
            options.problem = QStringLiteral("%1 needs a value").arg(name);
        }
        if (equals < 0) ++i;
    }
    return options;
}

std::optional<int> answerWithoutWindow(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
    if (arguments.contains(QStringLiteral("--version"))) {
        std::printf("paydown-desk %s\n", PAYDOWN_VERSION);
        return 0;
    }
    if (arguments.contains(QStringLiteral("--help"))) {
        std::fputs(kUsage, stdout);
        return 0;
    }
    const Options options = readOptions(arguments);
    if (options.problem.isEmpty()) return std::nullopt;
    std::fprintf(stderr, "paydown-desk: %s\n%s", options.problem.toLocal8Bit().constData(), kUsage);
    return 2;
}

} // namespace paydown::gui
