// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/write_step.h"

#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/common/notices.h"
#include "ui/exchange/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kMaxWidth = 760;

struct Figure {
    std::int64_t count;
    QString word;
    Colour mark;
};

std::array<Figure, 4> figuresOf(const ImportResult& result)
{
    return {{{result.created, ResultFigures::tr("new"), Colour::Accent},
             {result.updated, ResultFigures::tr("updated"), Colour::Chart2},
             {result.unchanged, ResultFigures::tr("unchanged"), Colour::ChartNeutral},
             {result.rejectedCount, ResultFigures::tr("not taken"), Colour::StateWarn}}};
}

QVBoxLayout* face(QWidget* widget)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(24, 13, 24, 16);
    column->setSpacing(0);
    return column;
}

TextLabel* wrapped(Colour colour)
{
    auto* label = new TextLabel({}, TextSize::Body, Weight::Regular, colour);
    label->setWordWrap(true);
    label->setMaximumWidth(kMaxWidth);
    return label;
}

} // namespace

ResultFigures::ResultFigures(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(kMaxWidth);
}

void ResultFigures::setResult(const ImportResult& result)
{
    m_result = result;
    setAccessibleName(countsLine(result));
    update();
}

void ResultFigures::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto figures = figuresOf(m_result);
    const double total = static_cast<double>(std::max<std::int64_t>(1, m_result.rows));

    QPainterPath bar;
    bar.addRoundedRect(QRectF(0, 0, width(), 12), 3, 3);
    painter.setClipPath(bar);
    painter.fillRect(QRectF(0, 0, width(), 12), theme.colour(Colour::LineHair));
    double x = 0;
    for (const Figure& figure : figures) {
        if (figure.count == 0) {
            continue;
        }
        // A few rows of many are still to be seen.
        const double wide = std::max(3.0, width() * static_cast<double>(figure.count) / total);
        painter.fillRect(QRectF(x, 0, wide, 12), theme.colour(figure.mark));
        x += wide;
        painter.fillRect(QRectF(x - 1, 0, 1, 12), theme.colour(Colour::SurfaceWindow));
    }
    painter.setClipping(false);

    const double column = width() / 4.0;
    const QFont big = textFont(TextSize::Display, Weight::Semibold);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double left = column * static_cast<double>(i);
        const bool none = figures[i].count == 0;
        painter.setFont(big);
        painter.setPen(theme.colour(none ? Colour::TextTertiary : Colour::TextPrimary));
        painter.drawText(QRectF(left, 26, column - 8, lineHeight(TextSize::Display)),
                         Qt::AlignLeft | Qt::AlignVCenter, countText(figures[i].count));
        const double y = 26 + lineHeight(TextSize::Display) + 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(none ? Colour::LineStrong : figures[i].mark));
        painter.drawRoundedRect(QRectF(left + 1, y + 6, 8, 8), 2, 2);
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme.colour(Colour::TextSecondary));
        painter.drawText(QRectF(left + 16, y, column - 20, 20), Qt::AlignLeft | Qt::AlignVCenter,
                         figures[i].word);
    }
}

