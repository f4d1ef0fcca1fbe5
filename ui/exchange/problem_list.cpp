// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/problem_list.h"

#include "ui/common/buttons.h"
#include "ui/common/figures.h"
#include "ui/common/labels.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr std::size_t kMostGroups = 4;

} // namespace

ProblemList::ProblemList(QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel({}, TextSize::Body, Weight::Semibold)),
      m_save(new LinkButton(tr("save them as a file"))), m_rows(new QVBoxLayout),
      m_advice(new TextLabel({}, TextSize::Small, Weight::Regular, Colour::TextTertiary))
{
    m_title->setObjectName(QStringLiteral("problems-title"));
    m_save->setObjectName(QStringLiteral("save-rejected"));
    m_advice->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title, 1);
    head->addWidget(m_save);
    m_rows->setSpacing(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline);
    column->addSpacing(12);
    column->addLayout(head);
    column->addSpacing(4);
    column->addLayout(m_rows);
    column->addSpacing(10);
    column->addWidget(m_advice);
    connect(m_save, &LinkButton::clicked, this, &ProblemList::saveRequested);
    hide();
}

void ProblemList::setProblems(const QString& title, std::vector<ProblemGroup> groups,
                              const QString& advice, bool canSave)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(!groups.empty());
    m_title->setText(title);
    m_save->setVisible(canSave);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    if (groups.size() > kMostGroups) {
        ProblemGroup rest;
        rest.title = tr("%1 more reasons").arg(countText(std::ssize(groups) - 3));
        for (std::size_t i = kMostGroups - 1; i < groups.size(); ++i) {
            rest.count += groups[i].count;
            rest.rows.insert(rest.rows.end(), groups[i].rows.begin(), groups[i].rows.end());
        }
        rest.detail = groups[kMostGroups - 1].title + QStringLiteral(", …");
        groups.resize(kMostGroups - 1);
        groups.push_back(std::move(rest));
    }
    for (const ProblemGroup& group : groups) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 7, 0, 7);
        row->setSpacing(10);
        auto* count = new TextLabel(countText(group.count), TextSize::Body, Weight::Semibold);
        count->setMinimumWidth(22);
        count->setAlignment(Qt::AlignRight | Qt::AlignTop);
        row->addWidget(count, 0, Qt::AlignTop);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(new ElidedLabel(group.title, TextSize::Body, Weight::Medium));
        words->addWidget(
            new ElidedLabel(group.detail, TextSize::Small, Weight::Regular, Colour::TextTertiary));
        row->addLayout(words, 1);
        auto* show = makeButton(tr("Show"));
        setSmall(show);
        show->setAccessibleName(tr("Show: %1").arg(group.title));
        row->addWidget(show);
        connect(show, &QPushButton::clicked, this, [this, group] { showRows(group); });
        m_rows->addWidget(line);
        m_rows->addWidget(new Hairline);
    }
}

void ProblemList::showRows(const ProblemGroup& group)
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("rejected-rows"));
    dialog->setWindowTitle(group.title);
    auto* table = new QTableWidget(static_cast<int>(group.rows.size()), 4);
    table->setHorizontalHeaderLabels({tr("Row"), tr("Column"), tr("Text"), tr("Reason")});
    table->verticalHeader()->hide();
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
        const RejectedRow& row = group.rows[i];
        const QString texts[] = {countText(row.row), shownText(row.column), shownText(row.value),
                                 shownText(row.reason)};
        for (int column = 0; column < 4; ++column) {
            table->setItem(static_cast<int>(i), column, new QTableWidgetItem(texts[column]));
        }
    }
    table->setColumnWidth(0, 72);
    table->setColumnWidth(1, 160);
    table->setColumnWidth(2, 240);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new TitleLabel(group.title));
    column->addWidget(new CaptionLabel(
        group.count > std::ssize(group.rows)
            ? tr("The first %1 of %2 rows, counted from the one below the heading.")
                  .arg(countText(std::ssize(group.rows)), countText(group.count))
            : tr("Rows are counted from the one below the heading.")));
    column->addWidget(table, 1);
    column->addWidget(buttons);
    dialog->resize(760, 480);
    dialog->open();
}

} // namespace tandem::ui
