// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/wizard_foot.h"

#include "ui/common/buttons.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace tandem::ui {

namespace {

constexpr int kHeight = 72;

/// A lock while nothing is written, a check mark when it is.
class StateMark : public QWidget {
public:
    StateMark() { setFixedSize(16, 20); }

    void setWritten(bool written)
    {
        m_written = written;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawIcon(painter, QRectF(0, 3, 14, 14), m_written ? Icon::Check : Icon::Lock,
                 Theme::of(this).colour(m_written ? Colour::StateSuccess : Colour::Accent));
    }

private:
    bool m_written = false;
};

} // namespace

WizardFoot::WizardFoot(QWidget* parent)
    : QFrame(parent), m_left(new QWidget), m_work(new QWidget),
      m_what(new ElidedLabel({}, TextSize::Small, Weight::Medium)), m_percent(new CaptionLabel),
      m_bar(new QProgressBar), m_stop(new LinkButton(tr("Stop"))),
      m_state(new ElidedLabel({}, TextSize::Body, Weight::Semibold)),
      m_counts(new ElidedLabel({}, TextSize::Small, Weight::Regular, Colour::TextSecondary)),
      m_reason(new CaptionLabel), m_cancel(makeButton(tr("Cancel"))),
      m_back(makeButton(tr("Back"))), m_next(makeButton(tr("Continue"), ButtonKind::Primary)),
      m_lock(new StateMark)
{
    setFixedHeight(kHeight);
    m_stop->setObjectName(QStringLiteral("stop"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_counts->setObjectName(QStringLiteral("counts"));
    m_state->setObjectName(QStringLiteral("state"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);

    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_what, 1);
    line->addWidget(m_percent);
    line->addWidget(m_stop);
    auto* work = new QVBoxLayout(m_work);
    work->setContentsMargins(24, 14, 24, 18);
    work->setSpacing(8);
    work->addLayout(line);
    work->addWidget(m_bar);
    auto* leftColumn = new QVBoxLayout(m_left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(m_work);

    auto* stateLine = new QHBoxLayout;
    stateLine->setSpacing(6);
    stateLine->addWidget(m_lock);
    stateLine->addWidget(m_state, 1);
    auto* states = new QVBoxLayout;
    states->setContentsMargins(24, 0, 0, 0);
    states->setSpacing(1);
    states->addStretch();
    states->addLayout(stateLine);
    states->addWidget(m_counts);
    states->addStretch();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 24, 0);
    row->setSpacing(8);
    row->addWidget(m_left);
    row->addLayout(states, 1);
    row->addWidget(m_reason);
    row->addSpacing(8);
    row->addWidget(m_cancel);
    row->addWidget(m_back);
    row->addWidget(m_next);
    connect(m_stop, &LinkButton::clicked, this, &WizardFoot::stopRequested);
    connect(m_cancel, &QPushButton::clicked, this, &WizardFoot::cancelRequested);
    connect(m_back, &QPushButton::clicked, this, &WizardFoot::backRequested);
    connect(m_next, &QPushButton::clicked, this, &WizardFoot::nextRequested);
    setProgress({}, 0);
}

void WizardFoot::setProgress(const QString& what, double fraction)
{
    m_work->setVisible(!what.isEmpty());
    m_what->setText(what);
    m_percent->setText(QStringLiteral("%1%").arg(qRound(fraction * 100)));
    m_bar->setValue(qRound(fraction * 1000));
}

void WizardFoot::setState(const QString& state, const QString& counts, bool written)
{
    m_state->setText(state);
    m_counts->setText(counts);
    m_counts->setVisible(!counts.isEmpty());
    m_lock->setVisible(!state.isEmpty());
    static_cast<StateMark*>(m_lock)->setWritten(written);
}

void WizardFoot::setNext(const QString& word, const QString& reason)
{
    m_next->setText(word);
    m_next->setEnabled(reason.isEmpty());
    m_reason->setText(reason);
}

void WizardFoot::setBack(bool possible)
{
    m_back->setVisible(possible);
}

void WizardFoot::setCancel(const QString& word)
{
    m_cancel->setText(word);
    m_cancel->setVisible(!word.isEmpty());
}

void WizardFoot::paintEvent(QPaintEvent*)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::SurfaceSunken));
    painter.fillRect(QRect(0, 0, width(), 1), theme.colour(Colour::LineHair));
}

} // namespace tandem::ui
