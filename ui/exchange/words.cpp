// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/words.h"

#include "ui/common/figures.h"

#include <array>
#include <filesystem>
#include <QCoreApplication>
#include <QLocale>

namespace tandem::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

QString fieldTitle(const std::string& name)
{
    static const std::pair<const char*, const char*> kTitles[] = {
        {"key", "Key"},
        {"email", "E-mail"},
        {"at", "Date"},
        {"source", "Source"},
        {"created_at", "Created"},
        {"opened_at", "Opened"},
        {"closed_at", "Closed"},
        {"next_step", "Next step"},
        {"sale_type", "Type of sale"},
        {"wanted_lead_class", "Wanted leads"},
    };
    for (const auto& [field, title] : kTitles) {
        if (name == field) {
            return tr(title);
        }
    }
    QString words = QString::fromStdString(name).replace('_', ' ');
    words[0] = words[0].toUpper();
    return words;
}

/// "person" or "people", for what rows name.
QString madeNoun(const std::string& what, std::int64_t count)
{
    static const std::array<std::array<const char*, 3>, 8> kNouns{{
        {"people", "person", "people"},
        {"personas", "persona", "personas"},
        {"companies", "company", "companies"},
        {"campaigns", "campaign", "campaigns"},
        {"content", "piece of content", "pieces of content"},
        {"stages", "stage", "stages"},
        {"leads", "lead", "leads"},
        {"fields", "custom column", "custom columns"},
    }};
    for (const auto& [name, one, many] : kNouns) {
        if (what == name) {
            return tr(count == 1 ? one : many);
        }
    }
    return QString::fromStdString(what);
}

} // namespace

QString shownText(std::string_view utf8)
{
    constexpr qsizetype kMost = 300;
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (text.size() > kMost) {
        text = text.left(kMost) + QChar(0x2026);
    }
    for (QChar& c : text) {
        const ushort code = c.unicode();
        if (code == '\n' || code == '\r') {
            c = QChar(0x21B5);
        } else if (code == '\t') {
            c = QChar(0x2192);
        } else if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                   code == 0x2028 || code == 0x2029) {
            c = QChar(0xB7);
        }
    }
    return text;
}

QString kindTitle(RecordKind kind)
{
    static const char* const kTitles[] = {"Leads", "Touch points", "Stage changes", "Campaigns",
                                          "Costs", "Deals",        "Content",       "Audience"};
    return tr(kTitles[static_cast<std::size_t>(kind)]);
}

QString kindNoun(RecordKind kind, qint64 count)
{
    static const char* const kOne[] = {"lead", "touch point", "stage change",     "campaign",
                                       "cost", "deal",        "piece of content", "count"};
    static const char* const kMany[] = {"leads", "touch points", "stage changes",     "campaigns",
                                        "costs", "deals",        "pieces of content", "counts"};
    return tr((count == 1 ? kOne : kMany)[static_cast<std::size_t>(kind)]);
}

QString kindNote(RecordKind kind)
{
    static const char* const kNotes[] = {
        "People and firms that may buy",
        "Mails, calls, visits: who met whom, when",
        "When a lead entered which stage",
        "What Marketing runs, with dates and budget",
        "What was spent on a campaign",
        "Opportunities with amount and outcome",
        "Pages, papers and decks that both teams use",
        "Visitors and followers, counted by day",
    };
    return tr(kNotes[static_cast<std::size_t>(kind)]);
}

QString targetTitle(const ColumnTarget& target)
{
    switch (target.kind) {
    case ColumnTarget::Kind::Field:
        return fieldTitle(target.name);
    case ColumnTarget::Kind::StageDate:
        return tr("Entered %1").arg(shownText(target.name));
    case ColumnTarget::Kind::Custom:
        return tr("Custom column");
    case ColumnTarget::Kind::LeaveOut:
        break;
    }
    return tr("Leave out");
}

