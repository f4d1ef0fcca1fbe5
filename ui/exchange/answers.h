// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exchange/draft.h"

#include <QString>
#include <utility>
#include <vector>

namespace tandem::ui {

/// One of the two answers to a question about a column.
struct Answer {
    QString title;     ///< "Day first"
    QString example;   ///< "4 March 2026"
    std::string value; ///< what ImportDraft is told
    bool likely = false;
    QString warning;                                ///< "431 would lie in the future"
    QString text;                                   ///< "All between 7 January and 6 May 2026."
    std::vector<std::pair<Day, std::int64_t>> days; ///< dots; empty for no strip
    Day first;                                      ///< the strip's ends, the same for both answers
    Day last;
    Day today;
};

/// A question with its two answers. Nothing is chosen beforehand.
struct AnswerSheet {
    QString question; ///< "Is 04/03/2026 4 Mar 2026 or 3 Apr 2026?"
    QString reason;   ///< "All 1,207 dates fit both, so you decide."
    Answer one;
    Answer other;
};

/// For a column that ImportDraft::asksDateOrder.
AnswerSheet dateAnswers(const ImportDraft& draft, std::size_t column, Day today);
/// For a column that ImportDraft::asksDecimalSign.
AnswerSheet decimalAnswers(const ImportDraft& draft, std::size_t column);

} // namespace tandem::ui
