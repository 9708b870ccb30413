// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"

#include <QWidget>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace paydown::gui {

class DeskBackend;
class PlainLabel;

/// The first run, and where one lands without a repository or after one could not be opened: choose a folder, tick the
/// repositories below it, start.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(DeskBackend* backend, QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);
    void showOpening(const QString& path);
    void showFailure(const DeskFailure& failure);

signals:
    void started(const QString& path); ///< Show this repository; the other ticked ones are recent ones now.
    void chooseAsked();

private:
    void layOut();
    void showFound(const QVector<FoundRepository>& repositories);
    void showLiveLine();
    void start();

    DeskBackend* m_backend;
    PlainLabel* m_heading;
    PlainLabel* m_text;
    PlainLabel* m_problem;
    PlainLabel* m_live;
    QPushButton* m_choose;
    QPushButton* m_start;
    QListWidget* m_found;
    PlainLabel* m_recentHeading;
    QListWidget* m_recent;
};

} // namespace paydown::gui
