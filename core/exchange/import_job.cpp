// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/import_job.h"

#include "core/base/text.h"
#include "core/store/records.h"

#include <charconv>
#include <fmt/format.h>

namespace tandem {

std::string recordReference(std::int64_t id)
{
    return fmt::format("#{}", id);
}

std::optional<std::int64_t> recordIdIn(std::string_view text)
{
    if (text.size() < 2 || text.front() != '#') {
        return std::nullopt;
    }
    std::int64_t id = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + 1, end, id);
    if (error != std::errc() || stop != end || id <= 0) {
        return std::nullopt;
    }
    return id;
}

Result<Rejections> Rejections::make(const std::string& path,
                                    const std::vector<std::string>& columns)
{
    Rejections out;
    if (path.empty()) {
        return out;
    }
    auto writer = CsvWriter::create(path);
    if (!writer) {
        return fail(writer.error());
    }
    out.m_writer.emplace(std::move(*writer));
    std::vector<std::string> header = columns;
    header.emplace_back("Rejected because");
    out.m_writer->row(header);
    return out;
}

void Rejections::add(const TableRow& row, RejectedRow rejected, ImportResult& result)
{
    ++result.rejectedCount;
    if (m_writer) {
        std::vector<std::string> cells(row.cells.begin(), row.cells.end());
        cells.push_back(rejected.column.empty()
                            ? rejected.reason
                            : fmt::format("{}: {}", rejected.column, rejected.reason));
        cells.insert(cells.end(), row.surplus.begin(), row.surplus.end());
        m_writer->row(cells);
        m_any = true;
    }
    if (result.rejected.size() < ImportResult::kListed) {
        result.rejected.push_back(std::move(rejected));
    }
}

Result<void> Rejections::commit()
{
    return m_writer && m_any ? m_writer->commit() : Result<void>();
}

std::string ImportRow::rowKey() const
{
    return m_job.rowPrefix + std::to_string(number());
}

void ImportRow::reject(FieldSlot slot, std::string reason) const
{
    reject(m_job.plan.columnName(slot), text(slot), std::move(reason));
}

void ImportRow::reject(std::string_view column, std::string_view value, std::string reason) const
{
    m_job.rejections.add(m_row,
                         {number(), std::string(column), std::string(value), std::move(reason)},
                         m_job.result);
}

void ImportRow::read(FieldSlot slot, std::string& out) const
{
    if (const std::string_view value = text(slot); !value.empty()) {
        out = value;
    }
}

bool ImportRow::read(FieldSlot slot, std::optional<Instant>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const auto instant = m_job.plan.instant(value, slot, m_job.zone);
    if (!instant) {
        reject(slot, "is no date");
        return false;
    }
    out = instant;
    return true;
}

bool ImportRow::readColumn(std::size_t column, std::optional<Instant>& out) const
{
    const std::string_view value = cell(column);
    if (value.empty()) {
        return true;
    }
    const auto instant = m_job.plan.instantOfColumn(value, column, m_job.zone);
    if (!instant) {
        reject(m_job.plan.columns()[column], value, "is no date");
        return false;
    }
    out = instant;
    return true;
}

bool ImportRow::read(FieldSlot slot, std::optional<Day>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const auto day = m_job.plan.day(value, slot, m_job.zone);
    if (!day) {
        reject(slot, "is no date");
        return false;
    }
    out = day;
    return true;
}

bool ImportRow::read(FieldSlot slot, std::optional<Money>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const auto money = readMoney(value, m_job.plan.sign(slot), m_job.minorDigits);
    if (!money) {
        reject(slot, "is no amount of money");
        return false;
    }
    out = money;
    return true;
}

bool ImportRow::readNumber(FieldSlot slot, std::optional<double>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const auto number = tandem::readNumber(value, m_job.plan.sign(slot));
    if (!number) {
        reject(slot, "is no number");
        return false;
    }
    out = number;
    return true;
}

bool ImportRow::readShare(FieldSlot slot, std::optional<double>& out) const
{
    std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const bool percent = value.back() == '%';
    if (percent) {
        value = trimmed(value.substr(0, value.size() - 1));
    }
    auto number = tandem::readNumber(value, m_job.plan.sign(slot));
    if (number && (percent || *number > 1.0)) {
        *number /= 100.0;
    }
    if (!number || *number < 0.0 || *number > 1.0) {
        reject(slot, "is no probability");
        return false;
    }
    out = number;
    return true;
}

bool ImportRow::readCount(FieldSlot slot, std::optional<std::int64_t>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const auto whole = readWhole(value, m_job.plan.sign(slot));
    if (!whole) {
        reject(slot, "is no whole number");
        return false;
    }
    out = whole;
    return true;
}

