// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/survey.h"

#include <QWidget>

class QComboBox;

namespace tandem::ui {

class CaptionLabel;
class FilePreview;
class ProblemList;

/// The left side of the wizard: the file as it is, how it is read, and the rows that cannot be
/// taken. A change of encoding, separator or heading line asks to read it again.
class FilePanel : public QWidget {
    Q_OBJECT

public:
    explicit FilePanel(QWidget* parent = nullptr);

    void setLook(const FileLook& look);
    void setSurvey(const FileSurvey& survey);
    /// While something is written the file is not read anew.
    void setChangeable(bool changeable);
    ProblemList* problems() const { return m_problems; }

signals:
    void wishesChanged(const tandem::DialectWishes& wishes);

private:
    void ask();

    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QComboBox* m_header;
    CaptionLabel* m_counts;
    CaptionLabel* m_encodingNote;
    CaptionLabel* m_delimiterNote;
    CaptionLabel* m_headerNote;
    FilePreview* m_preview;
    ProblemList* m_problems;
    DialectWishes m_wishes;
};

} // namespace tandem::ui
