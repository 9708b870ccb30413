// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace paydown::gui {

/// A program and its arguments; no shell is between.
struct EditorCommand {
    QString program;
    QStringList arguments;
};

/// Fills {file} and {line} of a template such as "code -g {file}:{line}". Quotes keep blanks together; what is filled
/// in is never split.
[[nodiscard]] EditorCommand fillEditorCommand(const QString& commandTemplate, const QString& file, int line);

/// The template that the user set, else that of an editor which is installed; empty when none is known.
[[nodiscard]] QString editorTemplate();

/// Opens a file of the work tree at a line; with no known editor, in whatever the desktop opens it with.
/// @return whether something could be started.
bool openInEditorAt(const QString& file, int line);

} // namespace paydown::gui
