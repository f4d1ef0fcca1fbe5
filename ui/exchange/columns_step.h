// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"
#include "ui/exchange/draft.h"

#include <QWidget>

class QCheckBox;
class QMenu;
class QScrollArea;
class QStandardItemModel;
class QVBoxLayout;

namespace tandem::ui {

class ColumnBlock;
class DropButton;
class ElidedLabel;
class TitleLabel;

/// The second step: what each column of the file becomes.
class ColumnsStep : public QWidget {
    Q_OBJECT

public:
    explicit ColumnsStep(QWidget* parent = nullptr);

    /// Another file, or the file read anew.
    void setFile(const FileLook& look, Day today);
    /// Mappings to choose from; those that name columns the file lacks are not offered.
    void setSaved(std::vector<SavedMapping> saved);
    void follow(const ImportDraft& draft, const std::optional<FileSurvey>& survey);
    /// To the next question that is open, from the one that has the focus; false if none is.
    bool focusNextQuestion();

signals:
    void targetChosen(std::size_t column, const tandem::ui::ColumnTarget& target);
    void answered(std::size_t column, const std::string& value);
    void mappingChosen(const tandem::Mapping& mapping);
    void createMissingChosen(bool create);

private:
    void makeBlocks(const ImportDraft& draft);
    void fillMenu();

    TitleLabel* m_title;
    ElidedLabel* m_caption;
    DropButton* m_savedButton;
    QMenu* m_menu;
    QCheckBox* m_createMissing;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    QStandardItemModel* m_choices = nullptr;
    std::vector<ColumnBlock*> m_blocks;
    std::vector<ColumnTarget> m_targets;
    std::vector<SavedMapping> m_saved;
    FileLook m_look;
    Day m_today;
};

} // namespace tandem::ui
