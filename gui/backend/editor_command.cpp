// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/editor_command.h"

#include <QDesktopServices>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>
#include <array>
#include <utility>

namespace paydown::gui {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 7> kEditors{{
    {"code", "code -g {file}:{line}"},
    {"codium", "codium -g {file}:{line}"},
    {"kate", "kate --line {line} {file}"},
    {"gnome-text-editor", "gnome-text-editor {file}"},
    {"gedit", "gedit +{line} {file}"},
    {"subl", "subl {file}:{line}"},
    {"gvim", "gvim +{line} {file}"},
}};

} // namespace

EditorCommand fillEditorCommand(const QString& commandTemplate, const QString& file, int line) {
    QStringList words = QProcess::splitCommand(commandTemplate);
    if (words.isEmpty()) return {};
    for (QString& word : words) {
        word.replace(QStringLiteral("{line}"), QString::number(line));
        word.replace(QStringLiteral("{file}"), file);
    }
    const QString program = words.takeFirst();
    return {program, words};
}

QString editorTemplate() {
    const QString set = QSettings().value(QStringLiteral("editor/command")).toString();
    if (!set.isEmpty()) return set;
    for (const auto& [program, command] : kEditors) {
        if (!QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) return QLatin1String(command);
    }
    return {};
}

bool openInEditorAt(const QString& file, int line) {
    const EditorCommand command = fillEditorCommand(editorTemplate(), file, line);
    if (command.program.isEmpty()) return QDesktopServices::openUrl(QUrl::fromLocalFile(file));
    return QProcess::startDetached(command.program, command.arguments);
}

} // namespace paydown::gui
