// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"
#include "ui/common/page.h"
#include "ui/common/view_state.h"
#include "ui/shell/palette.h"

class QAction;

namespace tandem::ui {

/// The leads in which the words are found, by name, e-mail, company or job title.
std::vector<PaletteItem> leadItems(const Document& document, const QString& words,
                                   const std::function<void(LeadId)>& show);

/// Personas and campaigns, which become the filter, and content, which lists the leads it reached.
std::vector<PaletteItem> definitionItems(Document& document, ViewState& view, const QString& words,
                                         const std::function<void(const LeadList&)>& list);

/// Those commands that can be done now.
std::vector<PaletteItem> commandItems(const QList<QAction*>& actions, const QString& words);

} // namespace tandem::ui
