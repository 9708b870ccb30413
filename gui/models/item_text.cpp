// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/item_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace paydown::gui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ItemText", text); }

bool isBidiControl(char16_t unit) {
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200e || unit == 0x200f;
}

QString tamed(QString text, bool keepBreaks) {
    for (QChar& character : text) {
        const char16_t unit = character.unicode();
        if (unit == u'\t') {
            character = QChar(u' ');
        } else if (unit == u'\n' && keepBreaks) {
            continue;
        } else if (unit < 0x20) {
            character = unit == u'\n' || unit == u'\r' ? QChar(u' ') : QChar(0x2400 + unit);
        } else if (unit == 0x7f || (unit >= 0x80 && unit < 0xa0) || isBidiControl(unit) || unit == 0x2028 ||
                   unit == 0x2029) {
            character = QChar(0xfffd);
        }
    }
    return text;
}

} // namespace

QString lineOf(std::string_view text) {
    return tamed(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), false);
}

QString linesOf(std::string_view text) {
    return tamed(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), true);
}

QString titleOf(const ItemView& view) {
    const Annotation& annotation = view.item->annotation;
    if (!annotation.title.empty()) return lineOf(annotation.title);
    return tr("%1 without a word").arg(lineOf(annotation.tag));
}

QString whereOf(const ItemView& view) {
    return lineOf(view.item->place.path) + QLatin1Char(':') + QString::number(view.item->place.line);
}

QString touchesOf(const ItemView& view) {
    return view.interest.commits == 0 ? QString() : QString::number(view.interest.commits) + QChar(0x00d7);
}

Date dayOfIntroduction(const ItemView& view, Date otherwise) {
    return view.item->introduced ? dateOf(view.item->introduced->date) : otherwise;
}

QString ageOf(const ItemView& view, Date today) {
    if (!view.item->introduced) return {};
    return lineOf(formatAge(today - dateOf(view.item->introduced->date)));
}

QString ownerOf(const ItemView& view) { return lineOf(view.owner); }

QString alikeOf(const ItemView& view) { return view.alike < 2 ? QString() : tr("×%1 alike").arg(view.alike); }

QString effortText(std::chrono::minutes effort) {
    const auto minutes = effort.count();
    if (minutes % 2400 == 0) return tr("%1w").arg(minutes / 2400);
    if (minutes % 480 == 0) return tr("%1d").arg(minutes / 480);
    if (minutes % 60 == 0) return tr("%1h").arg(minutes / 60);
    return tr("%1m").arg(minutes);
}

QString effortOf(const ItemView& view) { return view.effort ? effortText(*view.effort) : QString(); }

QString rankOf(const ItemView& view) { return view.score.rank == 0 ? QString() : QString::number(view.score.rank); }

QString factsOf(const ItemView& view) {
    constexpr std::size_t kTold = 3;
    QStringList sentences;
    for (const std::string& reason : view.score.reasons) {
        if (static_cast<std::size_t>(sentences.size()) < kTold) sentences << lineOf(reason);
    }
    return sentences.join(QLatin1Char(' '));
}

QString reasonsOf(const ItemView& view) {
    QStringList sentences;
    for (const std::string& reason : view.score.reasons) sentences << lineOf(reason);
    return sentences.join(QLatin1Char('\n'));
}

QString wordFor(DebtClass value) {
    switch (value) {
    case DebtClass::Unclassified: return tr("unclassified");
    case DebtClass::Reckless: return tr("reckless");
    case DebtClass::Prudent: return tr("prudent");
    }
    return {};
}

QString wordFor(Verdict value) {
    switch (value) {
    case Verdict::None: return {};
    case Verdict::Reckless: return tr("reckless");
    case Verdict::Prudent: return tr("prudent");
    case Verdict::LiveWith: return tr("live with it");
    case Verdict::NotDebt: return tr("not debt");
    case Verdict::Obsolete: return tr("obsolete");
    }
    return {};
}

QString wordFor(State value) {
    switch (value) {
    case State::Ended: return tr("ended");
    case State::LivingWith: return tr("living with");
    case State::NeedsAnswer: return tr("needs an answer");
    case State::Planned: return tr("planned");
    case State::Sleeping: return tr("sleeping");
    case State::Open: return tr("open");
    case State::New: return tr("new");
    case State::Inherited: return tr("inherited");
    }
    return {};
}

QString counted(qint64 count, const QString& one, const QString& many) { return count == 1 ? one : many.arg(count); }

QString dayText(Date day, Date today) {
    const QDate date = QDate::fromJulianDay(2440588 + day.time_since_epoch().count());
    const QDate now = QDate::fromJulianDay(2440588 + today.time_since_epoch().count());
    const QLocale english(QLocale::English);
    return english.toString(date,
                            date.year() == now.year() ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM yyyy"));
}

} // namespace paydown::gui
