-- Version 1 of the workbook file. A migration never edits an earlier one: add the next number.
-- Instants are UTC seconds since 1970, days count from 1970-01-01, money is in minor units.
-- An instant that nothing tells is NULL where it may be, and -9223372036854775808 inside a key.

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL DEFAULT '',
  team INTEGER NOT NULL DEFAULT 0 CHECK (team IN (0, 1, 2)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE stage (
  id INTEGER NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL, -- the order in which stages were made
  name TEXT NOT NULL,
  rank INTEGER,
  has_records INTEGER NOT NULL DEFAULT 1 CHECK (has_records IN (0, 1)),
  ends_the_lead INTEGER NOT NULL DEFAULT 0 CHECK (ends_the_lead IN (0, 1)),
  team INTEGER NOT NULL DEFAULT 0 CHECK (team IN (0, 1, 2)),
  definition TEXT NOT NULL DEFAULT '',
  criteria TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE persona (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  quote TEXT NOT NULL DEFAULT '',
  criteria TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE company (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  industry TEXT NOT NULL DEFAULT '',
  size TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX company_by_name ON company (folded_name);

CREATE TABLE lead (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  email_key TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  job_title TEXT NOT NULL DEFAULT '',
  company INTEGER REFERENCES company (id),
  industry TEXT NOT NULL DEFAULT '',
  company_size TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  persona INTEGER REFERENCES persona (id),
  owner INTEGER REFERENCES person (id),
  created_at INTEGER,
  score REAL,
  budget TEXT NOT NULL DEFAULT '',
  authority TEXT NOT NULL DEFAULT '',
  need TEXT NOT NULL DEFAULT '',
  timeline TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL DEFAULT '',
  tags TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX lead_by_key ON lead (key) WHERE key <> '';
CREATE INDEX lead_by_email ON lead (email_key) WHERE email_key <> '';

CREATE TABLE custom_field (
  id INTEGER NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL, -- the order in which fields were made
  name TEXT NOT NULL,
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1, 2, 3))
) STRICT;

CREATE TABLE custom_value (
  lead INTEGER NOT NULL REFERENCES lead (id),
  field INTEGER NOT NULL REFERENCES custom_field (id),
  value TEXT NOT NULL,
  PRIMARY KEY (lead, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_change (
  lead INTEGER NOT NULL REFERENCES lead (id),
  at INTEGER NOT NULL,
  id INTEGER NOT NULL,
  from_stage INTEGER REFERENCES stage (id),
  to_stage INTEGER NOT NULL REFERENCES stage (id),
  person INTEGER REFERENCES person (id),
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (lead, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  objective TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  starts INTEGER,
  ends INTEGER,
  budget INTEGER,
  persona INTEGER REFERENCES persona (id),
  wanted_lead_class TEXT NOT NULL DEFAULT '',
  marketing_owner INTEGER REFERENCES person (id),
  sales_owner INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX campaign_by_key ON campaign (key) WHERE key <> '';

CREATE TABLE content (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  persona INTEGER REFERENCES persona (id),
  stage INTEGER REFERENCES stage (id),
  owner INTEGER REFERENCES person (id)
) STRICT;
CREATE UNIQUE INDEX content_by_key ON content (key) WHERE key <> '';

-- Clustered by lead and time: a lead's timeline is one place in the file, and no index is needed.
CREATE TABLE touch (
  lead INTEGER NOT NULL REFERENCES lead (id),
  at INTEGER NOT NULL,
  id INTEGER NOT NULL,
  key TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  direction INTEGER NOT NULL DEFAULT 0,
  team INTEGER NOT NULL DEFAULT 0,
  campaign INTEGER REFERENCES campaign (id),
  content INTEGER REFERENCES content (id),
  person INTEGER REFERENCES person (id),
  outcome TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (lead, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL DEFAULT '',
  campaign INTEGER REFERENCES campaign (id),
  at INTEGER,
  amount INTEGER NOT NULL,
  team INTEGER NOT NULL DEFAULT 0 CHECK (team IN (0, 1, 2)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX cost_by_key ON cost (key) WHERE key <> '';

CREATE TABLE deal (
  id INTEGER NOT NULL PRIMARY KEY,
  key TEXT NOT NULL DEFAULT '',
  lead INTEGER REFERENCES lead (id),
  company INTEGER REFERENCES company (id),
  campaign INTEGER REFERENCES campaign (id),
  name TEXT NOT NULL DEFAULT '',
  amount INTEGER,
  sale_type TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  outcome INTEGER NOT NULL DEFAULT 0 CHECK (outcome IN (0, 1, 2)),
  opened_at INTEGER,
  expected_close INTEGER,
  closed_at INTEGER,
  owner INTEGER REFERENCES person (id),
  loss_reason TEXT NOT NULL DEFAULT '',
  product TEXT NOT NULL DEFAULT '',
  probability REAL
) STRICT;
CREATE UNIQUE INDEX deal_by_key ON deal (key) WHERE key <> '';
CREATE INDEX deal_by_lead ON deal (lead) WHERE lead IS NOT NULL;

CREATE TABLE audience (
  campaign INTEGER NOT NULL, -- 0: no campaign
  channel TEXT NOT NULL,
  day INTEGER NOT NULL,
  measure INTEGER NOT NULL CHECK (measure IN (0, 1, 2, 3)),
  value INTEGER NOT NULL,
  PRIMARY KEY (campaign, channel, day, measure)
) STRICT, WITHOUT ROWID;

-- How files were read, offered again for a file with the same header.
CREATE TABLE mapping (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  header TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE import (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  file TEXT NOT NULL,
  kind TEXT NOT NULL,
  mapping TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;

-- What was done, by whom: one row a step, numbered in the order of the steps. The journal stands
-- outside the sessions that fill it.
CREATE TABLE journal (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  person INTEGER,
  who TEXT NOT NULL,
  title TEXT NOT NULL,
  state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)), -- done, undone, undone for good
  created TEXT NOT NULL DEFAULT '' -- JSON [[first, last], ...]: ids of rows a bulk step created
) STRICT;

-- Changesets, cut into pieces that stay below the limit of one value. Number 0 is the step's own;
-- the others hold what undoing a bulk step removed.
CREATE TABLE journal_part (
  journal INTEGER NOT NULL REFERENCES journal (id),
  changeset INTEGER NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (journal, changeset, part)
) STRICT, WITHOUT ROWID;

-- What leads are searched by. Kept by the program at the end of every step, not by triggers: those
-- would make FTS5 write to the disk for every single lead.
CREATE VIRTUAL TABLE lead_search USING fts5 (
  name, email, company, job_title,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
