// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/undo_notice.h"

#include "ui/common/document.h"

#include <QCoreApplication>

namespace tandem::ui {

Notice undoNotice(Document& document, const QString& text, const QString& stepTitle)
{
    return {text, QCoreApplication::translate("UndoNotice", "Undo"), [&document, stepTitle] {
                if (document.undoTitle() == stepTitle) {
                    document.undo();
                }
            }};
}

} // namespace tandem::ui
