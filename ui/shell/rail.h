// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QAbstractButton>
#include <vector>

class QVBoxLayout;

namespace tandem::ui {

class ElidedLabel;
class TextLabel;

/// One line of the rail: an area, or the program itself at its top.
class RailItem : public QAbstractButton {
    Q_OBJECT

public:
    RailItem(const QString& text, Icon icon, QWidget* parent);

    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    bool m_collapsed = false;
};

/// The areas on the left, the menu behind the logo above them, the file below. Up and Down move
/// between the areas.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    /// Adds an area at the end; it is known by the order of adding, from 0.
    void addArea(const QString& title, Icon icon);
    /// Marks an area as shown; -1 for none.
    void setCurrent(int area);
    /// Icons only, 56 px instead of 184.
    void setCollapsed(bool collapsed);
    /// What stands at the foot: the file, and when it was saved.
    void setFile(const QString& name, const QString& saved, const QString& path);
    /// Where the menu opens.
    QWidget* logo() const { return m_logo; }

signals:
    void areaChosen(int area);
    void menuRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QAbstractButton* m_logo;
    QVBoxLayout* m_areaColumn;
    std::vector<RailItem*> m_areas;
    QWidget* m_foot;
    ElidedLabel* m_file;
    ElidedLabel* m_saved;
    class RailCheck* m_check;
    bool m_collapsed = false;
};

} // namespace tandem::ui
