// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/file_step.h"

#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/exchange/words.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <set>

namespace tandem::ui {

namespace {

constexpr std::size_t kRowsShown = 40;
constexpr std::size_t kColumnsShown = 60;
constexpr int kCardsInRow = 4;

Icon iconOf(RecordKind kind)
{
    static constexpr Icon kIcons[] = {Icon::Leads, Icon::Mail,     Icon::Funnel,  Icon::Campaigns,
                                      Icon::Tag,   Icon::Pipeline, Icon::Content, Icon::Users};
    return kIcons[static_cast<std::size_t>(kind)];
}

std::size_t placedIn(const FileLook& look, RecordKind kind)
{
    const Mapping& mapping = look.suggestions[static_cast<std::size_t>(kind)];
    std::set<std::string> used;
    for (const auto& [field, column] : mapping.columns) {
        used.insert(column);
    }
    for (const auto& [field, source] : mapping.values) {
        used.insert(source.column);
    }
    for (const auto& [stage, column] : mapping.stageDates) {
        used.insert(column);
    }
    if (!mapping.key.empty()) {
        used.insert(mapping.key);
    }
    return used.size();
}

} // namespace

KindCard::KindCard(RecordKind kind, QWidget* parent) : QAbstractButton(parent), m_kind(kind)
{
    setCheckable(true);
    setText(kindTitle(kind));
    setAccessibleName(kindTitle(kind));
    setAccessibleDescription(kindNote(kind));
    setObjectName(QStringLiteral("kind-") + QString::fromUtf8(kindWord(kind).data()));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(plainToolTip(kindNote(kind)));
}

void KindCard::setPlaced(std::size_t placed)
{
    m_placed = placed == 0   ? tr("no column fits")
               : placed == 1 ? tr("1 column fits")
                             : tr("%1 columns fit").arg(countText(static_cast<qint64>(placed)));
    update();
}

void KindCard::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked();
    const double line = strong ? 2 : 1;
    painter.setPen(QPen(theme.colour(strong ? Colour::Accent : Colour::LineStrong), line));
    painter.setBrush(theme.colour(strong         ? Colour::AccentTint
                                  : underMouse() ? Colour::SurfaceHover
                                                 : Colour::SurfaceRaised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2),
                            tokens().radiusCard, tokens().radiusCard);
    drawIcon(painter, QRectF(13, 14, 18, 18), iconOf(m_kind),
             theme.colour(strong ? Colour::Accent : Colour::TextSecondary));
    const QFont title = textFont(TextSize::Body, Weight::Semibold);
    painter.setFont(title);
    painter.setPen(theme.colour(strong ? Colour::Accent : Colour::TextPrimary));
    painter.drawText(QRectF(40, 12, width() - 50, 22), Qt::AlignVCenter, text());
    const QFont small = textFont(TextSize::Small);
    painter.setFont(small);
    painter.setPen(theme.colour(Colour::TextTertiary));
    painter.drawText(QRectF(40, 36, width() - 50, 20), Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(m_placed, Qt::ElideRight, width() - 50));
}

