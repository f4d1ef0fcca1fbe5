// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that become campaigns, their costs and audience counts, and content.
#include "core/exchange/keyed_import.h"
#include "core/store/records.h"

#include <map>
#include <tuple>

namespace tandem {
namespace {

class CampaignKind {
public:
    using Record = Campaign;
    static constexpr bool kNamed = true;

    explicit CampaignKind(ImportJob& job)
        : m_job(job), m_name(job.plan.slot("name")), m_objective(job.plan.slot("objective")),
          m_channel(job.plan.slot("channel")), m_starts(job.plan.slot("starts")),
          m_ends(job.plan.slot("ends")), m_budget(job.plan.slot("budget")),
          m_persona(job.plan.slot("persona")), m_leadClass(job.plan.slot("wanted_lead_class")),
          m_marketing(job.plan.slot("marketing_owner")), m_sales(job.plan.slot("sales_owner"))
    {
    }

    Result<std::vector<Campaign>> all() { return campaigns(m_job.reader); }
    Result<CampaignId> add(const Campaign& campaign) { return addCampaign(m_job.writer, campaign); }
    Result<void> update(const Campaign& campaign) { return updateCampaign(m_job.writer, campaign); }
    static const std::string& name(const Campaign& campaign) { return campaign.name; }
    std::string_view nameText(const ImportRow& row) const { return row.text(m_name); }

    bool read(const ImportRow& row, Campaign& campaign) const
    {
        row.read(m_name, campaign.name);
        if (campaign.name.empty()) {
            campaign.name = row.text(m_job.plan.slot("key"));
        }
        if (campaign.name.empty()) {
            row.reject(m_name, "a campaign needs a name");
            return false;
        }
        row.read(m_objective, campaign.objective);
        row.read(m_channel, campaign.channel);
        row.read(m_leadClass, campaign.wantedLeadClass);
        return row.read(m_starts, campaign.starts) && row.read(m_ends, campaign.ends) &&
               row.read(m_budget, campaign.budget) && row.read(m_persona, campaign.persona) &&
               row.read(m_marketing, campaign.marketingOwner) &&
               row.read(m_sales, campaign.salesOwner);
    }

private:
    ImportJob& m_job;
    FieldSlot m_name, m_objective, m_channel, m_starts, m_ends, m_budget, m_persona, m_leadClass,
        m_marketing, m_sales;
};

class ContentKind {
public:
    using Record = Content;
    static constexpr bool kNamed = true;

    explicit ContentKind(ImportJob& job)
        : m_job(job), m_title(job.plan.slot("title")), m_kind(job.plan.slot("kind")),
          m_link(job.plan.slot("link")), m_persona(job.plan.slot("persona")),
          m_stage(job.plan.slot("stage")), m_owner(job.plan.slot("owner"))
    {
    }

    Result<std::vector<Content>> all() { return contents(m_job.reader); }
    Result<ContentId> add(const Content& content) { return addContent(m_job.writer, content); }
    Result<void> update(const Content& content) { return updateContent(m_job.writer, content); }
    static const std::string& name(const Content& content) { return content.title; }
    std::string_view nameText(const ImportRow& row) const { return row.text(m_title); }

    bool read(const ImportRow& row, Content& content) const
    {
        row.read(m_title, content.title);
        if (content.title.empty()) {
            row.reject(m_title, "a piece of content needs a title");
            return false;
        }
        row.read(m_kind, content.kind);
        row.read(m_link, content.link);
        return row.read(m_stage, content.stage) && row.read(m_persona, content.persona) &&
               row.read(m_owner, content.owner);
    }

private:
    ImportJob& m_job;
    FieldSlot m_title, m_kind, m_link, m_persona, m_stage, m_owner;
};

class CostKind {
public:
    using Record = CostEntry;
    static constexpr bool kNamed = false;

    explicit CostKind(ImportJob& job)
        : m_job(job), m_campaign(job.plan.slot("campaign")), m_at(job.plan.slot("at")),
          m_amount(job.plan.slot("amount")), m_team(job.plan.slot("team")),
          m_note(job.plan.slot("note"))
    {
    }

