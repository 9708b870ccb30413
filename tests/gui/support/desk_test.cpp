// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/desk_test.h"

#include "tests/gui/support/sample_snapshot.h"

#include <QApplication>
#include <QSettings>

namespace paydown::gui {

void DeskTest::makeWindow(std::uint32_t items) {
    QSettings().clear();
    backend = std::make_unique<FakeBackend>(items);
    window = std::make_unique<MainWindow>(backend.get());
    window->resize(1440, 900);
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
}

void DeskTest::openWith(std::uint32_t items) { openWith(makeSampleSnapshot(items)); }

void DeskTest::openWith(Snapshot snapshot) {
    makeWindow(0);
    const auto count = snapshot.items.size();
    window.reset();
    backend = std::make_unique<FakeBackend>(std::move(snapshot), sampleConfig());
    window = std::make_unique<MainWindow>(backend.get());
    window->resize(1440, 900);
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    window->openRepository(QStringLiteral("/home/kai/src/ledger"));
    waitUntil([this] { return session()->state() != nullptr && model()->rows() != nullptr; });
    ASSERT_EQ(session()->state()->worklist->items.size(), count);
}

void DeskTest::waitUntil(const std::function<bool()>& holds) { ASSERT_TRUE(QTest::qWaitFor(holds, 20000)); }

void DeskTest::settle() {
    waitUntil([this] { return model()->rows() != nullptr && model()->rows()->state == session()->state(); });
}

void DeskTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* target = QApplication::focusWidget();
    ASSERT_NE(target, nullptr) << "nothing has the focus";
    QTest::keyClick(target, key, modifiers);
}

void DeskTest::type(const QString& words) {
    QWidget* target = QApplication::focusWidget();
    ASSERT_NE(target, nullptr) << "nothing has the focus";
    QTest::keyClicks(target, words);
}

void DeskTest::trigger(const char* action) {
    QAction* found = window->actionSet()->find(action);
    ASSERT_NE(found, nullptr) << action;
    ASSERT_TRUE(found->isEnabled()) << action;
    found->trigger();
}

void DeskTest::enter(Queue queue) {
    const RowSetPtr before = model()->rows();
    if (session()->queue() == queue) return;
    window->triage()->enterQueue(queue);
    waitUntil([&] { return model()->rows() != before; });
}

bool DeskTest::shown(const char* name) const { return child<QWidget>(name)->isVisible(); }

std::string DeskTest::decidedValue(const char* field) const {
    for (const auto& [name, value] : lastDecision().values) {
        if (name == field) return value;
    }
    return "(absent)";
}

} // namespace paydown::gui