FileStep::FileStep(QWidget* parent)
    : QWidget(parent), m_title(new TitleLabel), m_caption(new CaptionLabel),
      m_kinds(new QButtonGroup(this)), m_table(new QTableWidget)
{
    m_caption->setObjectName(QStringLiteral("file-caption"));
    auto* other = makeButton(tr("Another file…"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setMinimumWidth(10);
    m_caption->setMinimumWidth(10);
    words->addWidget(m_title);
    words->addWidget(m_caption);
    auto* head = new QHBoxLayout;
    head->addLayout(words, 1);
    head->addWidget(other, 0, Qt::AlignTop);

    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    m_kinds->setExclusive(true);
    for (std::size_t i = 0; i < kKinds; ++i) {
        auto* card = new KindCard(static_cast<RecordKind>(i));
        const int number = static_cast<int>(i);
        m_kinds->addButton(card, number);
        grid->addWidget(card, number / kCardsInRow, number % kCardsInRow);
    }

    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::TabFocus);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setAccessibleName(tr("The first rows"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 13, 24, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(14);
    column->addLayout(grid);
    column->addSpacing(22);
    column->addWidget(new HeadingLabel(tr("The first rows, as a table")));
    column->addSpacing(6);
    column->addWidget(m_table, 1);
    connect(m_kinds, &QButtonGroup::idClicked, this,
            [this](int id) { emit kindChosen(static_cast<RecordKind>(id)); });
    connect(other, &QPushButton::clicked, this, &FileStep::otherFileRequested);
}

void FileStep::setLook(const FileLook& look, RecordKind kind, const QStringList& waiting)
{
    m_title->setText(kind == look.kind ? tr("This looks like %1").arg(kindNoun(kind, 2))
                                       : tr("Its rows become %1").arg(kindNoun(kind, 2)));
    QStringList notes;
    if (look.saved[static_cast<std::size_t>(kind)]) {
        notes << tr("A mapping that was used for such a file is taken again");
    } else if (!look.program.empty()) {
        notes << tr("Recognised as an export of %1").arg(QString::fromStdString(look.program));
    } else {
        notes << tr("Told by the headings and the file’s name; choose another if it is not so");
    }
    if (!waiting.isEmpty()) {
        notes << (waiting.size() == 1
                      ? tr("then %1").arg(waiting.first())
                      : tr("then %1 and %2 more").arg(waiting.first()).arg(waiting.size() - 1));
    }
    m_caption->setText(notes.join(QStringLiteral("; ")));
    for (std::size_t i = 0; i < kKinds; ++i) {
        auto* card = static_cast<KindCard*>(m_kinds->button(static_cast<int>(i)));
        card->setPlaced(placedIn(look, static_cast<RecordKind>(i)));
        card->setChecked(static_cast<RecordKind>(i) == kind);
    }

    const std::size_t columns = std::min(look.sample.columns.size(), kColumnsShown);
    const std::size_t rows = std::min(look.sample.rows.size(), kRowsShown);
    m_table->clear();
    m_table->setRowCount(static_cast<int>(rows));
    m_table->setColumnCount(static_cast<int>(columns));
    QStringList titles;
    for (std::size_t i = 0; i < columns; ++i) {
        titles << shownText(look.sample.columns[i]);
    }
    m_table->setHorizontalHeaderLabels(titles);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns; ++i) {
            m_table->setItem(static_cast<int>(row), static_cast<int>(i),
                             new QTableWidgetItem(shownText(look.sample.rows[row][i])));
        }
    }
    m_table->resizeColumnsToContents();
    for (int i = 0; i < m_table->columnCount(); ++i) {
        m_table->setColumnWidth(i, qBound(72, m_table->columnWidth(i), 220));
    }
}

DropPlace::DropPlace(QWidget* parent) : QWidget(parent)
{
    auto* choose = makeButton(tr("Choose files…"), ButtonKind::Primary);
    choose->setObjectName(QStringLiteral("choose-files"));
    auto* title = new TitleLabel(tr("Bring in what you have"));
    auto* text = new TextLabel(
        tr("Drop CSV files here: exports of your CRM, of a mailing program, of a spreadsheet. "
           "Several at once are taken in the order in which they refer to each other. Nothing is "
           "written before you have seen what will come in, and an import is one step that can be "
           "undone."),
        TextSize::Body, Weight::Regular, Colour::TextSecondary);
    text->setWordWrap(true);
    text->setFixedWidth(480);
    title->setAlignment(Qt::AlignHCenter);
    text->setAlignment(Qt::AlignHCenter);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addSpacing(56);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addWidget(choose, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(choose, &QPushButton::clicked, this, &DropPlace::chooseRequested);
}

void DropPlace::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.colour(Colour::LineControl), 1);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(theme.colour(Colour::SurfaceSunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(24.5, 24.5, -24.5, -24.5),
                            tokens().radiusDialog, tokens().radiusDialog);
    const auto* title = findChild<TitleLabel*>();
    drawIcon(painter, QRectF(width() / 2.0 - 20, title->y() - 56, 40, 40), Icon::Download,
             theme.colour(Colour::Accent));
}

} // namespace tandem::ui
