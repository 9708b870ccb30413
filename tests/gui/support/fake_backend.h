// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/config.h"
#include "core/model/snapshot.h"
#include "gui/backend/desk_backend.h"

#include <vector>

namespace paydown::gui {

/// A backend in memory: generated items, the real rules, decisions kept in a vector. Answers come through the event
/// loop, as from the real one.
class FakeBackend : public DeskBackend {
    Q_OBJECT

public:
    explicit FakeBackend(std::uint32_t items, QObject* parent = nullptr);
    FakeBackend(Snapshot snapshot, Config config, QObject* parent = nullptr);

    void open(const QString& path) override;
    void refresh() override { ++refreshes; }
    void cancelRefresh() override { ++cancels; }
    void decide(const DecisionRequest& request) override;
    void undo() override;
    void requestDetail(const ItemKey& key) override;
    void openInEditor(const ItemKey& key) override { edited.push_back(key); }
    void propose() override;
    void accept(const Proposal& proposal) override;
    void draftClosing() override;
    void closePeriod(const ClosingDraft& draft) override;
    void findRepositories(const QString& folder) override;

    /// Builds a state from what was decided, at once.
    [[nodiscard]] std::shared_ptr<DeskState> makeState() const;
    /// Delivers a state through the event loop.
    void publish();
    /// Decides without the user, as another clone would have done.
    void put(const ItemKey& key, const std::string& field, const std::string& value);

    // What the desk asked for, for tests to look at.
    std::vector<DecisionRequest> decisions;
    std::vector<ItemKey> edited;
    QVector<FoundRepository> repositories;
    QString notice;
    int refreshes = 0;
    int cancels = 0;
    bool refusesOpening = false;

private:
    struct Record {
        std::string item;
        std::string field;
        std::string value;
        int batch;
    };
    [[nodiscard]] Snapshot folded() const;
    void apply(const std::vector<FieldChange>& changes);

    Snapshot m_snapshot;
    std::shared_ptr<const Config> m_config;
    std::vector<Record> m_log;
    std::vector<Date> m_closed;
    int m_batch = 0;
    DeskStatePtr m_last;
};

} // namespace paydown::gui
