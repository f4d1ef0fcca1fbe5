// SPDX-FileCopyrightText: Tandem developers
// SPDX-License-Identifier: GPL-3.0-or-later

// People, stages, personas, companies and custom fields.
#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/records.h"

namespace tandem {

Result<std::vector<Person>> people(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT id, name, email, team, active FROM person "
                                      "ORDER BY name COLLATE NOCASE, id");
        return rowsOf<Person>(rows, [](Statement& row, Person& person) {
            row.into(person.id, person.name, person.email, person.team, person.active);
        });
    });
}

Result<PersonId> addPerson(Writer& writer, const Person& person)
{
    return attempt([&] {
        const PersonId id{writer.newId()};
        writer.change("INSERT INTO person (id, name, email, team, active) VALUES (?, ?, ?, ?, ?)")
            .bind(id, person.name, person.email, person.team, person.active)
            .run();
        return id;
    });
}

Result<void> updatePerson(Writer& writer, const Person& person)
{
    return attempt([&] {
        ensureFound(
            writer
                .change("UPDATE person SET name = ?, email = ?, team = ?, active = ? WHERE id = ?")
                .bind(person.name, person.email, person.team, person.active, person.id)
                .run(),
            "the person");
    });
}

Result<std::vector<Stage>> stages(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT id, name, rank, has_records, ends_the_lead, team, "
                                      "definition, criteria, retired "
                                      "FROM stage ORDER BY rank IS NULL, rank, position, id");
        return rowsOf<Stage>(rows, [](Statement& row, Stage& stage) {
            row.into(stage.id, stage.name, stage.rank, stage.hasRecords, stage.endsTheLead,
                     stage.team, stage.definition, stage.criteria, stage.retired);
        });
    });
}

Result<StageId> addStage(Writer& writer, const Stage& stage)
{
    return attempt([&] {
        const StageId id{writer.newId()};
        writer
            .change(
                "INSERT INTO stage (id, name, rank, has_records, ends_the_lead, team, definition, "
                "criteria, retired, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "(SELECT coalesce(max(position), 0) + 1 FROM stage))")
            .bind(id, stage.name, stage.rank, stage.hasRecords, stage.endsTheLead, stage.team,
                  stage.definition, stage.criteria, stage.retired)
            .run();
        return id;
    });
}

Result<void> updateStage(Writer& writer, const Stage& stage)
{
    return attempt([&] {
        ensureFound(writer
                        .change("UPDATE stage SET name = ?, rank = ?, has_records = ?, "
                                "ends_the_lead = ?, team = ?, definition = ?, criteria = ?, "
                                "retired = ? WHERE id = ?")
                        .bind(stage.name, stage.rank, stage.hasRecords, stage.endsTheLead,
                              stage.team, stage.definition, stage.criteria, stage.retired, stage.id)
                        .run(),
                    "the stage");
    });
}

Result<std::vector<Persona>> personas(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query("SELECT id, name, quote, criteria, body FROM persona "
                                      "ORDER BY name COLLATE NOCASE, id");
        return rowsOf<Persona>(rows, [](Statement& row, Persona& persona) {
            row.into(persona.id, persona.name, persona.quote, persona.criteria, persona.body);
        });
    });
}

Result<PersonaId> addPersona(Writer& writer, const Persona& persona)
{
    return attempt([&] {
        const PersonaId id{writer.newId()};
        writer
            .change("INSERT INTO persona (id, name, quote, criteria, body) VALUES (?, ?, ?, ?, ?)")
            .bind(id, persona.name, persona.quote, persona.criteria, persona.body)
            .run();
        return id;
    });
}

Result<void> updatePersona(Writer& writer, const Persona& persona)
{
    return attempt([&] {
        ensureFound(
            writer
                .change(
                    "UPDATE persona SET name = ?, quote = ?, criteria = ?, body = ? WHERE id = ?")
                .bind(persona.name, persona.quote, persona.criteria, persona.body, persona.id)
                .run(),
            "the persona");
    });
}

Result<void> removePersona(Writer& writer, PersonaId id)
{
    return attempt([&] {
        Savepoint all(writer);
        writer.change("UPDATE lead SET persona = NULL WHERE persona = ?").bind(id).run();
        writer.change("UPDATE campaign SET persona = NULL WHERE persona = ?").bind(id).run();
        writer.change("UPDATE content SET persona = NULL WHERE persona = ?").bind(id).run();
        ensureFound(writer.change("DELETE FROM persona WHERE id = ?").bind(id).run(),
                    "the persona");
        all.keep();
    });
}

namespace {

constexpr const char* kCompanies = "SELECT id, name, industry, size, country, city FROM company "
                                   "ORDER BY folded_name, id";
constexpr const char* kOneCompany =
    "SELECT id, name, industry, size, country, city FROM company WHERE id = ?";

void readCompany(Statement& row, Company& company)
{
    row.into(company.id, company.name, company.industry, company.size, company.country,
             company.city);
}

} // namespace

Result<std::vector<Company>> companies(const Reader& reader)
{
    return attempt([&] {
        Statement rows = reader.query(kCompanies);
        return rowsOf<Company>(rows, readCompany);
    });
}

Result<std::optional<Company>> company(const Reader& reader, CompanyId id)
{
    return attempt([&]() -> std::optional<Company> {
        Statement row = reader.query(kOneCompany);
        if (!row.bind(id).step()) {
            return std::nullopt;
        }
        Company found;
        readCompany(row, found);
        return found;
    });
}

Result<CompanyId> addCompany(Writer& writer, const Company& company)
{
    return attempt([&] {
        const CompanyId id{writer.newId()};
        const Writer::Unrecorded unrecorded(writer);
        writer
            .change("INSERT INTO company (id, name, folded_name, industry, size, country, city) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind(id, company.name, folded(company.name), company.industry, company.size,
                  company.country, company.city)
            .run();
        return id;
    });
}

Result<void> updateCompany(Writer& writer, const Company& company)
{
    return attempt([&] {
        ensureFound(writer
                        .change("UPDATE company SET name = ?, folded_name = ?, industry = ?, "
                                "size = ?, country = ?, city = ? WHERE id = ?")
                        .bind(company.name, folded(company.name), company.industry, company.size,
                              company.country, company.city, company.id)
                        .run(),
                    "the company");
    });
}

Result<std::vector<CustomField>> customFields(const Reader& reader)
{
    return attempt([&] {
        Statement rows =
            reader.query("SELECT id, name, type FROM custom_field ORDER BY position, id");
        return rowsOf<CustomField>(rows, [](Statement& row, CustomField& field) {
            row.into(field.id, field.name, field.type);
        });
    });
}

Result<CustomFieldId> addCustomField(Writer& writer, const CustomField& field)
{
    return attempt([&] {
        const CustomFieldId id{writer.newId()};
        writer
            .change("INSERT INTO custom_field (id, name, type, position) VALUES (?, ?, ?, "
                    "(SELECT coalesce(max(position), 0) + 1 FROM custom_field))")
            .bind(id, field.name, field.type)
            .run();
        return id;
    });
}

Result<void> updateCustomField(Writer& writer, const CustomField& field)
{
    return attempt([&] {
        ensureFound(writer.change("UPDATE custom_field SET name = ?, type = ? WHERE id = ?")
                        .bind(field.name, field.type, field.id)
                        .run(),
                    "the field");
    });
}

} // namespace tandem
