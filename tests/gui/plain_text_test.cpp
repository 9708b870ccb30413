// SPDX-License-Identifier: GPL-3.0-or-later
// An annotation is shown as it is written: it can inject no markup anywhere.
#include "gui/theme/theme.h"
#include "tests/gui/support/desk_test.h"
#include "tests/gui/support/sample_snapshot.h"

#include <QLabel>
#include <QMessageBox>

namespace paydown::gui {

class PlainText : public DeskTest {};

TEST_F(PlainText, NoLabelOfTheDeskTakesMarkup) {
    Snapshot snapshot = makeSampleSnapshot(40);
    for (Item& item : snapshot.items) {
        item.annotation.title = "<h1>big</h1><img src=\"file:///etc/passwd\">";
        item.annotation.body = "<b>bold</b>";
        item.place.path = "a<b>.cpp";
    }
    openWith(std::move(snapshot));
    waitUntil([this] { return text("detailTitle").startsWith(QStringLiteral("<h1>")); });
    for (const QLabel* label : window->findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText)
            << label->objectName().toStdString() << label->text().toStdString();
    for (const QWidget* widget : window->findChildren<QWidget*>())
        EXPECT_FALSE(widget->toolTip().contains(QStringLiteral("<img"))) << widget->objectName().toStdString();
}

TEST_F(PlainText, EveryViewAndFieldHasAnAccessibleName) {
    openWith(40);
    for (const auto* view : window->findChildren<QAbstractItemView*>()) {
        if (view->objectName().isEmpty() || view->focusPolicy() == Qt::NoFocus) continue;
        EXPECT_FALSE(view->accessibleName().isEmpty()) << view->objectName().toStdString();
    }
    for (const auto* edit : window->findChildren<QLineEdit*>()) {
        if (edit->objectName().isEmpty() || edit->objectName().startsWith(QStringLiteral("qt_"))) continue;
        EXPECT_FALSE(edit->isVisible() && edit->accessibleName().isEmpty()) << edit->objectName().toStdString();
    }
}

TEST_F(PlainText, EveryActionWithAKeyIsInAMenu) {
    openWith(40);
    for (const QAction* action : window->actionSet()->all()) {
        const auto places = action->associatedObjects();
        const bool inMenu =
            std::any_of(places.begin(), places.end(), [](QObject* place) { return place->inherits("QMenu"); });
        EXPECT_TRUE(inMenu) << action->objectName().toStdString();
    }
}

class ThemeContrast : public testing::TestWithParam<Role> {};

TEST_P(ThemeContrast, TextIsLegibleInBothPalettes) {
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        for (const Role behind : {Role::Window, Role::Base, Role::Raised, Role::Selection, Role::Code, Role::Lit}) {
            EXPECT_GE(contrast((*theme)(GetParam()), (*theme)(behind)), 4.5)
                << (theme->isDark() ? "dark, on " : "light, on ") << static_cast<int>(behind);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Roles, ThemeContrast,
                         testing::Values(Role::Text, Role::Muted, Role::Accent, Role::Reckless, Role::Prudent,
                                         Role::Unclassified, Role::LiveWith, Role::Settled, Role::Good,
                                         Role::InkComment, Role::InkString, Role::InkKeyword, Role::InkNumber,
                                         Role::InkType, Role::InkFunction, Role::InkPreprocessor));

TEST(Theme, AmberAndTheDefaultButtonAreLegible) {
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        EXPECT_GE(contrast((*theme)(Role::Amber), (*theme)(Role::AmberFill)), 4.5);
        EXPECT_GE(contrast((*theme)(Role::OnAccent), (*theme)(Role::Accent)), 4.5);
    }
}

} // namespace paydown::gui
