// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/charts/canvas.h"

#include <QPointer>
#include <QWidget>

namespace tandem::ui {

/// What all charts of the window share: they draw themselves on a Canvas, show an inverted tip
/// for the mark that is pointed at or focused, move between marks by the arrow keys, open them by
/// click or Enter, and copy and save themselves. They follow the theme and never animate.
/// The page writes the title over a chart; the chart has its own heads, ticks and labels.
class Chart : public QWidget {
    Q_OBJECT

public:
    explicit Chart(QWidget* parent = nullptr);
    ~Chart() override;

    /// Enlarges everything, text too; 1 by default. For showing on the wall.
    void setScale(double factor);
    double scale() const { return m_scale; }

    /// What a dashed card says in the chart's place while there is nothing to draw.
    void setEmptyText(const QString& title, const QString& text);
    /// Whether there is nothing to draw.
    virtual bool isEmpty() const = 0;

    /// The figures of the chart as CSV with a heading line, "\n" line ends, decimal points.
    virtual QString csv() const = 0;

    /// Draws the whole chart in `theme` into a rectangle of `size` at the painter's origin, with
    /// no mark pointed at. For pictures; does not touch the widget.
    void render(QPainter& painter, const Theme& theme, const QSizeF& size) const;

    /// The marks as they lie in the widget now, in its px, in the order of reading.
    std::vector<Mark> marks() const;
    /// Shows `mark` as pointed at, as the keys do; nothing if there is no such mark.
    void focusMark(MarkKind kind, int index);

    QSize sizeHint() const final;
    QSize minimumSizeHint() const final;

signals:
    /// A click or Enter on a mark that opens something.
    void activated(tandem::ui::MarkKind kind, int index);
    /// A picture could not be saved.
    void failed(const tandem::Error& error);

protected:
    /// Draws the data, which is not empty, and notes its marks.
    virtual void draw(Canvas& canvas) const = 0;
    /// Sizes at scale 1.
    virtual QSize naturalSize() const = 0;
    virtual QSize smallestSize() const = 0;
    /// To be called when the data changed: forgets the current mark, lays out and paints anew.
    void dataChanged();

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Scene {
        std::vector<Mark> marks;
        std::vector<QRectF> labels;
    };

    void drawAll(Canvas& canvas) const;
    const Scene& scene() const;
    QSizeF ownSize() const;
    std::optional<std::size_t> markAt(const QPointF& position) const;
    std::optional<std::size_t> neighbour(int key) const;
    void setCurrent(std::optional<std::size_t> mark);
    void open(std::size_t mark);
    void showTip();
    void describe();
    void savePicture();

    double m_scale = 1.0;
    QString m_emptyTitle;
    QString m_emptyText;
    mutable std::optional<Scene> m_scene;
    std::optional<std::size_t> m_current;
    std::optional<std::size_t> m_pressed;
    QPointer<Tip> m_tip;
};

} // namespace tandem::ui
