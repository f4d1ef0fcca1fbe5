// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/columns_step.h"

#include "core/exchange/mapping_json.h"
#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"
#include "ui/exchange/column_block.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

/// The titles over the rows.
class ColumnsHead : public QWidget {
public:
    explicit ColumnsHead(QWidget* parent = nullptr) : QWidget(parent) { setFixedHeight(30); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(theme.colour(Colour::TextTertiary));
        const ColumnPlaces places = ColumnPlaces::in(width());
        const auto title = [&](int left, int wide, const QString& text, Qt::Alignment side) {
            painter.drawText(QRect(left, 0, wide, height() - 2), side | Qt::AlignVCenter, text);
        };
        title(places.name, 200, ColumnsStep::tr("Column in the file"), Qt::AlignLeft);
        title(places.samples, 200, ColumnsStep::tr("Samples"), Qt::AlignLeft);
        title(places.becomes, 200, ColumnsStep::tr("Becomes"), Qt::AlignLeft);
        title(places.filled, places.filledWidth, ColumnsStep::tr("Filled"), Qt::AlignRight);
        title(places.seen, 200, ColumnsStep::tr("What was seen"), Qt::AlignLeft);
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.colour(Colour::LineStrong));
    }
};

QStandardItemModel* choicesModel(const std::vector<ColumnTarget>& targets, QObject* parent)
{
    auto* model = new QStandardItemModel(parent);
    for (const ColumnTarget& target : targets) {
        model->appendRow(new QStandardItem(targetTitle(target)));
    }
    return model;
}

} // namespace

ColumnsStep::ColumnsStep(QWidget* parent)
    : QWidget(parent), m_title(new TitleLabel),
      m_caption(new ElidedLabel({}, TextSize::Small, Weight::Regular, Colour::TextTertiary)),
      m_savedButton(new DropButton(tr("Saved mappings"))), m_menu(new QMenu(this)),
      m_createMissing(new QCheckBox(tr("Make leads that rows name and the workbook lacks"))),
      m_scroll(new QScrollArea), m_rows(nullptr)
{
    m_title->setMinimumWidth(10);
    m_title->setObjectName(QStringLiteral("columns-title"));
    m_savedButton->setObjectName(QStringLiteral("saved-mappings"));
    m_createMissing->setObjectName(QStringLiteral("create-missing"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_caption);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addLayout(words, 1);
    head->addWidget(m_savedButton, 0, Qt::AlignTop);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 13, 24, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(6);
    column->addWidget(m_createMissing);
    column->addSpacing(4);
    column->addWidget(new ColumnsHead);
    column->addWidget(m_scroll, 1);
    connect(m_savedButton, &QPushButton::clicked, this, [this] {
        m_menu->popup(m_savedButton->mapToGlobal(QPoint(0, m_savedButton->height() + 4)));
    });
    connect(m_createMissing, &QCheckBox::toggled, this, &ColumnsStep::createMissingChosen);
}

void ColumnsStep::setFile(const FileLook& look, Day today)
{
    m_look = look;
    m_today = today;
    m_blocks.clear();
    m_targets.clear();
    fillMenu();
}

void ColumnsStep::setSaved(std::vector<SavedMapping> saved)
{
    m_saved = std::move(saved);
    fillMenu();
}

void ColumnsStep::fillMenu()
{
    m_menu->clear();
    for (const SavedMapping& saved : m_saved) {
        const auto mapping = mappingFromJson(saved.json);
        if (!mapping || !checkMapping(*mapping, m_look.dialect.columns, m_look.path)) {
            continue;
        }
        QString name = shownText(saved.name);
        QAction* action = m_menu->addAction(name.replace('&', QStringLiteral("&&")) +
                                            QStringLiteral("  ·  ") + kindTitle(mapping->kind));
        connect(action, &QAction::triggered, this,
                [this, chosen = *mapping] { emit mappingChosen(chosen); });
    }
    if (m_menu->isEmpty()) {
        m_menu->addAction(tr("None fits the columns of this file"))->setEnabled(false);
    }
}

void ColumnsStep::makeBlocks(const ImportDraft& draft)
{
    m_targets = draft.choices();
    delete m_choices;
    m_choices = choicesModel(m_targets, this);
    auto* list = new QWidget;
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 16);
    m_rows->setSpacing(0);
    m_blocks.clear();
    for (std::size_t column = 0; column < draft.columnCount(); ++column) {
        auto* block = new ColumnBlock(column, m_choices);
        m_rows->addWidget(block);
        m_blocks.push_back(block);
        connect(block, &ColumnBlock::targetChosen, this, [this](std::size_t which, int choice) {
            emit targetChosen(which, m_targets[static_cast<std::size_t>(choice)]);
        });
        connect(block, &ColumnBlock::answered, this, &ColumnsStep::answered);
    }
    m_rows->addStretch();
    m_scroll->setWidget(list);
}

void ColumnsStep::follow(const ImportDraft& draft, const std::optional<FileSurvey>& survey)
{
    if (m_blocks.size() != draft.columnCount() || m_targets != draft.choices()) {
        makeBlocks(draft);
    }
    m_title->setText(columnsTitle(draft));
    const auto kind = static_cast<std::size_t>(draft.kind());
    m_caption->setText(
        m_look.saved[kind] ? tr("As the mapping “%1” had it. Change any field with its list.")
                                 .arg(shownText(draft.mapping().name))
        : !m_look.program.empty()
            ? tr("Recognised as an export of %1. Change any field with its list.")
                  .arg(QString::fromStdString(m_look.program))
            : tr("Told by the headings and by what stands below them. Change any field with its "
                 "list."));
    const bool names = draft.kind() == RecordKind::Touches || draft.kind() == RecordKind::Stages ||
                       draft.kind() == RecordKind::Deals;
    m_createMissing->setVisible(names);
    {
        const QSignalBlocker quiet(m_createMissing);
        m_createMissing->setChecked(draft.mapping().createMissing);
    }
    const std::int64_t rows = survey ? survey->rows - survey->damagedCount : 0;
    for (std::size_t column = 0; column < m_blocks.size(); ++column) {
        std::vector<std::string> samples;
        if (survey && !survey->columns[column].samples.empty()) {
            samples = survey->columns[column].samples;
        } else {
            for (const auto& row : m_look.sample.rows) {
                if (samples.size() < 2 && !row[column].empty()) {
                    samples.push_back(row[column]);
                }
            }
        }
        m_blocks[column]->follow(draft, samples, rows, m_today);
    }
}

bool ColumnsStep::focusNextQuestion()
{
    const QWidget* focused = focusWidget();
    std::size_t from = 0;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        if (focused != nullptr && m_blocks[i]->isAncestorOf(focused)) {
            from = i + 1;
        }
    }
    for (std::size_t step = 0; step < m_blocks.size(); ++step) {
        ColumnBlock* block = m_blocks[(from + step) % m_blocks.size()];
        if (block->isOpen()) {
            m_scroll->widget()->layout()->activate();
            m_scroll->ensureWidgetVisible(block, 0, 60);
            block->focusQuestion();
            return true;
        }
    }
    return false;
}

} // namespace tandem::ui
