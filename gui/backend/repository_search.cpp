// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/repository_search.h"

#include <QDir>
#include <QFileInfo>

namespace paydown::gui {

namespace {

constexpr int kLevels = 3;
constexpr int kMost = 200;

bool isRepository(const QDir& folder) {
    return QFileInfo::exists(folder.filePath(QStringLiteral(".git"))) ||
           (QFileInfo::exists(folder.filePath(QStringLiteral("HEAD"))) &&
            QFileInfo::exists(folder.filePath(QStringLiteral("objects"))));
}

void search(const QDir& folder, int levels, QVector<FoundRepository>& found) {
    if (found.size() >= kMost) return;
    if (isRepository(folder)) {
        const bool indexed = QFileInfo::exists(folder.filePath(QStringLiteral(".git/paydown/registry.db")));
        found.append({folder.absolutePath(), folder.dirName(), indexed});
        return;
    }
    if (levels == 0) return;
    const auto below = folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const QFileInfo& entry : below) search(QDir(entry.absoluteFilePath()), levels - 1, found);
}

} // namespace

QVector<FoundRepository> searchRepositories(const QString& folder) {
    QVector<FoundRepository> found;
    search(QDir(folder), kLevels, found);
    return found;
}

} // namespace paydown::gui
