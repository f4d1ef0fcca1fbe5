// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/presets.h"

#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace tandem {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kStageWordsFile = "stage_words.json";

Preset presetFrom(std::string_view text)
{
    const Json json = Json::parse(text);
    Preset preset;
    preset.system = json.at("system").get<std::string>();
    preset.enough = json.at("enough").get<std::size_t>();
    for (const Json& column : json.at("signature")) {
        preset.signature.push_back(headerWord(column.get<std::string>()));
    }
    for (const auto& [word, fields] : json.at("kinds").items()) {
        Preset::Kind kind;
        kind.kind = kindFromWord(word).value();
        for (const auto& [field, aliases] : fields.items()) {
            std::vector<std::string> words;
            for (const Json& alias : aliases) {
                words.push_back(headerWord(alias.get<std::string>()));
            }
            kind.fields.emplace_back(field, std::move(words));
        }
        preset.kinds.push_back(std::move(kind));
    }
    return preset;
}

const std::vector<Preset>& allPresets()
{
    static const std::vector<Preset> presets = [] {
        std::vector<Preset> out;
        for (const EmbeddedFile& file : kPresetFiles) {
            if (file.name != kStageWordsFile) {
                out.push_back(presetFrom(file.text));
            }
        }
        return out;
    }();
    return presets;
}

std::size_t signatureColumns(const Preset& preset, const std::vector<std::string>& headerWords)
{
    std::size_t found = 0;
    for (const std::string& word : preset.signature) {
        if (std::find(headerWords.begin(), headerWords.end(), word) != headerWords.end()) {
            ++found;
        }
    }
    return found;
}

} // namespace

std::string headerWord(std::string_view column)
{
    std::string out;
    for (const char c : folded(column)) {
        const bool ascii = static_cast<unsigned char>(c) < 0x80;
        if (!ascii || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out += c;
        }
    }
    return out;
}

const std::vector<std::string>& Preset::aliases(RecordKind kind, std::string_view field) const
{
    static const std::vector<std::string> none;
    for (const Kind& one : kinds) {
        if (one.kind != kind) {
            continue;
        }
        for (const auto& [name, words] : one.fields) {
            if (name == field) {
                return words;
            }
        }
    }
    return none;
}

bool Preset::knows(RecordKind kind) const
{
    return std::any_of(kinds.begin(), kinds.end(),
                       [kind](const Kind& one) { return one.kind == kind; });
}

const std::vector<Preset>& programPresets()
{
    static const std::vector<Preset> presets = [] {
        std::vector<Preset> out = allPresets();
        std::erase_if(out, [](const Preset& preset) { return preset.system.empty(); });
        return out;
    }();
    return presets;
}

const Preset& plainPreset()
{
    static const Preset plain = [] {
        for (const Preset& preset : allPresets()) {
            if (preset.system.empty()) {
                return preset;
            }
        }
        return Preset{};
    }();
    return plain;
}

const Preset* presetFor(const std::vector<std::string>& headerWords)
{
    const Preset* best = nullptr;
    std::size_t most = 0;
    for (const Preset& preset : programPresets()) {
        const std::size_t found = signatureColumns(preset, headerWords);
        if (found >= preset.enough && found > most) {
            best = &preset;
            most = found;
        }
    }
    return best;
}

std::optional<std::string> stageForWord(std::string_view word)
{
    static const std::unordered_map<std::string, std::string> stages = [] {
        std::unordered_map<std::string, std::string> out;
        for (const EmbeddedFile& file : kPresetFiles) {
            if (file.name != kStageWordsFile) {
                continue;
            }
            const Json json = Json::parse(file.text);
            for (const auto& [stage, words] : json.items()) {
                for (const Json& known : words) {
                    out.emplace(headerWord(known.get<std::string>()), stage);
                }
            }
        }
        return out;
    }();
    const auto found = stages.find(headerWord(word));
    if (found == stages.end()) {
        return std::nullopt;
    }
    return found->second;
}

} // namespace tandem
