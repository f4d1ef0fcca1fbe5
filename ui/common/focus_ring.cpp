// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/focus_ring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>

namespace tandem::ui {

namespace {

bool wantsRing(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || widget->property("focusRing").toBool();
}

} // namespace

FocusRing::FocusRing(QApplication& app) : QObject(&app)
{
    app.installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget) {
        return false;
    }
    const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
    const bool byKeys = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                        reason == Qt::ShortcutFocusReason;
    if (event->type() == QEvent::FocusIn && byKeys && wantsRing(widget)) {
        // The frame lives beside the widget it surrounds and dies with that widget's parent.
        delete m_frame;
        m_frame = new QFocusFrame(widget);
        connect(m_frame, &QObject::destroyed, this, [this, gone = m_frame] {
            if (m_frame == gone) {
                m_frame = nullptr;
            }
        });
        m_frame->setWidget(widget);
    } else if (m_frame && m_frame->widget() == widget) {
        m_frame->setWidget(nullptr);
    }
    return false;
}

} // namespace tandem::ui
