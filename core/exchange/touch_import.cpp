// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that become touches: sorted by lead and time, then added in the order of the table.
#include "core/exchange/import_job.h"
#include "core/exchange/run_sorter.h"
#include "core/store/bulk.h"
#include "core/store/records.h"
#include "core/store/scan.h"

#include <array>
#include <cstring>
#include <unordered_map>
#include <xxhash.h>

namespace tandem {
namespace {

constexpr std::size_t kBatch = 5'000;

/// What stands before the texts of a touch in the sorter's records: channel, outcome, note, key.
struct PackedHead {
    std::int64_t campaign, content, person; // 0: none
    std::uint32_t channel, outcome, note;   // lengths; the rest is the key
    Direction direction;
    Team team;
};

template <class Id>
std::int64_t numberOf(const std::optional<Id>& id)
{
    return id ? id->value : 0;
}

template <class Id>
void setId(std::optional<Id>& id, std::int64_t number)
{
    id = number == 0 ? std::nullopt : std::optional(Id{number});
}

void pack(const Touch& touch, std::string& out)
{
    PackedHead head;
    std::memset(&head, 0, sizeof head); // the padding is part of fingerprints
    head.campaign = numberOf(touch.campaign);
    head.content = numberOf(touch.content);
    head.person = numberOf(touch.person);
    head.channel = static_cast<std::uint32_t>(touch.channel.size());
    head.outcome = static_cast<std::uint32_t>(touch.outcome.size());
    head.note = static_cast<std::uint32_t>(touch.note.size());
    head.direction = touch.direction;
    head.team = touch.team;
    std::array<char, sizeof head> bytes;
    std::memcpy(bytes.data(), &head, sizeof head);
    out.assign(bytes.data(), bytes.size());
    out += touch.channel;
    out += touch.outcome;
    out += touch.note;
    out += touch.key;
}

void unpack(std::string_view record, Touch& touch)
{
    PackedHead head;
    std::memcpy(&head, record.data(), sizeof head);
    record.remove_prefix(sizeof head);
    const auto take = [&record](std::string& text, std::uint32_t length) {
        text = record.substr(0, length);
        record.remove_prefix(length);
    };
    take(touch.channel, head.channel);
    take(touch.outcome, head.outcome);
    take(touch.note, head.note);
    touch.key = record;
    setId(touch.campaign, head.campaign);
    setId(touch.content, head.content);
    setId(touch.person, head.person);
    touch.direction = head.direction;
    touch.team = head.team;
}

Touch touchOf(const TouchRecord& record)
{
    Touch touch;
    touch.id = {record.id};
    touch.lead = {record.lead};
    touch.key = record.key;
    touch.at = record.at;
    touch.channel = record.channel;
    touch.direction = record.direction;
    touch.team = record.team;
    setId(touch.campaign, record.campaign);
    setId(touch.content, record.content);
    setId(touch.person, record.person);
    touch.outcome = record.outcome;
    touch.note = record.note;
    return touch;
}

/// A touch that a row told, with what the row left blank.
struct ToldTouch {
    Touch touch;
    bool dated = false;
};

/// What `before` becomes by the row: blank cells leave what is there.
Touch merged(const Touch& before, const ToldTouch& told)
{
    Touch after = before;
    const Touch& row = told.touch;
    after.lead = row.lead;
    if (told.dated) {
        after.at = row.at;
    }
    const auto text = [](std::string& old, const std::string& now) {
        if (!now.empty()) {
            old = now;
        }
    };
    text(after.channel, row.channel);
    text(after.outcome, row.outcome);
    text(after.note, row.note);
    after.direction = row.direction == Direction::None ? after.direction : row.direction;
    after.team = row.team == Team::None ? after.team : row.team;
    after.campaign = row.campaign ? row.campaign : after.campaign;
    after.content = row.content ? row.content : after.content;
    after.person = row.person ? row.person : after.person;
    return after;
}

class TouchImport final : public RecordImport {
public:
    explicit TouchImport(ImportJob& job)
        : m_job(job), m_key(job.plan.slot("key")), m_lead(job.plan.slot("lead")),
          m_at(job.plan.slot("at")), m_channel(job.plan.slot("channel")),
          m_direction(job.plan.slot("direction")), m_team(job.plan.slot("team")),
          m_campaign(job.plan.slot("campaign")), m_content(job.plan.slot("content")),
          m_person(job.plan.slot("person")), m_outcome(job.plan.slot("outcome")),
          m_note(job.plan.slot("note")), m_keyed(job.plan.takes(m_key))
    {
    }

    // Keys that the file makes itself cannot meet others, so without a key column only an earlier
    // import of the same file matters.
    Result<void> load() override
    {
        if (auto ok = m_job.leads.load(m_job.reader); !ok) {
            return ok;
        }
        return scanTouches(m_job.reader, [this](const TouchRecord& record) {
            if (m_keyed || record.key.starts_with(m_job.rowPrefix)) {
                const Touch touch = touchOf(record);
                remember(record.key.empty() ? recordReference(record.id) : touch.key, touch);
            }
            return true;
        });
    }

