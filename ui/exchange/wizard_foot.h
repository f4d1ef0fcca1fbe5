// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace tandem::ui {

class CaptionLabel;
class ElidedLabel;
class LinkButton;

/// The foot of the wizard, 72 px high: progress with Stop, what is written and what is not, and
/// the buttons. The last button is grey while there is a reason, which stands beside it.
class WizardFoot : public QFrame {
    Q_OBJECT

public:
    explicit WizardFoot(QWidget* parent = nullptr);

    /// What runs now; an empty text ends it.
    void setProgress(const QString& what, double fraction);
    /// "Nothing is written yet" and the counts below it.
    void setState(const QString& state, const QString& counts, bool written);
    /// The last button's word, and why it cannot be used; empty if it can.
    void setNext(const QString& word, const QString& reason);
    void setBack(bool possible);
    /// Where the left part ends, in line with what stands above it.
    void setLeftWidth(int px) { m_left->setFixedWidth(px); }
    void setCancel(const QString& word);
    QPushButton* next() const { return m_next; }

signals:
    void stopRequested();
    void cancelRequested();
    void backRequested();
    void nextRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_left;
    QWidget* m_work;
    ElidedLabel* m_what;
    CaptionLabel* m_percent;
    QProgressBar* m_bar;
    LinkButton* m_stop;
    ElidedLabel* m_state;
    ElidedLabel* m_counts;
    CaptionLabel* m_reason;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_next;
    QWidget* m_lock;
};

} // namespace tandem::ui
