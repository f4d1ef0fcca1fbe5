// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messages.h"

#include "core/base/error_words.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace tandem::ui {

void showError(QWidget* parent, const Error& error)
{
    showError(parent, error, {}, {});
}

void showError(QWidget* parent, const Error& error, const QString& action,
               std::function<void()> act)
{
    if (error.code == ErrorCode::Stopped) {
        return;
    }
    const ErrorWords words = wordsFor(error);
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("error"));
    box->setWindowTitle(QCoreApplication::applicationName());
    box->setIcon(QMessageBox::NoIcon);
    box->setTextFormat(Qt::PlainText); // a file's name may look like markup
    box->setText(QString::fromStdString(words.happened));
    box->setInformativeText(QString::fromStdString(words.kept + "\n\n" + words.advice));
    if (action.isEmpty()) {
        box->setStandardButtons(QMessageBox::Close);
    } else {
        box->setStandardButtons(QMessageBox::Cancel);
        QPushButton* button = box->addButton(action, QMessageBox::AcceptRole);
        box->setDefaultButton(button);
        QObject::connect(button, &QPushButton::clicked, parent, std::move(act));
    }
    box->open();
}

} // namespace tandem::ui
