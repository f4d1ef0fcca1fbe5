// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QFrame>
#include <QLabel>

namespace tandem::ui {

/// Text in a size, weight and colour of the design; follows the theme. Always plain text.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(const QString& text = {}, TextSize size = TextSize::Body,
                       Weight weight = Weight::Regular, Colour colour = Colour::TextPrimary,
                       QWidget* parent = nullptr);

    void setColour(Colour colour);

    // A single line is as high as the size's line; wrapped text is as high as it needs.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void recolour();

    Colour m_colour;
    int m_lineHeight;
};

/// 20/600: the area's name, the finding of a page, a record's name.
class TitleLabel : public TextLabel {
    Q_OBJECT

public:
    explicit TitleLabel(const QString& text = {}, QWidget* parent = nullptr);
};

/// 14/600: the finding of a second chart, the head of a section.
class HeadingLabel : public TextLabel {
    Q_OBJECT

public:
    explicit HeadingLabel(const QString& text = {}, QWidget* parent = nullptr);
};

/// 12/400 in "text.tertiary": who is counted, table heads, hints.
class CaptionLabel : public TextLabel {
    Q_OBJECT

public:
    explicit CaptionLabel(const QString& text = {}, QWidget* parent = nullptr);
};

/// One line that ends in "…" where the room is short; the whole text is then its tooltip.
class ElidedLabel : public TextLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, TextSize size = TextSize::Body,
                         Weight weight = Weight::Regular, Colour colour = Colour::TextPrimary,
                         QWidget* parent = nullptr);

    /// Where the dots go; at the end by default, in the middle for paths.
    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString shown() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// A line of one px in "line.hair".
class Hairline : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// For QWidget::setToolTip: `text` as it is, even where it looks like markup.
QString plainToolTip(const QString& text);

} // namespace tandem::ui