QString optionTitle(const std::string& option)
{
    static const std::pair<const char*, const char*> kTitles[] = {
        {"in", "From the lead"},    {"out", "To the lead"},
        {"marketing", "Marketing"}, {"sales", "Sales"},
        {"open", "Open"},           {"won", "Won"},
        {"lost", "Lost"},           {"visitors", "Visitors"},
        {"followers", "Followers"}, {"impressions", "Impressions"},
        {"contacts", "Contacts"},
    };
    for (const auto& [word, title] : kTitles) {
        if (option == word) {
            return tr(title);
        }
    }
    return shownText(option);
}

QString countsLine(const ImportResult& result)
{
    QStringList parts;
    const auto add = [&parts](std::int64_t count, const char* what) {
        if (count != 0) {
            parts << tr(what).arg(countText(count));
        }
    };
    add(result.created, "%1 new");
    add(result.updated, "%1 updated");
    add(result.unchanged, "%1 unchanged");
    add(result.rejectedCount, "%1 not taken");
    return parts.isEmpty() ? tr("no rows") : parts.join(QStringLiteral(" · "));
}

QString resultTitle(const ImportResult& result)
{
    const bool dry = result.dryRun;
    const auto some = [&result](std::int64_t count) {
        return countText(count) + ' ' + kindNoun(result.kind, count);
    };
    if (result.created > 0 && result.updated > 0) {
        return (dry ? tr("%1 will come in, %2 will be updated") : tr("%1 came in, %2 were updated"))
            .arg(some(result.created), countText(result.updated));
    }
    if (result.created > 0) {
        return (dry ? tr("%1 will come in") : tr("%1 came in")).arg(some(result.created));
    }
    if (result.updated > 0) {
        return (dry ? tr("%1 will be updated") : tr("%1 were updated")).arg(some(result.updated));
    }
    if (result.unchanged > 0) {
        return tr("All %1 are known already, as they are").arg(some(result.unchanged));
    }
    return result.rejectedCount > 0 ? tr("None of the rows can be taken")
                                    : tr("The file has no rows");
}

QString madeLine(const ImportResult& result)
{
    QStringList parts;
    for (const auto& [what, count] : result.createdOther) {
        if (count > 0) {
            parts << countText(count) + ' ' + madeNoun(what, count);
        }
    }
    if (parts.isEmpty()) {
        return {};
    }
    const QString last = parts.takeLast();
    const QString all =
        parts.isEmpty() ? last : tr("%1 and %2").arg(parts.join(QStringLiteral(", ")), last);
    return (result.dryRun ? tr("New by being named in the rows: %1.")
                          : tr("Made because rows name them: %1."))
        .arg(all);
}

QString fileTitle(const std::string& path)
{
    return shownText(std::filesystem::path(path).filename().string());
}

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1,
                                       QLocale::DataSizeTraditionalFormat);
}

QString encodingTitle(const std::string& name)
{
    static const std::pair<const char*, const char*> kTitles[] = {
        {"utf-8", "UTF-8"},
        {"utf-16le", "UTF-16 LE"},
        {"utf-16be", "UTF-16 BE"},
        {"windows-1252", "Western 1252"},
        {"windows-1250", "Central 1250"},
        {"windows-1251", "Cyrillic 1251"},
        {"iso-8859-15", "Latin 9"},
        {"macintosh", "Mac Roman"},
        {"shift_jis", "Shift JIS"},
        {"gb18030", "GB 18030"},
    };
    for (const auto& [code, title] : kTitles) {
        if (name == code) {
            return tr(title);
        }
    }
    return QString::fromStdString(name);
}

QString delimiterTitle(char delimiter)
{
    switch (delimiter) {
    case ',':
        return tr("Comma");
    case ';':
        return tr("Semicolon");
    case '\t':
        return tr("Tab");
    case '|':
        return tr("Pipe");
    default:
        return shownText(std::string_view(&delimiter, 1));
    }
}

} // namespace tandem::ui