    Result<void> load() { return {}; }
    Result<std::vector<CostEntry>> all() { return costs(m_job.reader); }
    Result<CostId> add(const CostEntry& cost) { return addCost(m_job.writer, cost); }
    Result<void> update(const CostEntry& cost) { return updateCost(m_job.writer, cost); }

    bool read(const ImportRow& row, CostEntry& cost) const
    {
        std::optional<Money> amount;
        std::optional<Instant> at;
        if (!row.read(m_amount, amount) || !row.read(m_at, at) || !row.read(m_team, cost.team)) {
            return false;
        }
        if (!amount) {
            row.reject(m_amount, "a cost needs an amount");
            return false;
        }
        cost.amount = *amount;
        cost.at = at.value_or(cost.at);
        row.read(m_note, cost.note);
        if (!row.read(m_campaign, cost.campaign)) {
            return false;
        }
        m_job.result.undated += at ? 0 : 1;
        return true;
    }

private:
    ImportJob& m_job;
    FieldSlot m_campaign, m_at, m_amount, m_team, m_note;
};

/// Counts of an audience: one for each campaign, channel, day and measure.
class AudienceImport final : public RecordImport {
public:
    explicit AudienceImport(ImportJob& job)
        : m_job(job), m_campaign(job.plan.slot("campaign")), m_channel(job.plan.slot("channel")),
          m_day(job.plan.slot("day")), m_measure(job.plan.slot("measure")),
          m_value(job.plan.slot("value"))
    {
    }

    Result<void> load() override
    {
        const auto known = audienceCounts(m_job.reader);
        if (!known) {
            return fail(known.error());
        }
        for (const AudienceCount& count : *known) {
            m_known.emplace(identity(count), count.value);
        }
        return {};
    }

    Result<RowOutcome> take(const ImportRow& row) override
    {
        AudienceCount count;
        std::optional<Day> day;
        std::optional<std::int64_t> value;
        if (!row.read(m_day, day) || !row.readCount(m_value, value) ||
            !row.read(m_measure, count.measure)) {
            return RowOutcome::Rejected;
        }
        if (!day || !value) {
            row.reject(day ? m_value : m_day, day ? "an audience count needs its value"
                                                  : "an audience count needs its day");
            return RowOutcome::Rejected;
        }
        count.day = *day;
        count.value = *value;
        row.read(m_channel, count.channel);
        if (!row.read(m_campaign, count.campaign)) {
            return RowOutcome::Rejected;
        }
        const auto [place, isNew] = m_known.emplace(identity(count), count.value);
        if (!isNew && place->second == count.value) {
            return RowOutcome::Unchanged;
        }
        place->second = count.value;
        if (auto ok = setAudienceCount(m_job.writer, count); !ok) {
            return fail(ok.error());
        }
        return isNew ? RowOutcome::Created : RowOutcome::Updated;
    }

private:
    using Identity = std::tuple<std::int64_t, std::string, Day, AudienceMeasure>;

    static Identity identity(const AudienceCount& count)
    {
        return {count.campaign ? count.campaign->value : 0, count.channel, count.day,
                count.measure};
    }

    ImportJob& m_job;
    FieldSlot m_campaign, m_channel, m_day, m_measure, m_value;
    std::map<Identity, std::int64_t> m_known;
};

} // namespace

std::unique_ptr<RecordImport> makeCampaignImport(ImportJob& job)
{
    return std::make_unique<KeyedImport<CampaignKind>>(job);
}

std::unique_ptr<RecordImport> makeContentImport(ImportJob& job)
{
    return std::make_unique<KeyedImport<ContentKind>>(job);
}

std::unique_ptr<RecordImport> makeCostImport(ImportJob& job)
{
    return std::make_unique<KeyedImport<CostKind>>(job);
}

std::unique_ptr<RecordImport> makeAudienceImport(ImportJob& job)
{
    return std::make_unique<AudienceImport>(job);
}

} // namespace tandem
