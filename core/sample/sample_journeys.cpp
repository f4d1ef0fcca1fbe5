// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sample/sample_leads.h"
#include "core/sample/sample_names.h"
#include "core/sample/sample_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tandem {
namespace {

/// How one step of the way usually goes.
struct StepPlan {
    double share;  ///< of the average leads that take it
    double median; ///< days
    double spread; ///< of the logarithm of the days
};

constexpr StepPlan kToIql{0.72, 4.5, 0.9};
constexpr StepPlan kToMql{0.62, 9.0, 0.75};
constexpr StepPlan kToSql{0.38, 4.5, 0.7};
constexpr StepPlan kToSqlSinceChange{0.22, 9.0, 0.75};
constexpr StepPlan kToOpportunity{0.62, 8.0, 0.7};
constexpr StepPlan kToClose{0.37, 40.0, 0.55};
constexpr StepPlan kRecycled{0.14, 80.0, 0.4};

/// The way of one lead through the funnel, with everything that is written down of it.
class Journey {
public:
    Journey(SampleCompany& company, LeadId id, const SampleStart& start, Instant now,
            const TimeZone& zone, std::string_view currency, std::uint64_t seed)
        : m_company(company), m_start(start), m_now(now), m_zone(zone), m_currency(currency),
          m_random(seed)
    {
        m_lead = sampleLead(company, start, m_random);
        m_lead.id = id;
        m_odds = sampleOdds(company, m_lead, start);
        m_marketer = PersonId{static_cast<std::int64_t>(m_random.below(kSampleMarketers)) + 1};
        m_change = zone.startOf(company.regionChange);
        m_region = static_cast<std::size_t>(m_lead.company->value) % kSampleSellers;
    }

    void run();

private:
    double chanceOf(double share) const { return m_odds * share / (1 - share + m_odds * share); }
    PersonId seller(Instant at) const
    {
        const std::size_t region = at < m_change ? m_region : (m_region * 2 + 1) % kSampleSellers;
        return PersonId{static_cast<std::int64_t>(kSampleMarketers + region) + 1};
    }
    Instant after(Instant from, double median, double spread, bool atHome = false);
    Instant between(Instant from, Instant to, bool atHome);
    bool enter(std::string_view stage, Instant at, std::optional<PersonId> by,
               std::string_view reason = {});
    int countAround(double mean);
    void touch(Instant at, std::string_view channel, Direction direction, Team team,
               std::string_view outcome, std::optional<SampleNote> note = {},
               double noteChance = 0.5);
    std::optional<ContentId> contentFor(std::string_view stage);
    void mail(Instant at, std::optional<CampaignId> campaign, std::string_view stage);
    void marketingTouches(Instant from, Instant to, double mean, std::string_view stage);
    void salesTries(Instant from, Instant to, double mean);
    void salesWork(Instant from, Instant to, double mean);
    void newsletters(Instant from, Instant to);
    void arrive();
    bool leave(Instant from, double nurture, double disqualified, double days);
    void sell(Instant from);
    Deal& openDeal(Instant at, std::string_view type);
    bool closeDeal(Deal& deal, Instant at, bool won);
    void stayCustomer(Instant from);
    void finish();

