// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <optional>
#include <QAbstractButton>
#include <QWidget>
#include <vector>

namespace tandem::ui {

/// A word in a rounded ground, 24 px high: a filter, a test, a state. A click is `clicked`.
class Chip : public QAbstractButton {
    Q_OBJECT

public:
    enum class Look {
        Selected, ///< in force: a filter, a choice
        Neutral,  ///< a word among others
        Add,      ///< dashed, adds one: "+ Filter"
        Success,
        Warn,
        Danger,
    };

    explicit Chip(const QString& text, Look look = Look::Selected, QWidget* parent = nullptr);

    /// Shows a cross at the end; a click on it, or Delete, emits removeRequested.
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect cross() const;

    Look m_look;
    bool m_removable = false;
};

/// A person's initials on the tint of the team.
class Avatar : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(const QString& name = {}, std::optional<Whose> team = {},
                    QWidget* parent = nullptr);

    /// Shows another person; without a team the ground is neutral.
    void setPerson(const QString& name, std::optional<Whose> team);
    QSize sizeHint() const override { return {m_px, m_px}; }
    /// The diameter; 24 by default.
    void setDiameter(int px);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_initials;
    std::optional<Whose> m_team;
    int m_px = 24;
};

/// "Ines Calder" is "IC", "Priya" is "P"; at most two letters, none of an empty name.
QString initialsOf(const QString& name);

/// The steps of a wizard on a line, 70 px high: done, current, to come.
class StepLine : public QWidget {
    Q_OBJECT

public:
    struct Step {
        QString title;
        QString note; ///< what was chosen or what is open, in a few words
    };

    explicit StepLine(QWidget* parent = nullptr);

    /// Replaces the steps; those before `current` are done.
    void setSteps(std::vector<Step> steps, int current);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Step> m_steps;
    int m_current = 0;
};

} // namespace tandem::ui
