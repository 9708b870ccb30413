// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/backend/repository_backend.h"

#include "gui/backend/editor_command.h"
#include "gui/backend/item_detail_reader.h"
#include "gui/backend/repository_search.h"
#include "gui/models/item_text.h"
#include "scanner/refresh/checkout.h"

#include <QDir>
#include <algorithm>

namespace paydown::gui {

namespace {

// How the config calls the user as an owner, else the address.
std::string handleOf(const Person& me, const Config& config) {
    for (const auto& [handle, names] : config.ownerAliases) {
        const auto isMe = [&](const std::string& name) { return name == me.email || name == me.name; };
        if (std::any_of(names.begin(), names.end(), isMe)) return handle;
    }
    return me.email;
}

QString noticeOf(const Checkout& checkout, const Snapshot& snapshot) {
    if (!checkout.isGit())
        return RepositoryBackend::tr("Not a git repository: there is no history, and nothing can be decided.");
    if (snapshot.shallow)
        return RepositoryBackend::tr("The clone is shallow: what came before its boundary counts as introduced there.");
    return {};
}

std::shared_ptr<DeskState> readState(Checkout& checkout, bool workTree) {
    LoadOptions options;
    options.workTree = workTree;
    options.ended = true;
    SnapshotPtr snapshot = checkout.load(options);
    auto state = makeDeskState(checkout.assess(snapshot), std::make_shared<const Config>(checkout.config()));
    state->me = handleOf(checkout.me(), checkout.config());
    state->notice = noticeOf(checkout, *snapshot);
    return state;
}

std::shared_ptr<const ShortIds> shortIdsOf(const Snapshot& snapshot) {
    std::vector<ItemId> ids;
    ids.reserve(snapshot.items.size());
    for (const Item& item : snapshot.items) {
        if (!item.id.isPending()) ids.push_back(item.id);
    }
    return std::make_shared<const ShortIds>(std::move(ids));
}

PlanRequest planRequest(std::span<const WorklistPtr> lists, const DeskState& state) {
    PlanRequest request;
    request.worklists = lists;
    request.people = teamOf(lists, *state.config);
    request.otherwise = {state.config->plan.hours, state.config->plan.itemsPerPerson};
    request.today = state.worklist->today;
    return request;
}

} // namespace

RepositoryBackend::RepositoryBackend(QObject* parent) : DeskBackend(parent) {
    m_search.setMaxThreadCount(1);
    connect(&m_watch, &RepositoryWatch::commitsChanged, this, &RepositoryBackend::refresh);
    connect(&m_watch, &RepositoryWatch::decisionsChanged, this, [this] { load(Why::Decided); });
}

RepositoryBackend::~RepositoryBackend() {
    ++m_generation;
    m_stop.request_stop();
    m_search.waitForDone();
}

template <typename Then>
void RepositoryBackend::deliver(quint64 generation, Then then) {
    const auto run = [this, generation, then = std::move(then)] {
        if (generation == m_generation) then();
    };
    QMetaObject::invokeMethod(this, run, Qt::QueuedConnection);
}

CheckoutWorker::Fail RepositoryBackend::failing(quint64 generation, bool fatal) {
    return [this, generation, fatal](DeskFailure failure) {
        failure.fatal = fatal;
        deliver(generation, [this, failure] {
            if (!failure.what.isEmpty()) emit failed(failure);
        });
    };
}

void RepositoryBackend::open(const QString& path) {
    ++m_generation;
    m_stop.request_stop();
    m_refreshing = false;
    m_again = false;
    m_path = QDir(path).absolutePath();
    load(Why::Opening);
}

void RepositoryBackend::load(Why why) {
    const quint64 generation = m_generation;
    const quint64 number = ++m_loads;
    const auto job = [this, generation, number, why](Checkout& checkout) {
        if (number != m_loads && why == Why::Decided) return; // a later one will tell as much
        // What the registry holds is shown at once; the files are read when the refresh is through.
        const bool workTree = why != Why::Opening || !checkout.isGit() || !checkout.hasBeenScanned();
        DeskStatePtr state = readState(checkout, workTree);
        auto ids = shortIdsOf(*state->worklist->snapshot);
        const bool isGit = checkout.isGit();
        deliver(generation, [this, state, ids, why, isGit] {
            take(state, ids);
            if (why == Why::Opening && isGit) refresh();
            if (why == Why::Opening && !isGit) emit refreshEnded(true);
            if (why == Why::Refreshed) endRefresh(true);
        });
    };
    m_reader.run(m_path, CheckoutWorker::Open::Anew, job, failing(generation, why == Why::Opening));
}

void RepositoryBackend::take(const DeskStatePtr& state, std::shared_ptr<const ShortIds> ids) {
    const QString root = lineOf(state->worklist->snapshot->repository);
    const bool first = !m_state || m_state->worklist->snapshot->repository != state->worklist->snapshot->repository;
    m_state = state;
    m_ids = std::move(ids);
    if (first) m_watch.watch(root);
    emit stateReady(state);
}

void RepositoryBackend::refresh() {
    if (m_path.isEmpty()) return;
    if (m_refreshing) {
        m_again = true;
        return;
    }
    m_refreshing = true;
    m_stop = std::stop_source();
    const quint64 generation = m_generation;
    const auto tell = [this, generation](const Progress& progress) {
        const DeskProgress shown{lineOf(progress.phase), progress.done, progress.total};
        deliver(generation, [this, shown] { emit progressed(shown); });
    };
    const auto job = [this, generation, tell, stop = m_stop.get_token()](Checkout& checkout) {
        if (checkout.isGit()) checkout.refresh(tell, stop);
        deliver(generation, [this] { load(Why::Refreshed); });
    };
    m_refresher.run(m_path, CheckoutWorker::Open::Anew, job, [this, generation](const DeskFailure& failure) {
        deliver(generation, [this, failure] {
            if (!failure.what.isEmpty()) emit failed(failure);
            endRefresh(false);
        });
    });
}

void RepositoryBackend::endRefresh(bool complete) {
    m_refreshing = false;
    emit refreshEnded(complete);
    if (std::exchange(m_again, false) && complete) refresh();
}

void RepositoryBackend::cancelRefresh() {
    m_again = false;
    m_stop.request_stop();
}

void RepositoryBackend::write(std::vector<FieldChange> changes, const std::string& note, int items) {
    if (!m_state || changes.empty()) return;
    m_watch.expectOwnWrite();
    const quint64 generation = m_generation;
    const auto job = [this, generation, state = m_state, changes = std::move(changes), note,
                      items](Checkout& checkout) {
        const auto outcome = checkout.decide(*state->worklist->snapshot, changes, note);
        deliver(generation, [this, items, notices = outcome.notices] {
            emit decided(items);
            notice(notices);
            load(Why::Decided);
        });
    };
    m_decider.run(m_path, CheckoutWorker::Open::Keep, job, failing(generation));
}

void RepositoryBackend::decide(const DecisionRequest& request) {
    std::vector<FieldChange> changes;
    for (const ItemKey& key : request.items) {
        const auto item = m_state ? m_state->find(key) : std::nullopt;
        if (!item) continue;
        for (const auto& [field, value] : request.values) {
            changes.push_back({.what = {0, *item, m_state->item(*item).item->id},
                               .field = field,
                               .value = value,
                               .note = request.note,
                               .isTyped = true});
        }
    }
    write(std::move(changes), request.note, static_cast<int>(request.items.size()));
}

void RepositoryBackend::notice(const std::vector<std::string>& sentences) {
    for (const auto& sentence : sentences) emit noticed(QString::fromStdString(sentence));
}

void RepositoryBackend::undo() {
    m_watch.expectOwnWrite();
    const quint64 generation = m_generation;
    const auto job = [this, generation](Checkout& checkout) {
        const auto outcome = checkout.undo();
        deliver(generation, [this, items = static_cast<int>(outcome.count), notices = outcome.notices] {
            emit undone(items);
            notice(notices);
            load(Why::Decided);
        });
    };
    m_decider.run(m_path, CheckoutWorker::Open::Keep, job, failing(generation));
}

void RepositoryBackend::requestDetail(const ItemKey& key) {
    const auto item = m_state ? m_state->find(key) : std::nullopt;
    if (!item) return;
    const quint64 number = ++m_detail;
    const quint64 generation = m_generation;
    const auto job = [this, number, generation, state = m_state, ids = m_ids, item = *item](Checkout& checkout) {
        if (number != m_detail) return; // the user is further on
        ItemDetailPtr detail = readItemDetail(checkout, *state, item, *ids);
        deliver(generation, [this, number, detail] {
            if (number == m_detail) emit detailReady(detail);
        });
    };
    m_decider.run(m_path, CheckoutWorker::Open::Keep, job, failing(generation));
}

void RepositoryBackend::openInEditor(const ItemKey& key) {
    const auto item = m_state ? m_state->find(key) : std::nullopt;
    if (!item) return;
    const Place& place = m_state->item(*item).item->place;
    const std::string file = m_state->worklist->snapshot->repository + '/' + place.path;
    if (!openInEditorAt(QString::fromLocal8Bit(file.c_str()), static_cast<int>(place.line)))
        emit failed(
            {tr("no editor could be started"), tr("set editor/command in the settings of paydown-desk"), false});
}

void RepositoryBackend::propose() {
    if (!m_state) return;
    const quint64 generation = m_generation;
    const auto job = [this, generation, state = m_state](Checkout&) {
        const std::array<WorklistPtr, 1> lists{state->worklist};
        auto proposal = std::make_shared<const Proposal>(paydown::propose(planRequest(lists, *state), *state->config));
        deliver(generation, [this, proposal] { emit proposalReady(proposal); });
    };
    m_decider.run(m_path, CheckoutWorker::Open::Keep, job, failing(generation));
}

void RepositoryBackend::accept(const Proposal& proposal) {
    std::vector<FieldChange> changes = changesOf(proposal);
    // The items may have other places in the list by now; their ids hold.
    std::erase_if(changes, [this](FieldChange& change) {
        const auto item = m_state ? m_state->find(change.what.id.value) : std::nullopt;
        if (item) change.what.item = *item;
        return !item;
    });
    const auto cards = static_cast<int>(proposal.placements.size() + proposal.moves.size());
    write(std::move(changes), {}, cards);
}

void RepositoryBackend::draftClosing() {
    if (!m_state || !m_state->plan.toClose) return;
    const quint64 generation = m_generation;
    const auto job = [this, generation, state = m_state](Checkout&) {
        const std::array<WorklistPtr, 1> lists{state->worklist};
        auto draft = std::make_shared<const ClosingDraft>(
            paydown::draftClosing(lists, *state->config, *state->plan.toClose, state->worklist->today));
        deliver(generation, [this, draft] { emit closingReady(draft); });
    };
    m_decider.run(m_path, CheckoutWorker::Open::Keep, job, failing(generation));
}

void RepositoryBackend::closePeriod(const ClosingDraft& draft) {
    std::vector<FieldChange> changes = changesOf(draft);
    for (FieldChange& change : changes) {
        const auto item = m_state ? m_state->find(change.what.id.value) : std::nullopt;
        if (item) change.what.item = *item;
    }
    write(std::move(changes), {}, static_cast<int>(draft.lines.size()));
}

void RepositoryBackend::findRepositories(const QString& folder) {
    m_search.start([this, folder] {
        const QVector<FoundRepository> found = searchRepositories(folder);
        QMetaObject::invokeMethod(
            this, [this, found] { emit repositoriesFound(found); }, Qt::QueuedConnection);
    });
}

} // namespace paydown::gui
