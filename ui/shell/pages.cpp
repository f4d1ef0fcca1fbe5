// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/exchange/import_page.h"
#include "ui/funnel/funnel_page.h"
#include "ui/leads/leads_page.h"

#include <QCoreApplication>

namespace tandem::ui {

std::vector<PageEntry> pages()
{
    const auto title = [](const char* text) { return QCoreApplication::translate("Pages", text); };
    return {
        {QStringLiteral("funnel"), title(QT_TRANSLATE_NOOP("Pages", "Funnel")), Icon::Funnel, true,
         makePage<FunnelPage>},
        {QStringLiteral("leads"), title(QT_TRANSLATE_NOOP("Pages", "Leads")), Icon::Leads, true,
         makePage<LeadsPage>},
        {QStringLiteral("import"), title(QT_TRANSLATE_NOOP("Pages", "Import")), Icon::Download,
         false, makePage<ImportPage>},
    };
}

} // namespace tandem::ui
