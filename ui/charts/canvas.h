// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/common/tip.h"

#include <optional>
#include <QPainter>
#include <vector>

namespace tandem::ui {

/// What kind of mark of a chart was reached; its index counts from 0 in the data.
enum class MarkKind {
    WentOn, ///< the leads of a stage that reached the next one
    NotYet, ///< the leads of a stage that did not (yet)
    Bar,    ///< a whole bar, a stage, a bin
    Rate,   ///< the rate of a step
    Time,   ///< the time of a step
    Point,  ///< a point of a curve or line
};

/// Something in a chart that can be pointed at, focused and opened.
struct Mark {
    MarkKind kind = MarkKind::Bar;
    int index = 0;
    QRectF area;  ///< where the mouse reaches it
    QRectF shown; ///< what a tip must leave visible: the mark and its label
    TipText tip;
    bool opens = false; ///< a click or Enter does something

    bool is(MarkKind k, int i) const { return kind == k && index == i; }
};

/// The type of one piece of text.
struct TextLook {
    Colour colour = Colour::TextTertiary;
    TextSize size = TextSize::Small;
    Weight weight = Weight::Regular;
};

/// One drawing of a chart: a painter that knows the theme and notes which marks and labels it
/// draws and where. Coordinates are the chart's own px, before any enlargement.
class Canvas {
public:
    /// `current` is the mark to show as pointed at; it outlives the canvas.
    Canvas(QPainter& painter, const Theme& theme, const QSizeF& size, const Mark* current);

    QPainter& painter() { return m_painter; }
    const Theme& theme() const { return m_theme; }
    double width() const { return m_size.width(); }
    double height() const { return m_size.height(); }
    QColor colour(Colour name) const { return m_theme.colour(name); }

    /// One line of text in `box`; nothing is cut off. Returns what it covers.
    QRectF text(const QRectF& box, Qt::Alignment alignment, const QString& text,
                const TextLook& look = {});
    /// The same with every digit in a cell of one width, for numbers in columns.
    QRectF figures(const QRectF& box, Qt::Alignment alignment, const QString& text,
                   const TextLook& look = {});
    /// The same in a colour that is not a single token (a team's).
    QRectF text(const QRectF& box, Qt::Alignment alignment, const QString& text,
                const TextLook& look, const QColor& colour);
    static double textWidth(const QString& text, const TextLook& look = {});
    /// `text` shortened with "…" to `width`.
    static QString elided(const QString& text, double width, const TextLook& look = {});

    /// A line one px wide, on whole pixels.
    void hairline(const QPointF& from, const QPointF& to, Colour name);
    void stroke(const QPointF& from, const QPointF& to, const QColor& colour, double width,
                Qt::PenStyle style = Qt::SolidLine);
    /// A bar with corners of "radius.mark" on the sides asked for.
    void bar(const QRectF& box, const QColor& colour, bool roundLeft = true,
             bool roundRight = true);
    /// A dot with a ring of the ground round it, so that it stands off what it lies on.
    void dot(const QPointF& middle, double diameter, const QColor& colour, double ring = 1.5);

    void mark(Mark mark) { m_marks.push_back(std::move(mark)); }
    bool isCurrent(MarkKind kind, int index) const
    {
        return m_current && m_current->is(kind, index);
    }

    const std::vector<Mark>& marks() const { return m_marks; }
    const std::vector<QRectF>& labels() const { return m_labels; }

private:
    QPainter& m_painter;
    Theme m_theme;
    QSizeF m_size;
    const Mark* m_current;
    std::vector<Mark> m_marks;
    std::vector<QRectF> m_labels;
};

} // namespace tandem::ui