    SampleCompany& m_company;
    const SampleStart& m_start;
    Instant m_now;
    const TimeZone& m_zone;
    std::string_view m_currency;
    Random m_random;
    Lead m_lead;
    double m_odds = 1;
    PersonId m_marketer;
    Instant m_change;
    std::size_t m_region = 0;
    std::vector<StageChange> m_changes;
    std::vector<Touch> m_touches;
    std::vector<Deal> m_deals;
};

Instant Journey::after(Instant from, double median, double spread, bool atHome)
{
    const double days = median * std::exp(spread * m_random.normal());
    const Instant about{from.seconds + std::llround(days * kSecondsPerDay)};
    const Instant at = sampleInstant(m_zone.dayOf(about), m_zone, atHome, m_random);
    if (at > from) {
        return at;
    }
    return Instant{from.seconds + 600 + static_cast<std::int64_t>(m_random.below(5'400))};
}

Instant Journey::between(Instant from, Instant to, bool atHome)
{
    const auto span = static_cast<double>(to.seconds - from.seconds);
    const Instant about{from.seconds + std::llround(span * m_random.uniform())};
    const Instant at = sampleInstant(m_zone.dayOf(about), m_zone, atHome, m_random);
    return at > from && at < to ? at : about;
}

bool Journey::enter(std::string_view stage, Instant at, std::optional<PersonId> by,
                    std::string_view reason)
{
    if (at >= m_now) {
        return false;
    }
    StageChange change;
    change.lead = m_lead.id;
    change.at = at;
    if (!m_changes.empty()) {
        change.from = m_changes.back().to;
    }
    change.to = sampleStage(stage);
    change.person = by;
    change.reason = reason;
    m_changes.push_back(std::move(change));
    return true;
}

int Journey::countAround(double mean)
{
    // Knuth's way to a Poisson number; the means are small.
    const double limit = std::exp(-mean);
    int count = 0;
    for (double product = m_random.uniform(); product > limit; product *= m_random.uniform()) {
        ++count;
    }
    return count;
}

void Journey::touch(Instant at, std::string_view channel, Direction direction, Team team,
                    std::string_view outcome, std::optional<SampleNote> note, double noteChance)
{
    Touch touch;
    touch.lead = m_lead.id;
    touch.at = at;
    touch.channel = channel;
    touch.direction = direction;
    touch.team = team;
    touch.outcome = outcome;
    if (direction == Direction::Out) {
        touch.person = team == Team::Sales ? seller(at) : m_marketer;
    }
    if (note && m_random.chance(noteChance)) {
        touch.note = pick(sampleNotes(*note), m_random);
    }
    m_touches.push_back(std::move(touch));
}

std::optional<ContentId> Journey::contentFor(std::string_view stage)
{
    std::vector<ContentId> fitting;
    for (const Content& content : m_company.contents) {
        if (content.stage == sampleStage(stage) &&
            (content.persona == m_lead.persona || m_random.chance(0.3))) {
            fitting.push_back(content.id);
        }
    }
    if (fitting.empty()) {
        return {};
    }
    return fitting[m_random.below(fitting.size())];
}

void Journey::mail(Instant at, std::optional<CampaignId> campaign, std::string_view stage)
{
    touch(at, "email", Direction::Out, Team::Marketing, "sent");
    m_touches.back().campaign = campaign;
    m_touches.back().content = contentFor(stage);
    if (m_random.chance(0.27)) {
        const std::optional<ContentId> content = m_touches.back().content;
        const Instant answer{at.seconds + 300 + std::llround(m_random.exponential(14'000))};
        touch(answer, "email", Direction::In, Team::Marketing,
              m_random.chance(0.85) ? "clicked" : "replied");
        m_touches.back().campaign = campaign;
        m_touches.back().content = content;
    }
}

void Journey::marketingTouches(Instant from, Instant to, double mean, std::string_view stage)
{
    const auto campaign =
        m_start.campaign ? std::optional(m_company.campaigns[*m_start.campaign].id) : std::nullopt;
    for (int left = countAround(mean); left > 0; --left) {
        const Instant at = between(from, to, false);
        if (m_random.chance(0.72)) {
            mail(at, m_random.chance(0.7) ? campaign : std::nullopt, stage);
        } else if (m_random.chance(0.7)) {
            touch(at, "website", Direction::In, Team::Marketing, "visited");
        } else {
            touch(at, "chat", Direction::In, Team::Marketing, "asked a question",
                  SampleNote::Question, 0.8);
        }
    }
}

void Journey::salesTries(Instant from, Instant to, double mean)
{
    for (int left = countAround(mean); left > 0; --left) {
        const Instant at = between(from, to, false);
        if (m_random.chance(0.22)) {
            touch(at, "email", Direction::Out, Team::Sales, "sent");
        } else if (m_random.chance(at < m_change ? 0.38 : 0.24)) {
            touch(at, "phone", Direction::Out, Team::Sales, "talked", SampleNote::Talked, 0.75);
        } else {
            touch(at, "phone", Direction::Out, Team::Sales,
                  m_random.chance(0.7) ? "not reached" : "left a message", SampleNote::NotReached);
        }
    }
}

void Journey::salesWork(Instant from, Instant to, double mean)
{
    for (int left = countAround(from < m_change ? mean : 0.7 * mean); left > 0; --left) {
        const Instant at = between(from, to, false);
        const double kind = m_random.uniform();
        if (kind < 0.34) {
            touch(at, "phone", Direction::Out, Team::Sales, "talked", SampleNote::Talked, 0.7);
        } else if (kind < 0.6) {
            touch(at, "meeting", Direction::Out, Team::Sales,
                  m_random.chance(0.85) ? "held" : "put off", SampleNote::Meeting, 0.8);
        } else if (kind < 0.85) {
            touch(at, "email", Direction::Out, Team::Sales, "sent", SampleNote::Proposal, 0.4);
            m_touches.back().content = contentFor("Opportunity");
        } else {
            touch(at, "email", Direction::In, Team::Sales, "replied");
        }
    }
}

void Journey::newsletters(Instant from, Instant to)
{
    if (m_lead.consent.empty() || m_changes.back().to == sampleStage("Disqualified")) {
        return;
    }
    const CampaignId ledger = m_company.campaigns[7].id;
    Instant at = from;
    while (true) {
        at = after(at, 31, 0.1);
        if (at >= to) {
            return;
        }
        if (m_random.chance(0.36)) {
            mail(at, ledger, "IQL");
        }
    }
}

void Journey::arrive()
{
    const Instant at = m_start.at;
    if (!m_start.campaign) {
        touch(at, "website", Direction::In, Team::Marketing, "visited");
        return;
    }
    const SampleCampaignPlan& plan = sampleCampaigns()[*m_start.campaign];
    const bool called = plan.firstOutcome == "called";
    touch(at, plan.channel, called ? Direction::Out : Direction::In,
          called ? Team::Sales : Team::Marketing, plan.firstOutcome,
          plan.channel == "event" ? std::optional(SampleNote::Visit) : std::nullopt, 0.5);
    m_touches.back().campaign = m_company.campaigns[*m_start.campaign].id;
}

/// Back to Nurture, out for good, or left standing. Whether the lead went to Nurture.
bool Journey::leave(Instant from, double nurture, double disqualified, double days)
{
    const double fate = m_random.uniform();
    if (fate < nurture) {
        const Instant at = after(from, days, 0.5);
        return enter("Nurture", at, seller(at), pick(sampleReturnReasons(), m_random));
    }
    if (fate < nurture + disqualified) {
        const Instant at = after(from, days, 0.5);
        enter("Disqualified", at, m_changes.size() > 2 ? seller(at) : m_marketer,
              pick(sampleDisqualifyReasons(), m_random));
    }
    return false;
}

void Journey::run()
{
    if (m_start.at == kUndated) {
        m_lead.key = "N-" + std::to_string(m_lead.id.value);
        m_lead.source = "notebook";
        enter("Contact", kUndated, {});
        finish();
        return;
    }
    const Instant contact = m_start.at;
    const auto days = [](Instant from, int count) {
        return Instant{from.seconds + count * kSecondsPerDay};
    };
    enter("Contact", contact, {});
    arrive();

    const Instant iql = after(contact, kToIql.median, kToIql.spread, true);
    if (!m_random.chance(chanceOf(kToIql.share))) {
        marketingTouches(contact, days(contact, 70), 1.8, "Contact");
        leave(contact, 0, 0.09, 16);
        newsletters(contact, m_now);
        finish();
        return;
    }
    marketingTouches(contact, iql, 0.4, "Contact");
    enter("IQL", iql, {});
    touch(iql, m_random.chance(0.4) ? "form" : "website", Direction::In, Team::Marketing,
          "downloaded");
    m_touches.back().content = contentFor("IQL");

    const Instant mql = after(iql, kToMql.median, kToMql.spread, true);
    if (!m_random.chance(chanceOf(kToMql.share))) {
        marketingTouches(iql, days(iql, 80), 2.6, "IQL");
        leave(iql, 0, 0.08, 30);
        newsletters(iql, m_now);
        finish();
        return;
    }
    marketingTouches(iql, mql, 0.7, "IQL");
    enter("MQL", mql, m_marketer);
    touch(mql, "form", Direction::In, Team::Marketing,
          m_random.chance(0.6) ? "asked for an audit" : "asked for a price", SampleNote::Question,
          0.35);

    const bool since = mql >= m_change;
    const StepPlan& toSql = since ? kToSqlSinceChange : kToSql;
    Instant sql = after(mql, toSql.median, toSql.spread);
    if (m_random.chance(chanceOf(toSql.share))) {
        salesTries(mql, sql, since ? 0.6 : 0.9);
        marketingTouches(mql, sql, 0.25, "MQL");
    } else {
        salesTries(mql, days(mql, 26), since ? 1.1 : 2.1);
        marketingTouches(mql, days(mql, 60), 1.6, "MQL");
        const bool nurture = leave(mql, 0.47, 0.24, since ? 22 : 15);
        newsletters(mql, m_now);
        if (!nurture || !m_random.chance(kRecycled.share)) {
            finish();
            return;
        }
        const Instant again = after(m_changes.back().at, kRecycled.median, kRecycled.spread, true);
        enter("MQL", again, m_marketer, "came back by itself");
        touch(again, "website", Direction::In, Team::Marketing, "visited");
        sql = after(again, kToSql.median, kToSql.spread);
        salesTries(again, sql, 1.2);
        if (!m_random.chance(chanceOf(0.5))) {
            finish();
            return;
        }
    }
    enter("SQL", sql, seller(sql));
    touch(sql, "phone", Direction::Out, Team::Sales, "talked", SampleNote::Talked, 0.9);
    sell(sql);
    finish();
}

void Journey::sell(Instant from)
{
    const Instant opportunity = after(from, kToOpportunity.median, kToOpportunity.spread);
    if (!m_random.chance(chanceOf(kToOpportunity.share))) {
        salesWork(from, Instant{from.seconds + 30 * kSecondsPerDay}, 2.2);
        leave(from, 0.5, 0.25, 20);
        newsletters(from, m_now);
        return;
    }
    salesWork(from, opportunity, 0.9);
    touch(opportunity, "meeting", Direction::Out, Team::Sales, "held", SampleNote::Meeting, 0.9);
    if (!enter("Opportunity", opportunity, seller(opportunity))) {
        return;
    }
    Deal& deal = openDeal(opportunity, "new");
    const bool won = m_random.chance(chanceOf(kToClose.share));
    const Instant close = after(opportunity, kToClose.median * (won ? 0.95 : 1.2), kToClose.spread);
    salesWork(opportunity, close, 4.2);
    marketingTouches(opportunity, close, 0.7, "Opportunity");
    if (m_random.chance(0.06) || !closeDeal(deal, close, won)) {
        return; // still open, some of them for too long
    }
    if (won) {
        enter("Customer", close, seller(close));
        stayCustomer(close);
    } else {
        enter("Lost", close, seller(close), m_deals.back().lossReason);
        newsletters(close, m_now);
    }
}

Deal& Journey::openDeal(Instant at, std::string_view type)
{
    constexpr std::array kProducts = std::to_array<std::string_view>(
        {"Leak audit", "Night-flow metering", "Metering, yearly", "Rinse-water recovery"});
    constexpr std::array kStages =
        std::to_array<std::string_view>({"Audit", "Proposal", "Negotiation"});
    const Company& employer =
        m_company.companies[static_cast<std::size_t>(m_lead.company->value - 1)];
    const double size = employer.size == "11-50" ? 0.7 : employer.size == "51-200" ? 1.0 : 1.5;

    Deal deal;
    deal.lead = m_lead.id;
    deal.company = m_lead.company;
    if (m_start.campaign && m_random.chance(0.8)) {
        deal.campaign = m_company.campaigns[*m_start.campaign].id;
    }
    deal.product = pick(kProducts, m_random);
    deal.name = employer.name + ", " + deal.product;
    const double amount = 12'200 * size * std::exp(0.5 * m_random.normal());
    deal.amount = sampleMoney(50 * std::round(amount / 50), m_currency);
    deal.saleType = type;
    deal.stage = pick(kStages, m_random);
    deal.openedAt = at;
    deal.expectedClose = m_zone.dayOf(at) + static_cast<int>(35 + m_random.below(70));
    deal.owner = seller(at);
    if (m_random.chance(0.2)) {
        deal.probability = 0.1 * static_cast<double>(2 + m_random.below(7));
    }
    m_deals.push_back(std::move(deal));
    return m_deals.back();
}

bool Journey::closeDeal(Deal& deal, Instant at, bool won)
{
    if (at >= m_now) {
        return false;
    }
    deal.closedAt = at;
    deal.outcome = won ? DealOutcome::Won : DealOutcome::Lost;
    deal.stage = won ? "Won" : "Lost";
    deal.probability.reset();
    if (!won) {
        deal.lossReason = pick(sampleLossReasons(), m_random);
    }
    return true;
}

void Journey::stayCustomer(Instant from)
{
    constexpr std::array kTypes =
        std::to_array<std::string_view>({"cross-sell", "up-sell", "renewal"});
    constexpr std::int64_t kDormantAfter = 180 * kSecondsPerDay;
    if (m_random.chance(0.24)) { // nobody looks after this one
        const Instant quiet{from.seconds + kDormantAfter +
                            static_cast<std::int64_t>(m_random.below(20)) * kSecondsPerDay};
        if (m_random.chance(0.6)) {
            enter("Dormant", sampleInstant(m_zone.dayOf(quiet), m_zone, false, m_random), {},
                  "no contact for half a year");
        }
        return;
    }
    for (Instant at = after(from, 45, 0.5); at < m_now; at = after(at, 55, 0.4)) {
        const bool call = m_random.chance(0.6);
        touch(at, call ? "phone" : "meeting", Direction::Out, Team::Sales, call ? "talked" : "held",
              SampleNote::Account, 0.6);
    }
    newsletters(from, m_now);
    const Instant next = after(from, 190, 0.35);
    if (m_random.chance(0.34) && next < m_now) {
        Deal& deal = openDeal(next, pick(kTypes, m_random));
        const Instant close = after(next, 30, 0.5);
        salesWork(next, close, 2.5);
        closeDeal(deal, close, m_random.chance(0.62));
    }
}

/// Drops what lies after now, sets what follows from the whole way, and files it all.
void Journey::finish()
{
    const auto late = [this](Instant at) { return at >= m_now; };
    std::erase_if(m_touches, [&](const Touch& t) { return late(t.at); });
    std::ranges::stable_sort(m_touches, {}, &Touch::at);

    const StageId stage = m_changes.back().to;
    const bool withSales = stage == sampleStage("MQL") || stage == sampleStage("SQL") ||
                           stage == sampleStage("Opportunity") || stage == sampleStage("Customer");
    const double nobody = stage == sampleStage("Dormant") ? 0.4 : withSales ? 0.04 : 0.1;
    if (!m_random.chance(nobody)) {
        m_lead.owner = withSales ? seller(m_changes.back().at) : m_marketer;
    }
    if (withSales && stage != sampleStage("Customer") && m_random.chance(0.6)) {
        constexpr std::array kNext = std::to_array<std::string_view>(
            {"call", "send the case", "date for the audit", "offer", "call maintenance too"});
        m_lead.nextStep = pick(kNext, m_random);
    }

    m_company.leads.push_back(std::move(m_lead));
    for (StageChange& change : m_changes) {
        change.id = StageChangeId{static_cast<std::int64_t>(m_company.stageChanges.size() + 1)};
        m_company.stageChanges.push_back(std::move(change));
    }
    for (Touch& one : m_touches) {
        one.id = TouchId{static_cast<std::int64_t>(m_company.touches.size() + 1)};
        m_company.touches.push_back(std::move(one));
    }
    for (Deal& deal : m_deals) {
        deal.id = DealId{static_cast<std::int64_t>(m_company.deals.size() + 1)};
        deal.key = "D-" + std::to_string(2000 + m_company.deals.size());
        m_company.deals.push_back(std::move(deal));
    }
}

/// One in eighty people filled in a second form and stands in the list twice.
void repeatSome(SampleCompany& company, Random& random)
{
    for (std::size_t i = 200; i < company.leads.size(); ++i) {
        if (!company.leads[i].email.empty() && random.chance(1.0 / 80)) {
            const Lead& first = company.leads[i - 1 - random.below(150)];
            Lead& second = company.leads[i];
            second.name = first.name;
            second.email = first.email;
            second.company = first.company;
        }
    }
}

} // namespace

void addSampleJourneys(SampleCompany& company, Instant now, const TimeZone& zone,
                       std::string_view currency, std::uint64_t seed)
{
    Random companyNumbers(seed ^ 0xd0);
    Random startNumbers(seed ^ 0xd1);
    Random repeatNumbers(seed ^ 0xd2);
    company.companies = sampleCompanies(companyNumbers);
    const std::vector<SampleStart> starts = sampleStarts(zone.dayOf(now), zone, startNumbers);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        Random own(seed + 0x1'0000'0000 * (i + 1));
        Journey(company, LeadId{static_cast<std::int64_t>(i + 1)}, starts[i], now, zone, currency,
                own.next())
            .run();
    }
    repeatSome(company, repeatNumbers);
}

SampleCompany sampleCompany(Instant now, const TimeZone& zone, std::string_view currency,
                            std::uint64_t seed)
{
    SampleCompany company;
    const Day today = zone.dayOf(now);
    const Day about = today + -48;
    company.regionChange = about + -weekday(about);
    addSampleDefinitions(company, today, currency, seed);
    addSampleJourneys(company, now, zone, currency, seed);
    return company;
}

} // namespace tandem
