// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Campaigns, costs, content and audience counts.
#include "core/store/database.h"
#include "core/store/records.h"

namespace tandem {
namespace {

/// Where a column may be NULL, that is how an unknown instant is stored.
std::optional<Instant> dated(Instant at)
{
    return at == kUndated ? std::nullopt : std::optional(at);
}

} // namespace

Result<std::vector<Campaign>> campaigns(const Reader& reader)
{
    return attempt([&] {
        Statement rows =
            reader.query("SELECT id, key, name, objective, channel, starts, ends, budget, persona, "
                         "wanted_lead_class, marketing_owner, sales_owner FROM campaign "
                         "ORDER BY name COLLATE NOCASE, starts, id");
        return rowsOf<Campaign>(rows, [](Statement& row, Campaign& campaign) {
            row.into(campaign.id, campaign.key, campaign.name, campaign.objective, campaign.channel,
                     campaign.starts, campaign.ends, campaign.budget, campaign.persona,
                     campaign.wantedLeadClass, campaign.marketingOwner, campaign.salesOwner);
        });
    });
}

Result<CampaignId> addCampaign(Writer& writer, const Campaign& campaign)
{
    return attempt([&] {
        const CampaignId id{writer.newId()};
        writer
            .change(
                "INSERT INTO campaign (id, key, name, objective, channel, starts, ends, budget, "
                "persona, wanted_lead_class, marketing_owner, sales_owner) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(id, campaign.key, campaign.name, campaign.objective, campaign.channel,
                  campaign.starts, campaign.ends, campaign.budget, campaign.persona,
                  campaign.wantedLeadClass, campaign.marketingOwner, campaign.salesOwner)
            .run();
        return id;
    });
}

Result<void> updateCampaign(Writer& writer, const Campaign& campaign)
{
    return attempt([&] {
        ensureFound(
            writer
                .change("UPDATE campaign SET key = ?, name = ?, objective = ?, channel = ?, "
                        "starts = ?, ends = ?, budget = ?, persona = ?, wanted_lead_class = ?, "
                        "marketing_owner = ?, sales_owner = ? WHERE id = ?")
                .bind(campaign.key, campaign.name, campaign.objective, campaign.channel,
                      campaign.starts, campaign.ends, campaign.budget, campaign.persona,
                      campaign.wantedLeadClass, campaign.marketingOwner, campaign.salesOwner,
                      campaign.id)
                .run(),
            "the campaign");
    });
}

Result<std::vector<CostEntry>> costs(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query(
            "SELECT id, key, campaign, at, amount, team, note FROM cost ORDER BY at, id");
        return rowsOf<CostEntry>(rows, [](Statement& row, CostEntry& cost) {
            row.into(cost.id, cost.key, cost.campaign, cost.at, cost.amount, cost.team, cost.note);
        });
    });
}

Result<CostId> addCost(Writer& writer, const CostEntry& cost)
{
    return attempt([&] {
        const CostId id{writer.newId()};
        const Writer::Unrecorded unrecorded(writer);
        writer
            .change("INSERT INTO cost (id, key, campaign, at, amount, team, note) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind(id, cost.key, cost.campaign, dated(cost.at), cost.amount, cost.team, cost.note)
            .run();
        return id;
    });
}

Result<void> updateCost(Writer& writer, const CostEntry& cost)
{
    return attempt([&] {
        ensureFound(writer
                        .change("UPDATE cost SET key = ?, campaign = ?, at = ?, amount = ?, "
                                "team = ?, note = ? WHERE id = ?")
                        .bind(cost.key, cost.campaign, dated(cost.at), cost.amount, cost.team,
                              cost.note, cost.id)
                        .run(),
                    "the cost");
    });
}

Result<std::vector<Content>> contents(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT id, key, title, kind, link, persona, stage, owner "
                                      "FROM content ORDER BY title COLLATE NOCASE, id");
        return rowsOf<Content>(rows, [](Statement& row, Content& content) {
            row.into(content.id, content.key, content.title, content.kind, content.link,
                     content.persona, content.stage, content.owner);
        });
    });
}

Result<ContentId> addContent(Writer& writer, const Content& content)
{
    return attempt([&] {
        const ContentId id{writer.newId()};
        writer
            .change("INSERT INTO content (id, key, title, kind, link, persona, stage, owner) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(id, content.key, content.title, content.kind, content.link, content.persona,
                  content.stage, content.owner)
            .run();
        return id;
    });
}

Result<void> updateContent(Writer& writer, const Content& content)
{
    return attempt([&] {
        ensureFound(writer
                        .change("UPDATE content SET key = ?, title = ?, kind = ?, link = ?, "
                                "persona = ?, stage = ?, owner = ? WHERE id = ?")
                        .bind(content.key, content.title, content.kind, content.link,
                              content.persona, content.stage, content.owner, content.id)
                        .run(),
                    "the content");
    });
}

Result<std::vector<AudienceCount>> audienceCounts(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT nullif(campaign, 0), channel, day, measure, value "
                                      "FROM audience ORDER BY campaign, channel, day, measure");
        return rowsOf<AudienceCount>(rows, [](Statement& row, AudienceCount& count) {
            row.into(count.campaign, count.channel, count.day, count.measure, count.value);
        });
    });
}

Result<void> setAudienceCount(Writer& writer, const AudienceCount& count)
{
    return attempt([&] {
        writer
            .change("INSERT INTO audience (campaign, channel, day, measure, value) "
                    "VALUES (?, ?, ?, ?, ?) ON CONFLICT (campaign, channel, day, measure) "
                    "DO UPDATE SET value = excluded.value")
            .bind(count.campaign.value_or(CampaignId{0}), count.channel, count.day, count.measure,
                  count.value)
            .run();
    });
}

} // namespace tandem
