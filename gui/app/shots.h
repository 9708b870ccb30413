// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>
#include <QString>
#include <functional>
#include <vector>

namespace paydown::gui {

class DeskBackend;
class MainWindow;

/// `--shots DIR`: walks through the pages and the important states, in light and dark and in two sizes, and writes each
/// as NAME-light-1280x800.png. Decides nothing: the registry is as it was before.
class Shots : public QObject {
    Q_OBJECT

public:
    Shots(MainWindow* window, DeskBackend* backend, QString folder, QObject* parent = nullptr);

    /// @param repository what to show; empty for the first run alone.
    void start(const QString& repository);

signals:
    void done(int exitCode);

private:
    struct Step {
        QString name; ///< Empty: no picture, only what it does.
        std::function<void()> act;
    };

    void planSteps(bool withRepository);
    void addTriageSteps();
    void addPlanSteps();
    void begin();
    void runNext();
    void grab(const QString& name);
    void trigger(const char* action);
    void pressEscape();

    MainWindow* m_window;
    DeskBackend* m_backend;
    QString m_folder;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    std::size_t m_round = 0; ///< Theme and size.
    bool m_begun = false;
    bool m_failed = false;
};

} // namespace paydown::gui