    Result<RowOutcome> take(const ImportRow& row) override
    {
        ToldTouch told;
        if (!read(row, told)) {
            return RowOutcome::Rejected;
        }
        Touch& touch = told.touch;
        const std::string_view key = row.text(m_key);
        touch.key = key.empty() ? row.rowKey() : std::string(key);
        if (!told.dated) {
            ++m_job.result.undated;
        }
        pack(touch, m_packed);
        if (m_keyed || m_known.size() != 0) {
            const std::uint64_t print = fingerprint(touch);
            const auto next = static_cast<KeyIndex::Value>(m_prints.size());
            const auto [known, isNew] = m_known.insert(touch.key, next);
            if (!isNew) {
                if (m_prints[known] == print) {
                    return RowOutcome::Unchanged;
                }
                m_later.push_back(std::move(told));
                return RowOutcome::Later;
            }
            m_prints.push_back(print);
        }
        if (auto ok = m_sorter.add({touch.lead.value, touch.at.seconds, m_sorter.size()}, m_packed);
            !ok) {
            return fail(ok.error());
        }
        return RowOutcome::Created;
    }

    Result<void> finish() override
    {
        if (auto ok = addSorted(); !ok) {
            return ok;
        }
        return m_later.empty() ? Result<void>() : updateLater();
    }

private:
    bool read(const ImportRow& row, ToldTouch& told)
    {
        Touch& touch = told.touch;
        std::optional<Instant> at;
        if (!row.read(m_at, at) || !row.read(m_direction, touch.direction) ||
            !row.read(m_team, touch.team) || !readLead(row, touch.lead)) {
            return false;
        }
        told.dated = at.has_value();
        touch.at = at.value_or(kUndated);
        row.read(m_channel, touch.channel);
        row.read(m_outcome, touch.outcome);
        row.read(m_note, touch.note);
        return row.read(m_campaign, touch.campaign) && row.read(m_content, touch.content) &&
               row.read(m_person, touch.person);
    }

    bool readLead(const ImportRow& row, LeadId& out)
    {
        // Rows about one lead often come together.
        const std::string_view text = row.text(m_lead);
        if (text.empty()) {
            row.reject(m_lead, "a touch needs its lead");
            return false;
        }
        if (text == m_lastLead) {
            out = m_lastLeadId;
            return true;
        }
        std::optional<LeadId> lead;
        if (!row.read(m_lead, lead)) {
            return false;
        }
        out = *lead;
        m_lastLead = text;
        m_lastLeadId = *lead;
        return true;
    }

    /// Of the touch that is packed. Its key is not compared: a touch without one goes by its id.
    std::uint64_t fingerprint(const Touch& touch) const
    {
        return XXH3_64bits_withSeed(m_packed.data(), m_packed.size() - touch.key.size(),
                                    static_cast<XXH64_hash_t>(touch.lead.value) *
                                            0x9e3779b97f4a7c15ULL ^
                                        static_cast<XXH64_hash_t>(touch.at.seconds));
    }

    void remember(std::string_view key, const Touch& touch)
    {
        pack(touch, m_packed);
        if (m_known.add(key, static_cast<KeyIndex::Value>(m_prints.size()))) {
            m_prints.push_back(fingerprint(touch));
        }
    }

    Result<void> addSorted()
    {
        if (auto ok = m_sorter.sort(); !ok) {
            return ok;
        }
        std::vector<Touch> batch(kBatch);
        std::size_t count = 0;
        std::uint64_t done = 0;
        SortKey key;
        std::string_view record;
        while (true) {
            const auto more = m_sorter.next(key, record);
            if (!more) {
                return fail(more.error());
            }
            if (*more) {
                Touch& touch = batch[count++];
                touch.lead = {key.lead};
                touch.at = {key.at};
                unpack(record, touch);
            }
            if (count == kBatch || (!*more && count > 0)) {
                const auto added = addTouches(m_job.writer, std::span(batch).first(count));
                if (!added) {
                    return fail(added.error());
                }
                done += count;
                count = 0;
                if (m_job.progress.stopRequested()) {
                    return fail(ErrorCode::Stopped, m_job.plan.file());
                }
                m_job.progress.report(0.6 + 0.4 * static_cast<double>(done) /
                                                static_cast<double>(m_sorter.size()),
                                      "writing touches");
            }
            if (!*more) {
                return {};
            }
        }
    }

    /// Rows whose key was there already and that say something else: the touches are found in one
    /// scan, then changed in the order of the rows.
    Result<void> updateLater()
    {
        std::unordered_map<std::string, Touch> now;
        for (const ToldTouch& told : m_later) {
            now.emplace(told.touch.key, Touch());
        }
        std::string reference;
        auto scanned = scanTouches(m_job.reader, [&](const TouchRecord& record) {
            reference = record.key.empty() ? recordReference(record.id) : std::string(record.key);
            if (const auto found = now.find(reference); found != now.end()) {
                found->second = touchOf(record);
            }
            return true;
        });
        if (!scanned) {
            return scanned;
        }
        for (const ToldTouch& told : m_later) {
            Touch& before = now.at(told.touch.key);
            Touch after = merged(before, told);
            if (after == before) {
                ++m_job.result.unchanged;
                continue;
            }
            if (auto ok = updateTouch(m_job.writer, before, after); !ok) {
                return ok;
            }
            before = std::move(after);
            ++m_job.result.updated;
        }
        return {};
    }

    ImportJob& m_job;
    FieldSlot m_key, m_lead, m_at, m_channel, m_direction, m_team, m_campaign, m_content, m_person,
        m_outcome, m_note;
    bool m_keyed;
    KeyIndex m_known; // from key to the place in m_prints
    std::vector<std::uint64_t> m_prints;
    std::string m_lastLead;
    LeadId m_lastLeadId;
    std::string m_packed;
    RunSorter m_sorter;
    std::vector<ToldTouch> m_later;
};

} // namespace

std::unique_ptr<RecordImport> makeTouchImport(ImportJob& job)
{
    return std::make_unique<TouchImport>(job);
}

} // namespace tandem
