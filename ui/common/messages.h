// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <QString>
#include <QWidget>

namespace tandem::ui {

/// Says in a dialog over `parent` what happened, what was kept and what to do. Does not wait.
/// Nothing is shown for ErrorCode::Stopped: the person knows.
void showError(QWidget* parent, const Error& error);

/// The same with a button that does something about it, "Open a read-only copy".
void showError(QWidget* parent, const Error& error, const QString& action,
               std::function<void()> act);

} // namespace tandem::ui
