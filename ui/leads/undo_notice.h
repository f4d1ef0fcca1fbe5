// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace tandem::ui {

/// "3 leads deleted", with Undo: takes the step of that title back as long as it is the last one.
Notice undoNotice(Document& document, const QString& text, const QString& stepTitle);

} // namespace tandem::ui
