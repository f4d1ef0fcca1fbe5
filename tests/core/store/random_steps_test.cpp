// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Random steps, taken back and done again: the content must be the very same at every point.
#include "core/base/random.h"
#include "core/store/bulk.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/scan.h"
#include "tests/support/workbooks.h"

#include <catch2/catch.hpp>

using namespace tandem;
using namespace tandem::test;

namespace {

/// Does random things to a workbook through the store's functions.
class Wanderer {
public:
    Wanderer(Writer& writer, Random& random) : m_writer(writer), m_random(random)
    {
        valueOf(scanLeads(writer, [&](const LeadRecord& lead) {
            m_leads.push_back({lead.id});
            return true;
        }));
    }

    void doSomething()
    {
        switch (m_random.below(14)) {
        case 0:
        case 1:
            addSomeLeads();
            break;
        case 2:
        case 3:
            addSomeTouches();
            break;
        case 4:
            changeLead();
            break;
        case 5:
            removeSomeLead();
            break;
        case 6:
            moveTouch();
            break;
        case 7:
            dropTouch();
            break;
        case 8:
            changeStage();
            break;
        case 9:
            definePersona();
            break;
        case 10:
            dealWithDeals();
            break;
        case 11:
            renameCompany();
            break;
        case 12:
            countAndSpend();
            break;
        default:
            dropStageChange();
            break;
        }
    }

private:
    template <class T>
    const T& oneOf(const std::vector<T>& list)
    {
        return list[m_random.below(list.size())];
    }

    std::string word() { return "w" + std::to_string(m_random.below(1000)); }
    Instant instant()
    {
        return m_random.chance(0.1) ? kUndated : onDay(static_cast<double>(m_random.below(60)));
    }

    CustomFieldId field()
    {
        const std::vector<CustomField> fields = valueOf(customFields(m_writer));
        if (fields.size() < 3) {
            return valueOf(addCustomField(m_writer, {{}, word(), FieldType::Text}));
        }
        return oneOf(fields).id;
    }

    std::optional<CompanyId> company()
    {
        const std::vector<Company> known = valueOf(companies(m_writer));
        if (known.empty() || m_random.chance(0.3)) {
            return valueOf(addCompany(m_writer, {{}, word(), word(), "", "", ""}));
        }
        return m_random.chance(0.2) ? std::nullopt : std::optional(oneOf(known).id);
    }

    std::optional<PersonaId> persona()
    {
        const std::vector<Persona> known = valueOf(personas(m_writer));
        return known.empty() ? std::nullopt : std::optional(oneOf(known).id);
    }

    void addSomeLeads()
    {
        std::vector<Lead> leads(1 + m_random.below(m_random.chance(0.1) ? 70 : 12));
        for (Lead& lead : leads) {
            lead.name = word() + " " + word();
            lead.email = m_random.chance(0.5) ? word() + "@x.org" : "";
            if (m_random.chance(0.2)) {
                lead.company = company();
                lead.persona = persona();
            }
            if (m_random.chance(0.1)) {
                lead.custom = {{field(), word()}};
            }
        }
        const LeadId first = valueOf(addLeads(m_writer, leads));
        for (std::size_t i = 0; i < leads.size(); ++i) {
            m_leads.push_back({first.value + static_cast<std::int64_t>(i)});
        }
    }

    void addSomeTouches()
    {
        if (m_leads.empty()) {
            return;
        }
        std::vector<Touch> touches(1 + m_random.below(m_random.chance(0.1) ? 80 : 15));
        for (Touch& touch : touches) {
            touch.lead = oneOf(m_leads);
            touch.at = instant();
            touch.channel = word();
        }
        valueOf(addTouches(m_writer, touches));
    }

    void changeLead()
    {
        if (m_leads.empty()) {
            return;
        }
        Lead changed = *valueOf(lead(m_writer, oneOf(m_leads)));
        changed.name = word();
        changed.company = company();
        changed.score = m_random.chance(0.5) ? std::optional(m_random.uniform()) : std::nullopt;
        changed.custom.clear();
        if (m_random.chance(0.7)) {
            changed.custom = {{field(), word()}};
        }
        valueOf(updateLead(m_writer, changed));
    }