bool ImportRow::read(FieldSlot slot, Direction& out) const
{
    const std::string_view value = text(slot);
    if (value == directionWord(Direction::In) || value == directionWord(Direction::Out)) {
        out = value.size() == 2 ? Direction::In : Direction::Out; // no need to fold the usual words
        return true;
    }
    const auto direction = directionFromWord(value);
    if (!value.empty() && !direction) {
        reject(slot, "is no direction; it is in or out");
        return false;
    }
    out = direction.value_or(out);
    return true;
}

bool ImportRow::read(FieldSlot slot, Team& out) const
{
    const std::string_view value = text(slot);
    if (value == teamWord(Team::Marketing) || value == teamWord(Team::Sales)) {
        out = value == teamWord(Team::Sales) ? Team::Sales : Team::Marketing;
        return true;
    }
    const auto team = teamFromWord(value);
    if (!value.empty() && !team) {
        reject(slot, "is no team; it is marketing or sales");
        return false;
    }
    out = team.value_or(out);
    return true;
}

bool ImportRow::read(FieldSlot slot, DealOutcome& out) const
{
    const std::string_view value = text(slot);
    const auto outcome = outcomeFromWord(value);
    if (!value.empty() && !outcome) {
        reject(slot, "is no outcome; it is open, won or lost");
        return false;
    }
    out = outcome.value_or(out);
    return true;
}

bool ImportRow::read(FieldSlot slot, AudienceMeasure& out) const
{
    const std::string_view value = text(slot);
    const auto measure = audienceFromWord(value);
    if (!measure) {
        reject(slot, "is no measure; it is visitors, followers, impressions or contacts");
        return false;
    }
    out = *measure;
    return true;
}

template <class Id>
bool ImportRow::refer(FieldSlot slot, std::optional<Id>& out,
                      Result<Id> (ImportNames::*find)(Writer&, std::string_view)) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const Result<Id> id = (m_job.names.*find)(m_job.writer, value);
    if (!id) {
        if (id.error().code == ErrorCode::Ambiguous) {
            reject(slot, id.error().detail);
            return false;
        }
        return m_job.broken(id.error());
    }
    out = *id;
    return true;
}

bool ImportRow::read(FieldSlot slot, std::optional<PersonId>& out) const
{
    return refer(slot, out, &ImportNames::person);
}

bool ImportRow::read(FieldSlot slot, std::optional<PersonaId>& out) const
{
    return refer(slot, out, &ImportNames::persona);
}

bool ImportRow::read(FieldSlot slot, std::optional<CompanyId>& out) const
{
    return refer(slot, out, &ImportNames::company);
}

bool ImportRow::read(FieldSlot slot, std::optional<CampaignId>& out) const
{
    return refer(slot, out, &ImportNames::campaign);
}

bool ImportRow::read(FieldSlot slot, std::optional<ContentId>& out) const
{
    return refer(slot, out, &ImportNames::content);
}

bool ImportRow::read(FieldSlot slot, std::optional<StageId>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const Stage* stage = m_job.names.stage(value);
    if (stage == nullptr && m_job.plan.mapping().createMissing) {
        const auto made = m_job.names.stageOrNew(m_job.writer, value);
        if (!made) {
            return m_job.broken(made.error());
        }
        stage = *made;
    }
    if (stage == nullptr || !stage->hasRecords) {
        reject(slot, (stage == nullptr ? "is no stage; the stages are "
                                       : "is a stage without records; the others are ") +
                         m_job.names.stageNames());
        return false;
    }
    out = stage->id;
    return true;
}

bool ImportRow::read(FieldSlot slot, std::optional<LeadId>& out) const
{
    const std::string_view value = text(slot);
    if (value.empty()) {
        return true;
    }
    const auto found = m_job.leads.byReference(m_job.reader, value);
    if (!found) {
        return m_job.broken(found.error());
    }
    switch (found->match) {
    case LeadIndex::Match::One:
        out = m_job.leads.id(found->lead);
        return true;
    case LeadIndex::Match::Several:
        reject(slot, "fits several leads; name the lead by its key");
        return false;
    case LeadIndex::Match::None:
        break;
    }
    if (!m_job.plan.mapping().createMissing) {
        reject(slot, "there is no such lead");
        return false;
    }
    return makeLead(value, out);
}

bool ImportRow::makeLead(std::string_view text, std::optional<LeadId>& out) const
{
    Lead lead;
    lead.email = normalisedEmail(text);
    if (lead.email.empty()) {
        // Words with a space between them are a name, anything else is the other program's id.
        (text.find(' ') == std::string_view::npos ? lead.key : lead.name) = text;
    }
    const auto id = addLead(m_job.writer, lead);
    if (!id) {
        return m_job.broken(id.error());
    }
    m_job.leads.add(lead, *id);
    m_job.names.countLead();
    out = *id;
    return true;
}

} // namespace tandem
