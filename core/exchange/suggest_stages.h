// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stage.h"

#include <string>
#include <string_view>
#include <vector>

namespace tandem {

/// What words of other programs mean among a workbook's stages. Answers the stage's name; empty if
/// there is none. The stages must outlive it.
class StageWords {
public:
    explicit StageWords(const std::vector<Stage>& stages) : m_stages(stages) {}

    /// Whether leads can stand in a stage of that name.
    bool has(std::string_view text) const { return !named(text).empty(); }
    /// The stage for a word of a status column: its own name, or one that programs use.
    std::string meant(std::string_view word) const;
    /// The stage whose date a column holds, by its headerWord: "mqldate", "enteredsqlat".
    std::string dated(std::string word) const;
    /// The first stage that has records.
    std::string first() const;

private:
    std::string named(std::string_view text) const;
    std::string formal(const std::string& word) const;

    const std::vector<Stage>& m_stages;
};

} // namespace tandem
