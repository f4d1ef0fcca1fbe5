// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/file_preview.h"

#include "ui/common/figures.h"
#include "ui/common/theme.h"
#include "ui/exchange/words.h"

#include <QPainter>

namespace tandem::ui {

namespace {

constexpr int kLine = 20;
constexpr int kMargin = 8;
constexpr std::size_t kTailShown = 5;

} // namespace

FilePreview::FilePreview(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("The file, as it is"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FilePreview::setLook(const FileLook& look)
{
    m_head = look.head;
    m_headerLine = look.dialect.headerRow;
    m_delimiter = look.dialect.delimiter;
    m_tail.clear();
    m_footers.clear();
    m_lines = 0;
    update();
}

void FilePreview::setSurvey(const FileSurvey& survey)
{
    m_tail = survey.tail;
    m_lines = survey.lines;
    for (const DamagedRow& row : survey.damaged) {
        if (row.footer) {
            m_footers.insert(row.line);
        }
    }
    update();
}

std::vector<FilePreview::Shown> FilePreview::shown(int rows) const
{
    std::vector<Shown> out;
    const auto room = static_cast<std::size_t>(std::max(3, rows));
    const bool all = m_lines > 0 && static_cast<std::size_t>(m_lines) <= room &&
                     static_cast<std::size_t>(m_lines) <= m_head.size();
    const std::size_t tail =
        all || m_lines == 0 ? 0 : std::min({kTailShown, m_tail.size(), room / 2});
    const std::size_t head = std::min(m_head.size(), tail == 0 ? room : room - tail - 1);
    for (std::size_t i = 0; i < head; ++i) {
        out.push_back({&m_head[i]});
    }
    const std::size_t from = m_tail.size() - tail;
    if (tail > 0 && m_tail[from].number > static_cast<std::int64_t>(head) + 1) {
        out.push_back({nullptr});
    }
    for (std::size_t i = from; i < m_tail.size(); ++i) {
        if (m_tail[i].number > static_cast<std::int64_t>(head)) {
            out.push_back({&m_tail[i]});
        }
    }
    return out;
}

bool FilePreview::isLeftOut(std::int64_t line) const
{
    return line < m_headerLine || m_footers.count(line) > 0;
}

void FilePreview::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::LineStrong), 1));
    painter.setBrush(theme.colour(Colour::SurfaceSunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens().radiusCard,
                            tokens().radiusCard);
    const QFont small = textFont(TextSize::Small);
    const double digits = std::max(
        24.0, figuresWidth(QFontMetricsF(small), countText(std::max<qint64>(m_lines, 99))));
    const double left = kMargin + digits + 10;
    double y = kMargin;
    for (const Shown& one : shown((height() - 2 * kMargin) / kLine)) {
        const QRectF number(kMargin, y, digits, kLine);
        painter.setFont(small);
        painter.setPen(theme.colour(Colour::TextTertiary));
        if (one.line == nullptr) {
            painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter, QString(QChar(0x22EE)));
            y += kLine;
            continue;
        }
        if (one.line->number == m_headerLine) {
            painter.fillRect(QRectF(1, y, width() - 2, kLine), theme.colour(Colour::AccentTint));
        }
        drawFigures(painter, number, Qt::AlignRight | Qt::AlignVCenter,
                    QString::number(one.line->number));
        paintText(painter, QRectF(left, y, width() - left - kMargin - 2, kLine), *one.line);
        y += kLine;
    }
}

void FilePreview::paintText(QPainter& painter, const QRectF& box, const RawLine& line) const
{
    const Theme theme = Theme::of(this);
    const bool out = isLeftOut(line.number);
    QFont font =
        textFont(TextSize::Small, line.number == m_headerLine ? Weight::Semibold : Weight::Regular);
    font.setStrikeOut(out);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    // Tabs are shown as arrows, so the separator is looked for in what is shown.
    const QString text = shownText(line.text);
    const QChar separator = m_delimiter == '\t' ? QChar(0x2192) : QChar(QLatin1Char(m_delimiter));
    const QString fit = metrics.elidedText(text, Qt::ElideRight, box.width());
    double x = box.left();
    bool quoted = false;
    qsizetype from = 0;
    const auto run = [&](qsizetype until, Colour colour) {
        const QString part = fit.mid(from, until - from);
        painter.setPen(theme.colour(colour));
        painter.drawText(QPointF(x, box.top() + (box.height() + metrics.capHeight()) / 2), part);
        x += metrics.horizontalAdvance(part);
        from = until;
    };
    const Colour ink = out ? Colour::TextTertiary : Colour::TextPrimary;
    for (qsizetype i = 0; i < fit.size(); ++i) {
        quoted = quoted != (fit[i] == '"');
        if (fit[i] == separator && !quoted && !out) {
            run(i, ink);
            run(i + 1, Colour::Accent);
        }
    }
    run(fit.size(), ink);
}

} // namespace tandem::ui
