// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start_page.h"

#include "core/store/backup.h"
#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/shell/commands.h"
#include "ui/shell/palette.h"
#include "ui/shell/start_parts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kArt = 448;     ///< the picture at the left of a wide window
constexpr int kContent = 800; ///< the column of text
constexpr int kInset = 12;

/// The two rings and the name, as big as a title can be.
class Masthead : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {kContent, 44}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawLogo(painter, QRectF(0, 4, 36, 36), theme);
        painter.setFont(textFont(TextSize::Display, Weight::Semibold));
        painter.setPen(theme.colour(Colour::TextPrimary));
        painter.drawText(QRect(52, 0, width() - 52, 44), Qt::AlignVCenter,
                         QStringLiteral("Tandem"));
    }
};

QString backupWords(const RecentFile& file, const BackupFile& backup)
{
    const auto when = QDateTime::fromSecsSinceEpoch(backup.at.seconds);
    return StartPage::tr("Last backup of %1: %2")
        .arg(file.name, whenWords(when, QDateTime::currentDateTime()));
}

} // namespace

StartPage::StartPage(Settings& settings, Commands& commands, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_commands(commands), m_content(new QWidget),
      m_recent(new QWidget), m_find(new QLineEdit), m_rows(new QVBoxLayout), m_backup(new QWidget),
      m_backupTitle(new TextLabel({}, TextSize::Body, Weight::Medium)), m_opening(new QWidget),
      m_openingTitle(new TextLabel({}, TextSize::Body, Weight::Medium)),
      m_openingBar(new QProgressBar)
{
    setObjectName(QStringLiteral("start"));
    auto* cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->setContentsMargins(kInset, 0, kInset, 0);
    cards->addWidget(new StartCard(
        Icon::Plus, tr("New workbook"),
        tr("From your CSV exports or a blank page. The import leads you to the first funnel."),
        commands.newWorkbook));
    cards->addWidget(new StartCard(
        Icon::Folder, tr("Open…"),
        tr("A workbook from a disk, a share or a stick. You can also drop a file here."),
        commands.open));
    cards->addWidget(
        new StartCard(Icon::Play, tr("Demonstration"),
                      tr("Look around a made-up company: 3,000 leads and two years of touches."),
                      commands.demonstration));

    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find a workbook"));
    m_find->setProperty("search", true);
    m_find->setFixedWidth(200);
    m_find->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    connect(m_find, &QLineEdit::textChanged, this, &StartPage::filterRows);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kInset, 0, kInset, 0);
    head->addWidget(new HeadingLabel(tr("Recent")));
    head->addStretch();
    head->addWidget(m_find);
    auto* recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->setSpacing(8);
    recent->addLayout(head);
    m_rows->setSpacing(0);
    recent->addLayout(m_rows);

    auto* backupWordsColumn = new QVBoxLayout;
    backupWordsColumn->setSpacing(0);
    backupWordsColumn->addWidget(m_backupTitle);
    backupWordsColumn->addWidget(new CaptionLabel(
        tr("Ten latest, seven daily and four weekly ones are kept in your data folder.")));
    auto* tick = new QLabel;
    tick->setFixedSize(20, 20);
    tick->setPixmap(iconPixmap(Icon::Check, Theme::of(this).colour(Colour::StateSuccess), 18,
                               devicePixelRatioF()));
    auto* backup = new QHBoxLayout(m_backup);
    backup->setContentsMargins(0, 0, 0, 0);
    backup->setSpacing(12);
    backup->addWidget(tick, 0, Qt::AlignTop);
    backup->addLayout(backupWordsColumn);

    auto* looks = new QHBoxLayout;
    looks->setSpacing(4);
    for (QAction* look : {commands.light, commands.dark, commands.system}) {
        QPushButton* button = makeButton(look->text().remove(u'&'), ButtonKind::Quiet);
        setSmall(button);
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, look, &QAction::trigger);
        const auto follow = [button, look] { button->setChecked(look->isChecked()); };
        connect(look, &QAction::changed, button, follow);
        follow();
        looks->addWidget(button);
    }
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kInset, 12, kInset, 0);
    foot->addWidget(m_backup);
    foot->addStretch();
    foot->addLayout(looks);
    foot->setAlignment(looks, Qt::AlignTop);

    m_openingBar->setRange(0, 1000);
    m_openingBar->setTextVisible(false);
    QPushButton* stop = makeButton(tr("Stop"), ButtonKind::Secondary);
    setSmall(stop);
    connect(stop, &QPushButton::clicked, this, &StartPage::stopRequested);
    auto* openingRow = new QHBoxLayout;
    openingRow->addWidget(m_openingTitle, 1);
    openingRow->addWidget(stop);
    auto* opening = new QVBoxLayout(m_opening);
    opening->setContentsMargins(kInset, 0, kInset, 0);
    opening->addLayout(openingRow);
    opening->addWidget(m_openingBar);
    m_opening->hide();

    auto* masthead = new QVBoxLayout;
    masthead->setContentsMargins(kInset, 0, kInset, 0);
    masthead->setSpacing(14);
    masthead->addWidget(new Masthead);
    masthead->addWidget(
        new TextLabel(tr("Sales and Marketing work from one file. It stays on this computer."),
                      TextSize::Body, Weight::Regular, Colour::TextSecondary));

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 32, 0, 32);
    column->setSpacing(0);
    column->addStretch(2);
    column->addLayout(masthead);
    column->addSpacing(40);
    column->addLayout(cards);
    column->addSpacing(40);
    column->addWidget(m_recent);
    column->addWidget(m_opening);
    column->addSpacing(40);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(kInset, 0, kInset, 0);
    line->addWidget(new Hairline);
    column->addLayout(line);
    column->addLayout(foot);
    column->addStretch(3);
    m_content->setMaximumWidth(kContent + 2 * kInset);

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("start-scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAlignment(Qt::AlignHCenter);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    refresh();
}

