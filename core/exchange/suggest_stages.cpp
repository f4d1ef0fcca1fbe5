// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/suggest_stages.h"

#include "core/base/text.h"
#include "core/exchange/presets.h"

namespace tandem {

std::string StageWords::named(std::string_view text) const
{
    for (const Stage& stage : m_stages) {
        if (stage.hasRecords && !stage.retired && folded(stage.name) == folded(text)) {
            return stage.name;
        }
    }
    return {};
}

std::string StageWords::meant(std::string_view word) const
{
    if (const std::string own = named(word); !own.empty()) {
        return own;
    }
    const auto known = stageForWord(word);
    return known ? named(*known) : std::string();
}

std::string StageWords::dated(std::string word) const
{
    bool found = false;
    for (const std::string_view part : {"hslifecyclestage", "becamean", "becamea", "became",
                                        "entered", "reached", "since", "date"}) {
        if (const auto at = word.find(part); at != std::string::npos) {
            word.erase(at, part.size());
            found = true;
        }
    }
    if (word.ends_with("at") || word.ends_with("on")) {
        if (std::string stage = formal(word.substr(0, word.size() - 2)); !stage.empty()) {
            return stage;
        }
    }
    return found ? formal(word) : std::string();
}

// Only names of stages proper: "contacted at" is a touch, no stage.
std::string StageWords::formal(const std::string& word) const
{
    for (const Stage& stage : m_stages) {
        if (stage.hasRecords && headerWord(stage.name) == word) {
            return stage.name;
        }
    }
    if (word == "marketingqualifiedlead" || word == "salesqualifiedlead" || word == "won" ||
        word == "converted") {
        return meant(word);
    }
    return {};
}

std::string StageWords::first() const
{
    const Stage* best = nullptr;
    for (const Stage& stage : m_stages) {
        if (stage.rank && stage.hasRecords && !stage.retired &&
            (best == nullptr || *stage.rank < *best->rank)) {
            best = &stage;
        }
    }
    return best == nullptr ? std::string() : best->name;
}

} // namespace tandem
