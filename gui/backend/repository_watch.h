// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace paydown::gui {

/// Notices that a repository changed on disk: a commit, a switch of branches, a pull; and that somebody else wrote
/// decisions into its registry. What happens in a burst is told once.
class RepositoryWatch : public QObject {
    Q_OBJECT

public:
    explicit RepositoryWatch(QObject* parent = nullptr);

    /// Watches the repository at this root from now on, instead of any other.
    void watch(const QString& root);
    /// What the registry shows in the next moments is our own doing.
    void expectOwnWrite();

signals:
    void commitsChanged();
    void decisionsChanged();

private:
    void fileChanged(const QString& path);
    void tell();
    void addPaths();

    QFileSystemWatcher m_files;
    QTimer m_rest; ///< Until the burst is over.
    QTimer m_own;  ///< While it runs, writes to the registry are ours.
    QString m_gitFolder;
    QString m_commonFolder;
    bool m_commits = false;
    bool m_decisions = false;
};

} // namespace paydown::gui
