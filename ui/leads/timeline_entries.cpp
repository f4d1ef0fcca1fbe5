// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/timeline_entries.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <QCoreApplication>
#include <QStringList>

namespace tandem::ui {
namespace {

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("Timeline", text, nullptr, count);
}

QString capital(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

/// "Call", "Mail", "Webinar": what a touch on the channel is called.
QString nounOf(const std::string& channel, Direction direction)
{
    const std::string known = folded(channel);
    if (known == "phone" || known == "call") {
        return tr("Call");
    }
    if (known == "email" || known == "e-mail") {
        return direction == Direction::In ? tr("Answer by mail") : tr("Mail");
    }
    if (known == "website" || known == "search" || known == "web") {
        return tr("Visit to the website");
    }
    if (known == "form") {
        return tr("Form filled in");
    }
    return channel.empty() ? tr("Touch") : capital(QString::fromStdString(channel));
}

TimelineEntry entryOf(const Touch& touch, const TimelineNames& names)
{
    TimelineEntry entry;
    entry.at = touch.at;
    entry.icon = channelIcon(touch.channel);
    entry.touch = touch;
    if (touch.team != Team::None) {
        entry.team = touch.team == Team::Sales ? Whose::Sales : Whose::Marketing;
    }
    entry.title = nounOf(touch.channel, touch.direction);
    if (touch.person) {
        entry.title = touch.direction == Direction::In
                          ? tr("%1, to %2").arg(entry.title, names.person(*touch.person))
                          : tr("%1 by %2").arg(entry.title, names.person(*touch.person));
    }
    if (!touch.outcome.empty()) {
        entry.title += ", " + QString::fromStdString(touch.outcome);
    }
    QStringList detail;
    if (touch.campaign) {
        detail << names.campaign(*touch.campaign);
    }
    if (touch.content) {
        detail << QStringLiteral("\u201c%1\u201d").arg(names.content(*touch.content));
    }
    if (!touch.note.empty()) {
        detail << QString::fromStdString(touch.note);
    }
    entry.detail = detail.join(QStringLiteral(" \u00b7 "));
    return entry;
}

TimelineEntry entryOf(const StageChange& change, const TimelineNames& names)
{
    TimelineEntry entry;
    entry.at = change.at;
    entry.icon = Icon::Diamond;
    entry.change = change;
    entry.title =
        change.from ? tr("Became %1, was %2").arg(names.stage(change.to), names.stage(*change.from))
                    : tr("Became %1").arg(names.stage(change.to));
    QStringList detail;
    if (change.person) {
        detail << tr("by %1").arg(names.person(*change.person));
    }
    if (!change.reason.empty()) {
        detail << QString::fromStdString(change.reason);
    }
    entry.detail = detail.join(QStringLiteral(" \u00b7 "));
    return entry;
}

} // namespace

std::vector<TimelineEntry> timelineOf(const std::vector<Touch>& touches,
                                      const std::vector<StageChange>& changes,
                                      const TimelineNames& names)
{
    std::vector<TimelineEntry> entries;
    entries.reserve(touches.size() + changes.size());
    // A touch that moved a lead on stands below the change of the same moment.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        entries.push_back(entryOf(*change, names));
    }
    for (auto touch = touches.rbegin(); touch != touches.rend(); ++touch) {
        entries.push_back(entryOf(*touch, names));
    }
    std::ranges::stable_sort(
        entries, [](const TimelineEntry& a, const TimelineEntry& b) { return a.at > b.at; });
    return entries;
}

QString timelineFinding(const std::vector<Touch>& touches)
{
    if (touches.empty()) {
        return tr("No touch yet");
    }
    const auto count = static_cast<int>(touches.size());
    QString text = count == 1 ? tr("1 touch") : tr("%1 touches").arg(count);
    const auto dated =
        std::ranges::find_if(touches, [](const Touch& t) { return t.at != kUndated; });
    if (dated != touches.end() && count > 1) {
        const auto days = (touches.back().at.seconds - dated->at.seconds) / kSecondsPerDay;
        text = days < 1    ? tr("%1 on one day").arg(text)
               : days == 1 ? tr("%1 in 1 day").arg(text)
                           : tr("%1 in %2 days").arg(text).arg(days);
    }
    const auto marketing = std::ranges::count(touches, Team::Marketing, &Touch::team);
    const auto sales = std::ranges::count(touches, Team::Sales, &Touch::team);
    if (marketing == count) {
        return count == 1 ? tr("%1, from Marketing").arg(text)
                          : tr("%1, all from Marketing").arg(text);
    }
    if (sales == count) {
        return count == 1 ? tr("%1, from Sales").arg(text) : tr("%1, all from Sales").arg(text);
    }
    return marketing > 0 ? tr("%1, %2 from Marketing").arg(text).arg(marketing) : text;
}

Icon channelIcon(const std::string& channel)
{
    struct Known {
        std::string_view channel;
        Icon icon;
    };
    static constexpr std::array<Known, 16> known{{
        {"email", Icon::Mail},
        {"e-mail", Icon::Mail},
        {"mail", Icon::Mail},
        {"phone", Icon::Phone},
        {"call", Icon::Phone},
        {"meeting", Icon::Users},
        {"visit", Icon::Users},
        {"event", Icon::Calendar},
        {"trade fair", Icon::Calendar},
        {"webinar", Icon::Video},
        {"form", Icon::Globe},
        {"download", Icon::Document},
        {"chat", Icon::Meeting},
        {"ads", Icon::Campaigns},
        {"referral", Icon::Handover},
        {"search", Icon::Search},
    }};
    const std::string wanted = folded(channel);
    for (const Known& one : known) {
        if (one.channel == wanted) {
            return one.icon;
        }
    }
    return Icon::Globe;
}

} // namespace tandem::ui
