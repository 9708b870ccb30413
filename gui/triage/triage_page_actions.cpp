// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the triage page and what they start; the page itself is in triage_page.cpp.
#include "core/model/decision.h"
#include "gui/backend/desk_backend.h"
#include "gui/backend/verdict_proposals.h"
#include "gui/models/item_text.h"
#include "gui/theme/theme.h"
#include "gui/triage/field_popup.h"
#include "gui/triage/finish_strip.h"
#include "gui/triage/triage_page.h"

#include <QMessageBox>

namespace paydown::gui {

QAction* TriagePage::addVerdict(const char* name, const QString& text, const char* key, Verdict verdict, int role) {
    QAction* action = m_actions->add(MenuId::Decide, name, text, {QKeySequence(QLatin1String(key))},
                                     [this, verdict] { beginVerdict(verdict); });
    action->setData(role);
    m_verdictActions << action;
    m_letterActions << action;
    return action;
}

void TriagePage::makeActions() {
    addVerdict("reckless", tr("Reckless"), "R", Verdict::Reckless, static_cast<int>(Role::Reckless));
    addVerdict("prudent", tr("Prudent"), "P", Verdict::Prudent, static_cast<int>(Role::Prudent));
    addVerdict("liveWith", tr("Live with it"), "L", Verdict::LiveWith, static_cast<int>(Role::LiveWith));
    addVerdict("notDebt", tr("Not debt"), "N", Verdict::NotDebt, static_cast<int>(Role::Settled));
    addVerdict("obsolete", tr("Obsolete"), "X", Verdict::Obsolete, static_cast<int>(Role::Settled));
    m_actions->addSeparator(MenuId::Decide);
    m_letterActions << m_actions->add(MenuId::Decide, "repeat", tr("Repeat the last verdict"),
                                      {QKeySequence(Qt::Key_Period)}, [this] {
                                          if (!m_session->repeat()) emit told(tr("No verdict to repeat yet."));
                                      });
    m_actions->add(MenuId::Decide, "undo", tr("Undo"), {QKeySequence(QKeySequence::Undo)},
                   [this] { m_session->undo(); });
    m_actions->addSeparator(MenuId::Decide);
}

void TriagePage::makeFieldActions() {
    const auto add = [this](const char* name, const QString& text, Qt::Key key, const char* field) {
        m_letterActions << m_actions->add(MenuId::Decide, name, text, {QKeySequence(key)},
                                          [this, field] { askField(field); });
    };
    add("setOwner", tr("Owner…"), Qt::Key_A, field::kOwner);
    add("setEffort", tr("Effort…"), Qt::Key_E, field::kEffort);
    add("setDue", tr("Due…"), Qt::Key_D, field::kDue);
    add("setPeriod", tr("Period…"), Qt::Key_S, field::kPeriod);
    add("addNote", tr("Note…"), Qt::Key_C, field::kNote);
    add("setTicket", tr("Ticket…"), Qt::Key_T, field::kTicket);
    m_actions->addSeparator(MenuId::Decide);
    m_letterActions << m_actions->add(MenuId::Decide, "select", tr("Select"), {QKeySequence(Qt::Key_Space)},
                                      [this] { m_session->toggleMark(); });
    m_letterActions << m_actions->add(MenuId::Decide, "selectGroup", tr("Select the group of equal texts"),
                                      {QKeySequence(Qt::Key_G)}, [this] { m_session->markGroup(); });
    m_letterActions << m_actions->add(MenuId::Decide, "selectAll", tr("Select all"),
                                      {QKeySequence(QKeySequence::SelectAll)},
                                      [this] { m_session->model()->markAll(); });
    m_letterActions << m_actions->add(MenuId::Decide, "selectNone", tr("Select none"), {QKeySequence(Qt::Key_Escape)},
                                      [this] { m_session->model()->clearMarks(); });
}

void TriagePage::makeMoveActions() {
    m_letterActions << m_actions->add(MenuId::Go, "next", tr("Next item"), {QKeySequence(Qt::Key_J)}, [this] {
        dropVerdict();
        m_session->step(1);
    });
    m_letterActions << m_actions->add(MenuId::Go, "previous", tr("Previous item"), {QKeySequence(Qt::Key_K)}, [this] {
        dropVerdict();
        m_session->step(-1);
    });
    m_letterActions << m_actions->add(MenuId::Go, "openEditor", tr("Open in the editor"), {QKeySequence(Qt::Key_O)},
                                      [this] {
                                          if (m_session->current() != nullptr)
                                              m_backend->openInEditor(m_session->currentKey());
                                      });
    QAction* wide = m_actions->add(MenuId::View, "wideTable", tr("Wide table"), {QKeySequence(Qt::Key_V)},
                                   [this] { setWide(!m_wide); });
    wide->setCheckable(true);
    m_letterActions << wide;
}

void TriagePage::beginVerdict(Verdict verdict) {
    if (m_session->targets().empty()) return;
    if (verdict == Verdict::NotDebt || verdict == Verdict::Obsolete) {
        finish(verdict, {}, AfterVerdict::Advance);
        return;
    }
    if (m_wide) setWide(false); // the strip stands in the detail
    const auto item = m_session->state()->find(m_session->targets().front());
    if (!item) return;
    for (QAction* action : std::as_const(m_letterActions)) action->setEnabled(false);
    m_bar->hide();
    m_strip->show();
    m_strip->begin(verdict, proposeVerdict(*m_session->state(), *item), m_session->state());
}

void TriagePage::finish(Verdict verdict, const FieldValues& values, AfterVerdict after) {
    dropVerdict();
    focusList();
    m_session->decide(verdict, values, after);
}

void TriagePage::dropVerdict() {
    for (QAction* action : std::as_const(m_letterActions)) action->setEnabled(true);
    m_strip->hide();
    m_bar->show();
}

QString TriagePage::aboutTargets() const {
    const auto count = m_session->targets().size();
    if (count == 1 && m_session->current() != nullptr) return titleOf(*m_session->current()).left(48);
    return tr("%1 items").arg(count);
}

void TriagePage::askField(const char* field) {
    const ItemView* view = m_session->current();
    if (view == nullptr || m_session->targets().empty()) return;
    QString value;
    if (field == std::string_view(field::kOwner)) value = ownerOf(*view);
    if (field == std::string_view(field::kEffort)) value = effortOf(*view);
    if (field == std::string_view(field::kDue) && view->due) value = lineOf(formatDate(*view->due));
    if (field == std::string_view(field::kPeriod) && view->period) value = lineOf(formatDate(*view->period));
    if (field == std::string_view(field::kTicket)) value = lineOf(view->ticket);
    m_popup->ask(field, aboutTargets(), value, m_session->state());
}

void TriagePage::askBulk(int items) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Decide about many items"),
                                tr("Decide about %1 items at once? Ctrl+Z takes all of it back.").arg(items),
                                QMessageBox::Ok | QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("bulkQuestion"));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int button) {
        if (button == QMessageBox::Ok) {
            m_session->confirmBulk();
        } else {
            m_session->dropBulk();
        }
        focusList();
    });
    box->open();
}

} // namespace paydown::gui