void StartPage::refresh()
{
    for (RecentRow* row : m_all) {
        row->deleteLater();
    }
    m_all.clear();
    const std::vector<RecentFile> files = recentFiles(m_settings);
    for (const RecentFile& file : files) {
        auto* row = new RecentRow(file, m_recent);
        m_rows->addWidget(row);
        m_all.push_back(row);
        connect(row, &RecentRow::openRequested, this,
                [this, path = file.path] { emit fileChosen(path); });
        connect(row, &RecentRow::findRequested, this,
                [this, path = file.path] { emit findRequested(path); });
        connect(row, &RecentRow::forgetRequested, this, [this, path = file.path] {
            forgetRecent(m_settings, path);
            refresh();
        });
    }
    m_recent->setVisible(!files.empty());
    m_find->setVisible(files.size() > 3);
    showBackup(files);
}

void StartPage::showBackup(const std::vector<RecentFile>& files)
{
    m_backup->hide();
    for (const RecentFile& file : files) {
        if (const auto backups = backupsOf({}, file.uuid); !backups.empty()) {
            m_backupTitle->setText(backupWords(file, backups.front()));
            m_backup->show();
            return;
        }
    }
}

void StartPage::filterRows(const QString& words)
{
    for (RecentRow* row : m_all) {
        row->setVisible(fits(row->file().name + u' ' + row->file().path, words));
    }
}

void StartPage::showOpening(const QString& name)
{
    m_opening->setVisible(!name.isEmpty());
    m_recent->setVisible(name.isEmpty() && !m_all.empty());
    m_openingTitle->setText(tr("Opening %1…").arg(name));
    m_openingBar->setRange(0, 0);
}

void StartPage::showProgress(double fraction, const QString& what)
{
    m_openingBar->setRange(0, 1000);
    m_openingBar->setValue(static_cast<int>(fraction * 1000));
    m_openingBar->setAccessibleDescription(what);
}

void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_all.empty()) {
        m_all.front()->setFocus(); // so that Enter goes on where the person was
    }
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int art = width() >= 1180 ? kArt : 0;
    findChild<QScrollArea*>(QStringLiteral("start-scroll"))
        ->setGeometry(art + 24, 0, width() - art - 48, height());
}

void StartPage::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::SurfaceWindow));
    if (width() < 1180) {
        return;
    }
    const QRectF art(0, 0, kArt, height());
    painter.fillRect(art, theme.colour(Colour::SurfaceRail));
    painter.fillRect(QRectF(kArt - 1, 0, 1, height()), theme.colour(Colour::LineHair));
    drawPaths(painter, art, theme);
}

} // namespace tandem::ui
