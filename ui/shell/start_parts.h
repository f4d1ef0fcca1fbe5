// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"
#include "ui/shell/recent_files.h"

#include <QAbstractButton>

class QAction;
class QPushButton;

namespace tandem::ui {

/// A big button of the start page: icon, key, title, and what will happen.
class StartCard : public QAbstractButton {
    Q_OBJECT

public:
    StartCard(Icon icon, const QString& title, const QString& text, QAction* action);

    QSize sizeHint() const override { return {256, 144}; }
    QSize minimumSizeHint() const override { return {190, 144}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    QString m_title;
    QString m_text;
    QString m_key;
};

/// A workbook that was open before; a click or Enter opens it.
class RecentRow : public QAbstractButton {
    Q_OBJECT

public:
    RecentRow(const RecentFile& file, QWidget* parent);

    const RecentFile& file() const { return m_file; }
    QSize sizeHint() const override { return {800, 65}; }

signals:
    void openRequested();
    void findRequested();
    void forgetRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void showButton();

    RecentFile m_file;
    bool m_there;
    QPushButton* m_button;
};

/// The picture at the left: two paths that become one going up. Draws into `box`.
void drawPaths(QPainter& painter, const QRectF& box, const Theme& theme);

} // namespace tandem::ui
