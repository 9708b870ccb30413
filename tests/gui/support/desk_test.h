// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/main_window.h"
#include "gui/triage/triage_page.h"
#include "tests/gui/support/fake_backend.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <functional>
#include <gtest/gtest.h>

namespace paydown::gui {

/// A window on a backend in memory, driven as a user drives it: by keys, and by the names of actions and widgets.
class DeskTest : public testing::Test {
protected:
    /// Opens a window of 1440 × 900 and waits until its first rows are shown.
    void openWith(std::uint32_t items);
    void openWith(Snapshot snapshot);
    /// Makes the window, but opens nothing.
    void makeWindow(std::uint32_t items);

    /// Runs the event loop until it holds. A flow that never gets there fails here.
    static void waitUntil(const std::function<bool()>& holds);
    /// Waits for the state and the rows that follow a decision.
    void settle();

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< To whatever has the focus.
    void type(const QString& text);
    void trigger(const char* action);
    void enter(Queue queue);

    template <typename T>
    T* child(const char* name) const {
        T* found = window->findChild<T*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    [[nodiscard]] bool shown(const char* name) const;
    [[nodiscard]] QString text(const char* label) const { return child<QLabel>(label)->text(); }
    [[nodiscard]] TriageSession* session() const { return window->triage()->session(); }
    [[nodiscard]] ItemModel* model() const { return session()->model(); }
    [[nodiscard]] const DecisionRequest& lastDecision() const { return backend->decisions.back(); }
    /// The value of a field in the last decision; "(absent)" for none.
    [[nodiscard]] std::string decidedValue(const char* field) const;

    // The window goes first.
    std::unique_ptr<FakeBackend> backend;
    std::unique_ptr<MainWindow> window;
};

} // namespace paydown::gui