WriteStep::WriteStep(QWidget* parent)
    : QWidget(parent), m_faces(new QStackedWidget), m_work(new TitleLabel),
      m_workText(wrapped(Colour::TextSecondary)), m_title(new TitleLabel),
      m_caption(wrapped(Colour::TextSecondary)), m_figures(new ResultFigures),
      m_made(wrapped(Colour::TextSecondary)), m_naming(new QWidget), m_name(new QLineEdit),
      m_after(new QWidget), m_leads(makeButton(tr("Show the new leads"))),
      m_undo(makeButton(tr("Undo import"))), m_error(new ErrorCard({}, tr("Try again")))
{
    m_title->setMinimumWidth(10);
    m_title->setObjectName(QStringLiteral("write-title"));
    m_undo->setObjectName(QStringLiteral("undo-import"));
    m_leads->setObjectName(QStringLiteral("show-leads"));
    m_name->setObjectName(QStringLiteral("mapping-name"));
    m_error->setObjectName(QStringLiteral("write-error"));

    auto* working = new QWidget;
    auto* workColumn = face(working);
    workColumn->addWidget(m_work);
    workColumn->addSpacing(4);
    workColumn->addWidget(m_workText);
    workColumn->addStretch();

    auto* label = new TextLabel(tr("Remember these choices as"), TextSize::Small, Weight::Regular,
                                Colour::TextSecondary);
    label->setBuddy(m_name);
    m_name->setMaximumWidth(360);
    auto* naming = new QVBoxLayout(m_naming);
    naming->setContentsMargins(0, 0, 0, 0);
    naming->setSpacing(4);
    naming->addWidget(label);
    naming->addWidget(m_name);
    naming->addWidget(
        new CaptionLabel(tr("They are offered again for a file with the same headings.")));

    auto* after = new QHBoxLayout(m_after);
    after->setContentsMargins(0, 0, 0, 0);
    after->setSpacing(8);
    after->addWidget(m_leads);
    after->addWidget(m_undo);
    after->addStretch();

    auto* result = new QWidget;
    auto* column = face(result);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_caption);
    column->addSpacing(24);
    column->addWidget(m_figures);
    column->addSpacing(12);
    column->addWidget(m_made);
    column->addSpacing(24);
    column->addWidget(m_naming);
    column->addWidget(m_after);
    column->addStretch();

    auto* failed = new QWidget;
    auto* failedColumn = face(failed);
    m_error->setMaximumWidth(640);
    failedColumn->addWidget(m_error);
    failedColumn->addStretch();

    m_faces->addWidget(working);
    m_faces->addWidget(result);
    m_faces->addWidget(failed);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_faces);
    connect(m_leads, &QPushButton::clicked, this, &WriteStep::leadsRequested);
    connect(m_undo, &QPushButton::clicked, this, &WriteStep::undoRequested);
    connect(m_error, &ErrorCard::actionTriggered, this, &WriteStep::againRequested);
    connect(m_name, &QLineEdit::textEdited, this, &WriteStep::mappingNamed);
}

void WriteStep::showWork(bool writing)
{
    m_work->setText(writing ? tr("The rows are being written") : tr("Trying it out"));
    m_workText->setText(
        writing ? tr("All of it comes in or none. Stop at any time: then nothing has changed.")
                : tr("Every row is read, compared with what the workbook has, and put back. "
                     "Nothing is written yet."));
    m_faces->setCurrentIndex(Working);
}

void WriteStep::showPlan(const ImportResult& result, const QString& mappingName)
{
    m_title->setText(resultTitle(result));
    m_caption->setText(tr("It was tried out with every row; nothing is written yet. The import is "
                          "one step, which Undo takes back."));
    m_figures->setResult(result);
    m_made->setText(madeLine(result));
    m_made->setVisible(!m_made->text().isEmpty());
    if (!m_name->hasFocus()) {
        m_name->setText(mappingName);
    }
    m_naming->show();
    m_after->hide();
    m_faces->setCurrentIndex(Result);
}

void WriteStep::showDone(const ImportResult& result, bool leadsToShow)
{
    m_title->setText(resultTitle(result));
    m_caption->setText(tr("It was one step; every figure of the window follows it already."));
    m_figures->setResult(result);
    m_made->setText(madeLine(result));
    m_made->setVisible(!m_made->text().isEmpty());
    m_naming->hide();
    m_after->show();
    m_leads->setVisible(leadsToShow);
    m_undo->setVisible(result.created + result.updated > 0);
    m_faces->setCurrentIndex(Result);
}

void WriteStep::showUndone(const ImportResult& result)
{
    m_title->setText(tr("The import was undone"));
    m_caption->setText(tr("The workbook is as it was before: %1 were taken back.")
                           .arg(countText(result.created + result.updated) + ' ' +
                                kindNoun(result.kind, result.created + result.updated)));
    m_after->hide();
    m_faces->setCurrentIndex(Result);
}

void WriteStep::showError(const ErrorWords& words)
{
    m_error->setWords(words);
    m_faces->setCurrentIndex(Failed);
}

QString WriteStep::mappingName() const
{
    return m_name->text();
}

} // namespace tandem::ui
