// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"
#include "ui/common/popup.h"

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace tandem::ui {

class CaptionLabel;

/// Something that the palette can find.
struct PaletteItem {
    QString title;  ///< "Mara Ellingsen"
    QString detail; ///< "Kestrel Dairy"
    Icon icon = Icon::ChevronRight;
    QString key; ///< "Ctrl+Z"; empty for none
    std::function<void()> act;
};

/// Answers with what fits the words typed so far, best first; all of it for no words.
using PaletteSource = std::function<std::vector<PaletteItem>(const QString& words)>;

/// The field that finds everything (Ctrl+K): type, arrows, Enter.
class Palette : public Popup {
    Q_OBJECT

public:
    explicit Palette(QWidget* window);

    /// A group of results with its heading; groups are shown in the order of adding.
    void addSource(const QString& heading, PaletteSource source);
    /// Opens over the window with an empty field.
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& words);
    void step(int by);
    void actOn(int row);

    struct Group {
        QString heading;
        PaletteSource source;
    };
    std::vector<Group> m_groups;
    std::vector<PaletteItem> m_found; ///< by row; a heading has no act
    QLineEdit* m_field;
    QListWidget* m_list;
    CaptionLabel* m_nothing;
};

/// Whether every word of `words` begins a word of `text`, whatever case and accents.
bool fits(const QString& text, const QString& words);

} // namespace tandem::ui
