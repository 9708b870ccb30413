// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/recent_repositories.h"

#include <QDir>
#include <QSettings>

namespace paydown::gui {

namespace {

constexpr int kKept = 10;
QString key() { return QStringLiteral("recent"); }

} // namespace

QStringList recentRepositories() {
    QStringList paths = QSettings().value(key()).toStringList();
    paths.removeIf([](const QString& path) { return !QDir(path).exists(); });
    return paths;
}

void addRecentRepository(const QString& path) {
    QStringList paths = QSettings().value(key()).toStringList();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(key(), paths.mid(0, kKept));
}

} // namespace paydown::gui
