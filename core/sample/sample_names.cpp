// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample_names.h"

#include <array>

namespace tandem {
namespace {

using Texts = std::span<const std::string_view>;

constexpr std::array kFirstNames = std::to_array<std::string_view>(
    {"Aud",      "Benedikt", "Carys",  "Dario",    "Elke",    "Fintan",  "Gudrun", "Hamza",
     "Ilona",    "Jarle",    "Katrin", "Levente",  "Maëlle",  "Nikos",   "Odile",  "Pau",
     "Rosalind", "Sander",   "Teresa", "Ulrich",   "Vilma",   "Wouter",  "Xenia",  "Ylva",
     "Zoltán",   "Aurélie",  "Björn",  "Catarina", "Domagoj", "Eira",    "Frode",  "Ghislaine",
     "Henk",     "Iker",     "Jitka",  "Kwame",    "Ludmila", "Murray",  "Nuala",  "Oskar",
     "Perpetua", "Quirin",   "Ragna",  "Silvio",   "Tove",    "Umberto", "Verena", "Wanjiru",
     "Anders",   "Brónagh",  "Cosima", "Dirk",     "Esmé",    "Florian", "Greet",  "Hilde",
     "Imre",     "Josefien", "Kacper", "Leonie",   "Mihai",   "Noreen",  "Orla",   "Piotr"});

constexpr std::array kLastNames = std::to_array<std::string_view>(
    {"Aaldering", "Bexley",    "Carnogursky", "Dunmore",    "Eberhart",    "Fagerlund", "Grimaldo",
     "Hartnett",  "Ibarrola",  "Jeppesen",    "Kowalik",    "Lecomte",     "Mortlake",  "Nygård",
     "O’Hanlon",  "Pellegrin", "Quist",       "Rautio",     "Saldanha",    "Thorsby",   "Uhlmann",
     "Verhaegen", "Wrigley",   "Yardley",     "Zubiri",     "Almqvist",    "Brandsma",  "Corcoran",
     "Dvorak",    "Ekelund",   "Ferreiro",    "Gallagher",  "Hoekstra",    "Ivarsson",  "Janssens",
     "Kellner",   "Lundgren",  "Marchetti",   "Novotny",    "Ostrander",   "Paszek",    "Quarles",
     "Rosendahl", "Strand",    "Tamm",        "Ullathorne", "Vasconcelos", "Winterton", "Ystad",
     "Zeller",    "Ambrose",   "Bielik",      "Ciobanu",    "Delacroix",   "Esteve",    "Fjeld",
     "Granberg",  "Huszár",    "Innis",       "Juhl",       "Keane",       "Lindahl",   "Moravec",
     "Norrington"});

constexpr std::array kStems = std::to_array<std::string_view>(
    {"Alderbrook", "Brinewick",   "Copperfell", "Dovermoor",   "Eskdale Vale", "Fernhollow",
     "Grünwald",   "Havnsund",    "Isarbogen",  "Juniper Row", "Kilbarrow",    "Lindenau",
     "Marlowe",    "Nettlecombe", "Oudekerk",   "Pinhal",      "Quernmore",    "Ravensby",
     "Sandvika",   "Tormore",     "Ulverton",   "Valdoré",     "Westergrove",  "Yewtree",
     "Zwaluw",     "Appeldoorn",  "Blauwhaven", "Casterley",   "Donegore",     "Elmbridge",
     "Fjordheim",  "Glenrossie",  "Hollandia",  "Invermark",   "Jarlsby",      "Karstfeld",
     "Löwental",   "Montclair",   "Nordlund",   "Ostermark",   "Penhallow",    "Rosendal",
     "Saltmarsh",  "Tamarisk",    "Urdal",      "Vennebeck",   "Whinfell",     "Ystrad"});

constexpr std::array kDairy = std::to_array<std::string_view>({"Dairy", "Creamery", "Milk"});
constexpr std::array kBrewing = std::to_array<std::string_view>({"Brewery", "Ales", "Brewing"});
constexpr std::array kSoft = std::to_array<std::string_view>({"Drinks", "Juices", "Cordials"});
constexpr std::array kMeat = std::to_array<std::string_view>({"Meats", "Charcuterie"});
constexpr std::array kBakery = std::to_array<std::string_view>({"Bakeries", "Mills", "Biscuits"});
constexpr std::array kFruit = std::to_array<std::string_view>({"Orchards", "Preserves", "Greens"});
constexpr std::array kWater = std::to_array<std::string_view>({"Springs", "Mineral Water"});
constexpr std::array kSweets = std::to_array<std::string_view>({"Confectionery", "Chocolate"});

constexpr std::array kIndustries = std::to_array<SampleIndustry>({
    {"Dairy", kDairy},
    {"Brewing", kBrewing},
    {"Soft drinks", kSoft},
    {"Meat", kMeat},
    {"Bakery", kBakery},
    {"Fruit and vegetables", kFruit},
    {"Mineral water", kWater},
    {"Confectionery", kSweets},
});

constexpr std::array kPlaces = std::to_array<SamplePlace>({
    {"United Kingdom", "Leeds"},   {"United Kingdom", "Bristol"}, {"United Kingdom", "Perth"},
    {"United Kingdom", "Norwich"}, {"Ireland", "Cork"},           {"Ireland", "Sligo"},
    {"Netherlands", "Zwolle"},     {"Netherlands", "Breda"},      {"Belgium", "Ghent"},
    {"Belgium", "Namur"},          {"Germany", "Kempten"},        {"Germany", "Bremen"},
    {"Germany", "Erfurt"},         {"Denmark", "Aarhus"},         {"Norway", "Hamar"},
    {"Sweden", "Örebro"},          {"France", "Rennes"},          {"France", "Annecy"},
    {"Spain", "Lleida"},           {"Portugal", "Aveiro"},        {"Poland", "Poznań"},
    {"Austria", "Linz"},
});

constexpr std::array kOperations = std::to_array<std::string_view>(
    {"Head of operations", "Plant manager", "Site director", "Production manager"});
constexpr std::array kMaintenance = std::to_array<std::string_view>(
    {"Maintenance lead", "Utilities engineer", "Technical manager", "Head of engineering"});
constexpr std::array kPurchasing = std::to_array<std::string_view>(
    {"Purchasing manager", "Head of procurement", "Category buyer, utilities"});
constexpr std::array kSustainability = std::to_array<std::string_view>(
    {"Sustainability lead", "Environment manager", "Energy and water manager"});
constexpr std::array kAnybody = std::to_array<std::string_view>(
    {"Quality manager", "Controller", "Project engineer", "Student", "Consultant", ""});

constexpr std::array kTalked = std::to_array<std::string_view>({
    "Loses about 4 m³ an hour at night and does not know where. Wants a figure before the budget "
    "round.",
    "Read the guide twice. Their own meters stop at the boundary.",
    "Interested, but line 2 is being rebuilt until autumn. Call after the restart.",
    "Asked who else runs it in dairies. Sent the case.",
    "Water price went up a third; the board asks for savings this year.",
    "Wants to see it fitted without stopping the line.",
    "Has a quote from a competitor, higher, with a yearly licence.",
    "Decides together with maintenance. Set up a call with both.",
    "Their auditor found the meter log has gaps. Needs proof by year’s end.",
    "Two plants, the smaller one first. About 30 metering points.",
    "Friendly. No project now, budget opens in spring.",
    "Rinse water is the worry, less the mains.",
});
constexpr std::array kNotReached = std::to_array<std::string_view>(
    {"Rang out.", "On shift, back after two.", "On leave until Monday.", "Left word at the gate.",
     "No direct number, switchboard took a message.", "In a meeting, try early."});
constexpr std::array kQuestion = std::to_array<std::string_view>(
    {"Does it need a stop of the line?", "What does an audit of one hall cost?",
     "Can it read our old pulse meters?", "Is there a case from a brewery of our size?",
     "How long until it pays back?", "Do you also work through our pump fitter?"});
constexpr std::array kVisit = std::to_array<std::string_view>(
    {"Stood at the cut-away pipe for ten minutes.", "Took the audit checklist along.",
     "Came with a colleague from maintenance.", "Wants a visit after the fair."});
constexpr std::array kMeeting = std::to_array<std::string_view>(
    {"Walked halls 1 and 2. Two dripping rinse valves found on the way.",
     "Night flow measured: 11 % of intake goes nowhere.",
     "Maintenance is for it, purchasing wants a second year of warranty.",
     "Agreed on twelve points for a trial.", "They want the audit credited against the meters.",
     "Showed the dairy case. Questions about data staying on site."});
constexpr std::array kProposal = std::to_array<std::string_view>(
    {"Offer sent, payback 14 months.", "Second version, without the cold store.",
     "Purchasing asks for 60 days.", "Board meets on the 20th."});
constexpr std::array kAccount = std::to_array<std::string_view>(
    {"All meters report. Saved 6 % since fitting.", "Battery change at three points.",
     "Asked about the bottling hall as a next step.", "New plant manager, introduced ourselves.",
     "Happy to be named as a reference."});

constexpr std::array kReturned = std::to_array<std::string_view>(
    {"no budget this year", "no need now", "not the deciding person",
     "not reached after five tries", "too early, project next year", "data incomplete"});
constexpr std::array kDisqualified = std::to_array<std::string_view>(
    {"student or press", "competitor", "no water-using plant", "address not valid",
     "asked to be left alone", "outside our countries"});
constexpr std::array kLost = std::to_array<std::string_view>(
    {"price", "no decision", "competitor", "project postponed", "payback too long"});

} // namespace

Texts sampleFirstNames()
{
    return kFirstNames;
}

Texts sampleLastNames()
{
    return kLastNames;
}

Texts sampleCompanyStems()
{
    return kStems;
}

std::span<const SamplePlace> samplePlaces()
{
    return kPlaces;
}

std::span<const SampleIndustry> sampleIndustries()
{
    return kIndustries;
}

Texts sampleJobTitles(std::size_t persona)
{
    switch (persona) {
    case 0:
        return kOperations;
    case 1:
        return kMaintenance;
    case 2:
        return kPurchasing;
    case 3:
        return kSustainability;
    default:
        return kAnybody;
    }
}

Texts sampleNotes(SampleNote kind)
{
    switch (kind) {
    case SampleNote::Talked:
        return kTalked;
    case SampleNote::NotReached:
        return kNotReached;
    case SampleNote::Question:
        return kQuestion;
    case SampleNote::Visit:
        return kVisit;
    case SampleNote::Meeting:
        return kMeeting;
    case SampleNote::Proposal:
        return kProposal;
    case SampleNote::Account:
        return kAccount;
    }
    return kTalked;
}

Texts sampleReturnReasons()
{
    return kReturned;
}

Texts sampleDisqualifyReasons()
{
    return kDisqualified;
}

Texts sampleLossReasons()
{
    return kLost;
}

} // namespace tandem
