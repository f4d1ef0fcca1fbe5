// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/document.h"
#include "ui/common/view_state.h"

#include <QAbstractButton>

class QAction;
class QToolButton;

namespace tandem::ui {

class Avatar;
class FilterBar;
class Page;
class PeriodPicker;
class TitleLabel;

/// Who acts, with the team's colour; opens the list of people.
class PersonButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit PersonButton(QWidget* parent = nullptr);

    /// Without a name: nobody is chosen yet.
    void setPerson(const QString& name, Team team);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Avatar* m_avatar;
    bool m_chosen = false;
};

/// The bar over the page: its title, period, filters, Find, undo and redo, and who acts.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(Document& document, ViewState& view, QAction* undo, QAction* redo,
           QWidget* parent = nullptr);

    /// Shows the page's title, and only those fields that say something about it.
    void setPage(const QString& title, const Page& page);
    FilterBar* filters() const { return m_filters; }
    PeriodPicker* period() const { return m_period; }

signals:
    void findRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showPerson();
    void choosePerson();
    void addPersonByDialog();

    Document& m_document;
    TitleLabel* m_title;
    PeriodPicker* m_period;
    FilterBar* m_filters;
    PersonButton* m_person;
};

} // namespace tandem::ui
