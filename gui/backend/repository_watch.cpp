// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/repository_watch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <utility>

namespace paydown::gui {

namespace {

constexpr int kRestMs = 400;
constexpr int kOwnMs = 2000;

QString firstLineOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine(4096)).trimmed() : QString();
}

// In a worktree or a submodule .git is a file that names the folder.
QString gitFolderOf(const QString& root) {
    const QString entry = root + QStringLiteral("/.git");
    const QString prefix = QStringLiteral("gitdir: ");
    if (QFileInfo(entry).isDir()) return entry;
    const QString line = firstLineOf(entry);
    return line.startsWith(prefix) ? QDir(root).absoluteFilePath(line.mid(prefix.size())) : root;
}

QString commonFolderOf(const QString& gitFolder) {
    const QString line = firstLineOf(gitFolder + QStringLiteral("/commondir"));
    return line.isEmpty() ? gitFolder : QDir::cleanPath(QDir(gitFolder).absoluteFilePath(line));
}

} // namespace

RepositoryWatch::RepositoryWatch(QObject* parent) : QObject(parent) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    m_own.setSingleShot(true);
    m_own.setInterval(kOwnMs);
    connect(&m_rest, &QTimer::timeout, this, &RepositoryWatch::tell);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &RepositoryWatch::fileChanged);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &RepositoryWatch::fileChanged);
}

void RepositoryWatch::watch(const QString& root) {
    const QStringList old = m_files.files() + m_files.directories();
    if (!old.isEmpty()) m_files.removePaths(old);
    m_gitFolder = gitFolderOf(root);
    m_commonFolder = commonFolderOf(m_gitFolder);
    addPaths();
}

// git replaces files by renaming, and a replaced file is watched no more: the paths are added again after each change.
void RepositoryWatch::addPaths() {
    const QStringList wanted{m_gitFolder + QStringLiteral("/HEAD"), m_gitFolder + QStringLiteral("/logs/HEAD"),
                             m_commonFolder + QStringLiteral("/packed-refs"),
                             m_commonFolder + QStringLiteral("/refs/heads"),
                             m_commonFolder + QStringLiteral("/paydown/decisions.jsonl")};
    const QStringList watched = m_files.files() + m_files.directories();
    for (const QString& path : wanted) {
        if (!watched.contains(path) && QFileInfo::exists(path)) m_files.addPath(path);
    }
}

void RepositoryWatch::expectOwnWrite() { m_own.start(); }

void RepositoryWatch::fileChanged(const QString& path) {
    const bool decisions = path.endsWith(QStringLiteral(".jsonl"));
    if (decisions && m_own.isActive()) {
        addPaths();
        return;
    }
    (decisions ? m_decisions : m_commits) = true;
    m_rest.start();
}

void RepositoryWatch::tell() {
    addPaths();
    const bool commits = std::exchange(m_commits, false);
    const bool decisions = std::exchange(m_decisions, false);
    if (commits) {
        emit commitsChanged();
    } else if (decisions) {
        emit decisionsChanged();
    }
}

} // namespace paydown::gui
