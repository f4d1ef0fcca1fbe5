// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/touch.h"

#include <QWidget>
#include <vector>

namespace tandem::ui {

/// How often a lead was touched on each channel, and by which team: a line per channel, the most
/// used first, with a slim bar in the teams' colours.
class TouchBars : public QWidget {
    Q_OBJECT

public:
    explicit TouchBars(QWidget* parent = nullptr);

    void setTouches(const std::vector<Touch>& touches);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        QString channel;
        int marketing = 0;
        int sales = 0;
        int other = 0;

        int all() const { return marketing + sales + other; }
    };

    std::vector<Row> m_rows;
};

} // namespace tandem::ui
