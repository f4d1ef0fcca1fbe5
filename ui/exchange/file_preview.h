// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/survey.h"

#include <QWidget>
#include <set>

namespace tandem::ui {

/// The first and last lines of a file as they stand there: line numbers, separators in the accent,
/// the heading line tinted, lines that are left out struck through.
class FilePreview : public QWidget {
    Q_OBJECT

public:
    explicit FilePreview(QWidget* parent = nullptr);

    void setLook(const FileLook& look);
    /// The end of the file, once all of it was read.
    void setSurvey(const FileSurvey& survey);

    QSize sizeHint() const override { return {344, 330}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Shown {
        const RawLine* line = nullptr; ///< null for the gap
    };
    std::vector<Shown> shown(int rows) const;
    bool isLeftOut(std::int64_t line) const;
    void paintText(QPainter& painter, const QRectF& box, const RawLine& line) const;

    std::vector<RawLine> m_head;
    std::vector<RawLine> m_tail;
    std::int64_t m_lines = 0; ///< 0 while not known
    std::int64_t m_headerLine = 1;
    char m_delimiter = ',';
    std::set<std::int64_t> m_footers;
};

} // namespace tandem::ui
