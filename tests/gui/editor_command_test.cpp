// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/editor_command.h"

#include <gtest/gtest.h>

namespace paydown::gui {

TEST(EditorCommand, FillsFileAndLineWithoutSplittingThem) {
    const EditorCommand command =
        fillEditorCommand(QStringLiteral("code -g {file}:{line}"), QStringLiteral("/src/a b; rm -rf.cpp"), 88);
    EXPECT_EQ(command.program, QStringLiteral("code"));
    EXPECT_EQ(command.arguments, QStringList({QStringLiteral("-g"), QStringLiteral("/src/a b; rm -rf.cpp:88")}));
}

TEST(EditorCommand, KeepsQuotedWordsTogether) {
    const EditorCommand command =
        fillEditorCommand(QStringLiteral("\"/opt/my editor\" +{line} {file}"), QStringLiteral("x.c"), 3);
    EXPECT_EQ(command.program, QStringLiteral("/opt/my editor"));
    EXPECT_EQ(command.arguments, QStringList({QStringLiteral("+3"), QStringLiteral("x.c")}));
}

TEST(EditorCommand, AnEmptyTemplateStartsNothing) {
    EXPECT_TRUE(fillEditorCommand(QString(), QStringLiteral("x.c"), 3).program.isEmpty());
}

} // namespace paydown::gui