    void removeSomeLead()
    {
        if (!m_leads.empty()) {
            const std::size_t i = m_random.below(m_leads.size());
            valueOf(removeLead(m_writer, m_leads[i]));
            m_leads.erase(m_leads.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    std::optional<Touch> someTouch()
    {
        if (m_leads.empty()) {
            return std::nullopt;
        }
        const std::vector<Touch> touches = valueOf(touchesOf(m_writer, oneOf(m_leads)));
        return touches.empty() ? std::nullopt : std::optional(oneOf(touches));
    }

    void moveTouch()
    {
        if (const std::optional<Touch> before = someTouch()) {
            Touch after = *before;
            after.lead = oneOf(m_leads);
            after.at = instant();
            after.note = word();
            valueOf(updateTouch(m_writer, *before, after));
        }
    }

    void dropTouch()
    {
        if (const std::optional<Touch> touch = someTouch()) {
            valueOf(removeTouch(m_writer, *touch));
        }
    }

    void changeStage()
    {
        if (!m_leads.empty()) {
            const StageId to = oneOf(valueOf(stages(m_writer))).id;
            valueOf(addStageChange(m_writer, {{}, oneOf(m_leads), instant(), {}, to, {}, word()}));
        }
    }

    void dropStageChange()
    {
        if (!m_leads.empty()) {
            const std::vector<StageChange> changes =
                valueOf(stageChangesOf(m_writer, oneOf(m_leads)));
            if (!changes.empty()) {
                valueOf(removeStageChange(m_writer, oneOf(changes)));
            }
        }
    }

    void definePersona()
    {
        const std::optional<PersonaId> known = persona();
        if (!known || m_random.chance(0.4)) {
            valueOf(addPersona(m_writer, {{}, word(), "", "", ""}));
        } else if (m_random.chance(0.5)) {
            valueOf(updatePersona(m_writer, {*known, word(), word(), "", ""}));
        } else {
            valueOf(removePersona(m_writer, *known));
        }
    }

    void dealWithDeals()
    {
        const std::vector<Deal> known = valueOf(deals(m_writer));
        Deal deal;
        if (!known.empty() && m_random.chance(0.5)) {
            deal = oneOf(known);
            if (m_random.chance(0.3)) {
                valueOf(removeDeal(m_writer, deal.id));
                return;
            }
        }
        deal.name = word();
        deal.amount = Money{static_cast<std::int64_t>(m_random.below(100'000))};
        deal.lead = m_leads.empty() ? std::nullopt : std::optional(oneOf(m_leads));
        if (deal.id.value == 0) {
            valueOf(addDeal(m_writer, deal));
        } else {
            valueOf(updateDeal(m_writer, deal));
        }
    }

    void renameCompany()
    {
        const std::vector<Company> known = valueOf(companies(m_writer));
        if (!known.empty()) {
            Company renamed = oneOf(known);
            renamed.name = word();
            valueOf(updateCompany(m_writer, renamed));
        }
    }

    void countAndSpend()
    {
        const Day day{static_cast<int>(m_random.below(3))};
        valueOf(setAudienceCount(m_writer, {{},
                                            "web",
                                            day,
                                            AudienceMeasure::Visitors,
                                            static_cast<std::int64_t>(m_random.below(50))}));
        CostEntry cost;
        cost.at = instant();
        cost.amount = {static_cast<std::int64_t>(m_random.below(5000))};
        valueOf(addCost(m_writer, cost));
        valueOf(saveMapping(m_writer, {"m", "leads", word(), "{}"}));
    }

    Writer& m_writer;
    Random& m_random;
    std::vector<LeadId> m_leads;
};

void wander(std::uint64_t seed)
{
    INFO("seed " << seed);
    const TempFolder folder;
    Workbook workbook = makeWorkbook(folder);
    Random random(seed);
    // contents[i]: after i steps of which something remained.
    std::vector<std::string> contents{contentOf(workbook)};
    std::size_t at = 0;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t choice = random.below(10);
        if (choice < 6) {
            const auto work = [&](Writer& writer) -> Result<void> {
                Wanderer wanderer(writer, random);
                for (std::uint64_t n = 1 + random.below(10); n > 0; --n) {
                    wanderer.doSomething();
                }
                return {};
            };
            // A step may leave the content as it was, by adding and removing again.
            const std::vector<JournalEntry> before = valueOf(workbook.history(1));
            valueOf(choice < 3 ? workbook.edit({}, "Step", work)
                               : workbook.bulkEdit({}, "Bulk", work));
            const std::vector<JournalEntry> after = valueOf(workbook.history(1));
            if (!after.empty() && (before.empty() || after.front().id != before.front().id)) {
                contents.resize(++at);
                contents.push_back(contentOf(workbook));
            }
        } else if (choice < 8) {
            REQUIRE(valueOf(workbook.undo()).has_value() == (at > 0));
            at -= at > 0 ? 1 : 0;
        } else {
            const bool possible = at + 1 < contents.size();
            REQUIRE(valueOf(workbook.redo()).has_value() == possible);
            at += possible ? 1 : 0;
        }
        REQUIRE((contentOf(workbook) == contents[at]));
    }
    CHECK(valueOf(workbook.check()).empty());
    while (valueOf(workbook.undo())) {
        REQUIRE((contentOf(workbook) == contents[--at]));
    }
    CHECK(at == 0);
    while (valueOf(workbook.redo())) {
        REQUIRE((contentOf(workbook) == contents[++at]));
    }
    CHECK(valueOf(workbook.check()).empty());
}

} // namespace

TEST_CASE("random steps, undone and redone in any order, give the same content every time")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        wander(seed);
    }
}
