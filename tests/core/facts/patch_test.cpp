// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is edited, following the change gives the same facts as loading everything again.
#include "core/base/random.h"
#include "core/facts/load.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/support/facts_described.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

/// Edits a workbook at random through the store's functions.
class Editor {
public:
    Editor(const Reader& reader, Writer& writer, Random& random)
        : m_reader(reader), m_writer(writer), m_random(random)
    {
        valueOf(scanLeads(reader, [&](const LeadRecord& lead) {
            m_leads.push_back({lead.id});
            return true;
        }));
    }

    void doSomething(std::uint64_t what)
    {
        if (m_leads.empty() || what == 0) {
            addSomebody();
            return;
        }
        switch (what) {
        case 1:
            removeSomebody();
            break;
        case 2:
            changeSomebody();
            break;
        case 3:
        case 4:
            touch();
            break;
        case 5:
            changeTouch();
            break;
        case 6:
            enterStage();
            break;
        case 7:
            moveStage();
            break;
        case 8:
            deal();
            break;
        case 9:
            define();
            break;
        case 10:
            rename();
            break;
        default:
            spend();
            break;
        }
    }

private:
    template <class T>
    std::optional<T> oneOf(const std::vector<T>& list)
    {
        return list.empty() ? std::nullopt : std::optional(list[m_random.below(list.size())]);
    }
    template <class T>
    auto idOf(const std::vector<T>& list)
    {
        const auto one = m_random.chance(0.8) ? oneOf(list) : std::nullopt;
        return one ? std::optional(one->id) : std::nullopt;
    }
    std::string word() { return "w" + std::to_string(m_random.below(30)); }
    Instant instant()
    {
        return m_random.chance(0.1) ? kUndated : onDay(static_cast<double>(m_random.below(60)));
    }
    LeadId somebody() { return m_leads[m_random.below(m_leads.size())]; }

    void fill(Lead& lead)
    {
        lead.source = word();
        lead.company = idOf(valueOf(companies(m_reader)));
        lead.persona = idOf(valueOf(personas(m_reader)));
        lead.owner = idOf(valueOf(people(m_reader)));
        lead.country = m_random.chance(0.3) ? word() : "";
        lead.custom.clear();
        if (const auto field = idOf(valueOf(customFields(m_reader)))) {
            lead.custom.push_back({*field, word()});
        }
    }

    void addSomebody()
    {
        Lead lead;
        fill(lead);
        if (m_random.chance(0.5)) {
            lead.createdAt = onDay(static_cast<double>(m_random.below(60)));
        }
        m_leads.push_back(valueOf(addLead(m_writer, lead)));
    }

    void removeSomebody()
    {
        const std::size_t i = m_random.below(m_leads.size());
        valueOf(removeLead(m_writer, m_leads[i]));
        m_leads.erase(m_leads.begin() + static_cast<std::ptrdiff_t>(i));
    }

    void changeSomebody()
    {
        Lead changed = *valueOf(lead(m_reader, somebody()));
        fill(changed);
        valueOf(updateLead(m_writer, changed));
    }

    void touch()
    {
        Touch touch;
        touch.lead = somebody();
        touch.at = instant();
        touch.channel = word();
        touch.outcome = word();
        touch.direction = m_random.chance(0.5) ? Direction::In : Direction::Out;
        touch.campaign = idOf(valueOf(campaigns(m_reader)));
        touch.content = idOf(valueOf(contents(m_reader)));
        touch.person = idOf(valueOf(people(m_reader)));
        valueOf(addTouch(m_writer, touch));
    }

    void changeTouch()
    {
        if (const auto before = oneOf(valueOf(touchesOf(m_reader, somebody())))) {
            if (m_random.chance(0.4)) {
                valueOf(removeTouch(m_writer, *before));
                return;
            }
            Touch after = *before;
            after.lead = somebody();
            after.at = instant();
            valueOf(updateTouch(m_writer, *before, after));
        }
    }

    void enterStage()
    {
        const LeadId lead = somebody();
        const auto changes = valueOf(stageChangesOf(m_reader, lead));
        if (!changes.empty() && m_random.chance(0.3)) {
            valueOf(removeStageChange(m_writer, *oneOf(changes)));
            return;
        }
        const Stage to = *oneOf(valueOf(stages(m_reader)));
        valueOf(addStageChange(m_writer, {{}, lead, instant(), {}, to.id, {}, ""}));
    }

    /// A new stage in the middle, or two that change places.
    void moveStage()
    {
        std::vector<Stage> list = valueOf(stages(m_reader));
        if (m_random.chance(0.3) && list.size() < 30) {
            Stage fresh;
            fresh.name = word();
            valueOf(addStage(m_writer, fresh));
            return;
        }
        std::swap(list[2].rank, list[3].rank);
        valueOf(updateStage(m_writer, list[2]));
        valueOf(updateStage(m_writer, list[3]));
    }

    void deal()
    {
        Deal deal;
        if (const auto known = oneOf(valueOf(deals(m_reader))); known && m_random.chance(0.5)) {
            deal = *known;
            if (m_random.chance(0.4)) {
                valueOf(removeDeal(m_writer, deal.id));
                return;
            }
        }
        deal.name = word();
        deal.lead = somebody();
        deal.campaign = idOf(valueOf(campaigns(m_reader)));
        deal.company = idOf(valueOf(companies(m_reader)));
        deal.owner = idOf(valueOf(people(m_reader)));
        deal.amount = Money{static_cast<std::int64_t>(m_random.below(1000))};
        if (deal.id.value == 0) {
            valueOf(addDeal(m_writer, deal));
        } else {
            valueOf(updateDeal(m_writer, deal));
        }
    }

