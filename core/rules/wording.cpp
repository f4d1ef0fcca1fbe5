// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/wording.h"

#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

namespace tandem {
namespace {

struct Phrase {
    std::string text; // lower case
    std::string why;
    std::string suggestion;
};

/// The phrases of a language, the longest first, so that the first that fits is the longest.
const std::vector<Phrase>& phrasesOf(std::string_view language)
{
    static const std::map<std::string, std::vector<Phrase>, std::less<>> lists = [] {
        std::map<std::string, std::vector<Phrase>, std::less<>> read;
        for (const EmbeddedFile& file : kWordingFiles) {
            const nlohmann::json json = nlohmann::json::parse(file.text);
            std::vector<Phrase>& phrases = read[json.at("language").get<std::string>()];
            for (const auto& group : json.at("groups")) {
                for (const auto& word : group.at("words")) {
                    phrases.push_back({word.get<std::string>(), group.at("why").get<std::string>(),
                                       group.at("suggestion").get<std::string>()});
                }
            }
            std::ranges::stable_sort(phrases, [](const Phrase& a, const Phrase& b) {
                return a.text.size() > b.text.size();
            });
        }
        return read;
    }();
    static const std::vector<Phrase> none;
    const auto list = lists.find(language);
    return list == lists.end() ? none : list->second;
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

/// Whether a number follows within the same sentence, close enough to say what the word leaves
/// open.
bool numberFollows(std::string_view text, std::size_t from)
{
    constexpr std::size_t close = 32;
    const std::string_view rest = text.substr(from, close);
    const std::size_t stop = rest.find_first_of(".;\n");
    return rest.substr(0, stop).find_first_of("0123456789") != std::string_view::npos;
}

std::optional<VagueSpot> spotAt(std::string_view text, std::string_view lower, std::size_t at,
                                const std::vector<Phrase>& phrases)
{
    for (const Phrase& phrase : phrases) {
        const std::size_t end = at + phrase.text.size();
        const bool here = lower.substr(at).starts_with(phrase.text) &&
                          (end == text.size() || !isWordByte(text[end]));
        if (here && !numberFollows(text, end)) {
            return VagueSpot{at, end, std::string(text.substr(at, end - at)), phrase.why,
                             phrase.suggestion};
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<VagueSpot> vagueSpots(std::string_view text, std::string_view language)
{
    const std::vector<Phrase>& phrases = phrasesOf(language);
    const std::string lower = lowerAscii(text);
    std::vector<VagueSpot> spots;
    for (std::size_t at = 0; at < text.size(); ++at) {
        // "sales-qualified" is one word.
        const bool wordBegins =
            isWordByte(text[at]) && (at == 0 || (!isWordByte(text[at - 1]) && text[at - 1] != '-'));
        if (!wordBegins) {
            continue;
        }
        if (auto spot = spotAt(text, lower, at, phrases)) {
            at = spot->end - 1;
            spots.push_back(std::move(*spot));
        }
    }
    return spots;
}

} // namespace tandem
