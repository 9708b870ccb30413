// SPDX-License-Identifier: GPL-3.0-or-later
// The palette of actions, the page of keys, pages and sidebar.
#include "gui/app/options.h"
#include "tests/gui/support/desk_test.h"

#include <QApplication>
#include <QDialog>
#include <QListWidget>

namespace paydown::gui {

class Commands : public DeskTest {};

TEST_F(Commands, ControlKRunsAnyActionByItsName) {
    openWith(100);
    const ItemKey first = session()->currentKey();
    press(Qt::Key_K, Qt::ControlModifier);
    ASSERT_TRUE(shown("commandPalette"));
    type(QStringLiteral("not debt"));
    press(Qt::Key_Return);
    EXPECT_FALSE(shown("commandPalette"));
    ASSERT_EQ(backend->decisions.size(), 1U);
    EXPECT_EQ(lastDecision().items, std::vector<ItemKey>{first});
}

TEST_F(Commands, EscapeClosesThePaletteAndGivesTheFocusBack) {
    openWith(100);
    press(Qt::Key_K, Qt::ControlModifier);
    press(Qt::Key_Escape);
    EXPECT_FALSE(shown("commandPalette"));
    EXPECT_EQ(QApplication::focusWidget(), child<QListView>("itemList"));
}

TEST_F(Commands, QuestionMarkShowsTheKeys) {
    openWith(100);
    press(Qt::Key_Question);
    auto* keys = window->findChild<QDialog*>(QStringLiteral("keySheet"));
    ASSERT_NE(keys, nullptr);
    EXPECT_TRUE(keys->isVisible());
}

TEST_F(Commands, ControlDigitsSwitchPages) {
    openWith(100);
    press(Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(window->page(), PageId::Plan);
    trigger("showTriage");
    EXPECT_EQ(window->page(), PageId::Triage);
}

TEST_F(Commands, TheSidebarHidesBelowFourteenHundredPixels) {
    openWith(100);
    EXPECT_TRUE(shown("sidebar"));
    window->resize(1280, 800);
    EXPECT_FALSE(shown("sidebar"));
    press(Qt::Key_B, Qt::ControlModifier);
    EXPECT_TRUE(shown("sidebar"));
}

TEST_F(Commands, NothingIsClippedAt1280By800) {
    openWith(100);
    window->resize(1280, 800);
    press(Qt::Key_R);
    EXPECT_LE(window->minimumSizeHint().width(), 1280);
    EXPECT_LE(window->minimumSizeHint().height(), 800);
    EXPECT_EQ(window->size(), QSize(1280, 800));
}

TEST(Options, AreReadWithAndWithoutAnEqualsSign) {
    const Options options =
        readOptions({QStringLiteral("paydown-desk"), QStringLiteral("--page"), QStringLiteral("plan"),
                     QStringLiteral("--theme=dark"), QStringLiteral("repo")});
    EXPECT_TRUE(options.problem.isEmpty());
    EXPECT_EQ(options.page, PageId::Plan);
    EXPECT_EQ(options.theme, ThemeChoice::Dark);
    EXPECT_EQ(options.repository, QStringLiteral("repo"));
}

TEST(Options, SayWhatIsWrong) {
    EXPECT_TRUE(readOptions({QStringLiteral("x"), QStringLiteral("--page=where")})
                    .problem.contains(QStringLiteral("triage or plan")));
    EXPECT_TRUE(readOptions({QStringLiteral("x"), QStringLiteral("--colour=red")})
                    .problem.contains(QStringLiteral("--colour")));
    EXPECT_TRUE(readOptions({QStringLiteral("x"), QStringLiteral("--shots")})
                    .problem.contains(QStringLiteral("needs a value")));
}

} // namespace paydown::gui