    void define()
    {
        switch (m_random.below(6)) {
        case 0:
            valueOf(addPersona(m_writer, {{}, word() + "p", "", "", ""}));
            break;
        case 1:
            valueOf(addCompany(m_writer, {{}, word() + "c", word(), word(), word(), ""}));
            break;
        case 2: {
            Campaign campaign;
            campaign.name = word() + std::to_string(m_random.next());
            campaign.persona = idOf(valueOf(personas(m_reader)));
            valueOf(addCampaign(m_writer, campaign));
            break;
        }
        case 3: {
            Content content;
            content.title = word();
            valueOf(addContent(m_writer, content));
            break;
        }
        case 4:
            valueOf(addPerson(
                m_writer, {{}, word() + std::to_string(m_random.next()), "", Team::Sales, true}));
            break;
        default:
            valueOf(addCustomField(m_writer,
                                   {{}, "f" + std::to_string(m_random.next()), FieldType::Text}));
            break;
        }
    }

    void rename()
    {
        if (auto field = oneOf(valueOf(customFields(m_reader))); field && m_random.chance(0.3)) {
            field->name = "g" + std::to_string(m_random.next());
            valueOf(updateCustomField(m_writer, *field));
        } else if (auto campaign = oneOf(valueOf(campaigns(m_reader)));
                   campaign && m_random.chance(0.5)) {
            campaign->name = word() + std::to_string(m_random.next());
            valueOf(updateCampaign(m_writer, *campaign));
        } else if (auto persona = oneOf(valueOf(personas(m_reader))); persona) {
            if (m_random.chance(0.5)) {
                valueOf(removePersona(m_writer, persona->id));
                return;
            }
            persona->name = word() + std::to_string(m_random.next());
            valueOf(updatePersona(m_writer, *persona));
        }
    }

    void spend()
    {
        CostEntry cost;
        cost.at = instant();
        cost.campaign = idOf(valueOf(campaigns(m_reader)));
        cost.amount = Money{static_cast<std::int64_t>(m_random.below(1000))};
        valueOf(addCost(m_writer, cost));
        valueOf(setAudienceCount(m_writer, {{},
                                            "web",
                                            Day{static_cast<int>(m_random.below(3))},
                                            AudienceMeasure::Visitors,
                                            static_cast<std::int64_t>(m_random.below(50))}));
    }

    const Reader& m_reader;
    Writer& m_writer;
    Random& m_random;
    std::vector<LeadId> m_leads;
};

} // namespace

TEST_CASE("facts that follow every edit are those loaded anew")
{
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        const TempFolder folder;
        Workbook workbook = makeWorkbook(folder, "Ada: Contact@1 MQL@2 | email@3\n"
                                                 "Ben: Contact? | phone? email@9 email@10\nCy:\n");
        Random random(seed);
        Facts facts = valueOf(loadFacts(workbook));
        for (int round = 0; round < 25; ++round) {
            Change change;
            const std::uint64_t choice = random.below(10);
            if (choice < 7) {
                const std::uint64_t steps = choice < 5 ? 1 : 1 + random.below(8);
                change = valueOf(workbook.edit({}, "Step", [&](Writer& writer) -> Result<void> {
                    Editor editor(workbook.reader(), writer, random);
                    for (std::uint64_t i = 0; i < steps; ++i) {
                        editor.doSomething(random.below(12));
                    }
                    return {};
                }));
            } else {
                const auto taken = valueOf(choice < 9 ? workbook.undo() : workbook.redo());
                change = taken.value_or(Change{});
            }
            valueOf(patchFacts(facts, workbook, change));
            REQUIRE(described(facts) == described(valueOf(loadFacts(workbook))));
        }
    }
}

TEST_CASE("a lead removed leaves its deals without one, also in the facts")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder, "Ada:\nBen:\n");
    Facts facts = valueOf(loadFacts(workbook));
    Change change = valueOf(workbook.edit({}, "Deal", [&](Writer& writer) -> Result<void> {
        Deal deal;
        deal.lead = facts.leadIds[0];
        valueOf(addDeal(writer, deal));
        deal.lead = facts.leadIds[1];
        valueOf(addDeal(writer, deal));
        return {};
    }));
    valueOf(patchFacts(facts, workbook, change));
    CHECK(facts.deals[1].lead == LeadRow{1});
    change = valueOf(workbook.edit(
        {}, "Remove", [&](Writer& writer) { return removeLead(writer, facts.leadIds[0]); }));
    valueOf(patchFacts(facts, workbook, change));
    CHECK_FALSE(facts.deals[0].lead);
    CHECK(facts.deals[1].lead == LeadRow{0});
}

TEST_CASE("the workbook's currency and time zone follow")
{
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    Facts facts = valueOf(loadFacts(workbook));
    WorkbookInfo info = workbook.info();
    info.currency = "USD";
    info.timeZone = valueOf(TimeZone::named("Asia/Tokyo"));
    valueOf(patchFacts(facts, workbook, valueOf(workbook.setInfo({}, info))));
    CHECK(facts.currency == "USD");
    CHECK(facts.timeZone.name() == "Asia/Tokyo");
}
