// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_requests.h"
#include "gui/backend/desk_state.h"

#include <QObject>

namespace paydown::gui {

/// The one seam between the desk and everything that reads or writes: a repository in the program, generated data in
/// tests. Every request returns at once; results arrive as signals in the GUI thread, finished and immutable. A request
/// that fails emits failed() and leaves what was shown before.
class DeskBackend : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Shows a repository: stateReady() with what its registry holds, then a refresh in the background.
    virtual void open(const QString& path) = 0;
    /// Reads what is new in tree and history. progressed(), any number of stateReady(), then refreshEnded().
    virtual void refresh() = 0;
    /// Asks the running refresh to stop; refreshEnded() follows. What was read is kept.
    virtual void cancelRefresh() = 0;

    /// Writes a batch of decisions; stateReady() follows.
    virtual void decide(const DecisionRequest& request) = 0;
    /// Takes back this user's last batch; undone() and stateReady() follow.
    virtual void undo() = 0;
    /// Code and life of one item; detailReady() follows, only for the last item asked for.
    virtual void requestDetail(const ItemKey& key) = 0;
    virtual void openInEditor(const ItemKey& key) = 0;

    /// proposalReady() follows.
    virtual void propose() = 0;
    /// Writes what is left of a proposal as one batch.
    virtual void accept(const Proposal& proposal) = 0;
    /// closingReady() follows, for the earliest period that can be closed.
    virtual void draftClosing() = 0;
    virtual void closePeriod(const ClosingDraft& draft) = 0;

    /// Looks for repositories in and below a folder; repositoriesFound() follows.
    virtual void findRepositories(const QString& folder) = 0;

signals:
    void stateReady(const paydown::gui::DeskStatePtr& state);
    void progressed(const paydown::gui::DeskProgress& progress);
    void refreshEnded(bool complete);
    void decided(int items);
    /// What people should know of what they just did, one sentence; nothing failed.
    void noticed(const QString& sentence);
    void undone(int items);
    void detailReady(const paydown::gui::ItemDetailPtr& detail);
    void proposalReady(const paydown::gui::ProposalPtr& proposal);
    void closingReady(const paydown::gui::ClosingDraftPtr& draft);
    void repositoriesFound(const QVector<paydown::gui::FoundRepository>& repositories);
    void failed(const paydown::gui::DeskFailure& failure);
};

} // namespace paydown::gui
