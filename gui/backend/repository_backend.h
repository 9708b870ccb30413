// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/backend/desk_backend.h"

#ifndef Q_MOC_RUN // Qt 6.4's moc cannot read the concepts of the C++20 headers that these bring.
#include "core/model/short_ids.h"
#include "core/schedule/plan.h"
#include "gui/backend/checkout_worker.h"
#include "gui/backend/repository_watch.h"

#include <atomic>
#include <stop_token>
#endif

namespace paydown::gui {

/// The desk on a real repository. Three threads with a checkout each: one reads states, one refreshes, one decides and
/// reads details; the GUI thread only ever gets finished results. A result that belongs to a repository which is no
/// longer shown is dropped.
class RepositoryBackend : public DeskBackend {
    Q_OBJECT

public:
    explicit RepositoryBackend(QObject* parent = nullptr);
    ~RepositoryBackend() override;

    void open(const QString& path) override;
    void refresh() override;
    void cancelRefresh() override;
    void decide(const DecisionRequest& request) override;
    void undo() override;
    void requestDetail(const ItemKey& key) override;
    void openInEditor(const ItemKey& key) override;
    void propose() override;
    void accept(const Proposal& proposal) override;
    void draftClosing() override;
    void closePeriod(const ClosingDraft& draft) override;
    void findRepositories(const QString& folder) override;

private:
    enum class Why : std::uint8_t { Opening, Decided, Refreshed };

    void load(Why why);
    void take(const DeskStatePtr& state, std::shared_ptr<const ShortIds> ids);
    void notice(const std::vector<std::string>& sentences);
    void write(std::vector<FieldChange> changes, const std::string& note, int items);
    /// Runs in the GUI thread, unless another repository was opened meanwhile.
    template <typename Then>
    void deliver(quint64 generation, Then then);
    CheckoutWorker::Fail failing(quint64 generation, bool fatal = false);
    void endRefresh(bool complete);

    QString m_path;
    std::atomic<quint64> m_generation{0}; ///< Counts repositories that were opened.
    std::atomic<quint64> m_detail{0};     ///< Counts details asked for: only the last is read.
    std::atomic<quint64> m_loads{0};      ///< Counts states asked for: of several that wait, only the last is read.
    DeskStatePtr m_state;
    std::shared_ptr<const ShortIds> m_ids;
    std::stop_source m_stop; ///< Of the running refresh.
    bool m_refreshing = false;
    bool m_again = false; ///< Something changed while a refresh ran.
    RepositoryWatch m_watch;
    QThreadPool m_search; ///< Looks for repositories.
    // Last, so that they end first: their jobs use the members above.
    CheckoutWorker m_reader;
    CheckoutWorker m_refresher;
    CheckoutWorker m_decider;
};

} // namespace paydown::gui
