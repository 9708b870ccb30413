// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedule/closing.h"
#include "core/schedule/plan.h"
#include "gui/backend/desk_state.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVector>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace paydown::gui {

/// One action of the user on any number of items: written as one batch, undone as one.
struct DecisionRequest {
    std::vector<ItemKey> items;
    std::vector<std::pair<std::string, std::string>> values; ///< Names of namespace field and their values.
    std::string note;
};

/// What the backend proposes for a verdict on one item, to be edited in the finish strip.
struct VerdictProposal {
    std::string owner;
    QString ownerReason; ///< "9 of the last 12 changes"
    QString effort;      ///< "4h"; empty where nothing is known.
    std::optional<Date> period;
    QString periodReason; ///< "kai 2 of 3"
    QString why;
    QString wake; ///< A value of field::kWake: "touched:10".
};

/// How far a long job is.
struct DeskProgress {
    QString phase;
    quint64 done = 0;
    quint64 total = 0; ///< 0 while unknown.
};

/// What went wrong, for people.
struct DeskFailure {
    QString what;
    QString remedy;     ///< May be empty.
    bool fatal = false; ///< Nothing can be shown; otherwise what was shown before stays.
};

enum class Ink : std::uint8_t { Plain, Comment, String, Keyword, Number, Type, Function, Preprocessor };

/// A coloured piece of one line of code.
struct InkSpan {
    int line = 0;   ///< 0-based, into SourceExcerpt::lines.
    int column = 0; ///< In UTF-16 units.
    int length = 0;
    Ink ink = Ink::Plain;
};

/// The code around an annotation.
struct SourceExcerpt {
    int firstLine = 1; ///< Line number of lines[0].
    QStringList lines;
    QVector<InkSpan> spans;
    int litFrom = 0; ///< First line of the annotation, as a line number.
    int litTo = 0;   ///< Its last line.
    QString problem; ///< Why there is no code ("the file is gone from the work tree").
};

/// One event in an item's life.
struct LifeEntry {
    QString what; ///< "introduced", "moved from a/b.c", "paid, in the mainline since 2026-03-01 (1f2e3d4c)"
    QString commit;
    QString author;
    QString date;
    QString summary;
};

/// What is read only for the item that is looked at.
struct ItemDetail {
    ItemKey key;
    QString shortId; ///< "D-7f3k"; empty while pending.
    SourceExcerpt code;
    QVector<LifeEntry> life; ///< Oldest first.
};
using ItemDetailPtr = std::shared_ptr<const ItemDetail>;

using ProposalPtr = std::shared_ptr<const Proposal>;
using ClosingDraftPtr = std::shared_ptr<const ClosingDraft>;

/// A repository below a folder, found on the first run.
struct FoundRepository {
    QString path;
    QString name;
    bool indexed = false; ///< It has a registry already.
};

} // namespace paydown::gui

Q_DECLARE_METATYPE(paydown::gui::DeskProgress)
Q_DECLARE_METATYPE(paydown::gui::DeskFailure)
Q_DECLARE_METATYPE(paydown::gui::ItemDetailPtr)
Q_DECLARE_METATYPE(paydown::gui::ProposalPtr)
Q_DECLARE_METATYPE(paydown::gui::ClosingDraftPtr)
Q_DECLARE_METATYPE(QVector<paydown::gui::FoundRepository>)
