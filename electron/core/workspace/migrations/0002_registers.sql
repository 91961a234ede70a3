-- Registers: carrying out of decisions by period and by assignee, memoranda with their obligations and amendments.
ALTER TABLE execution ADD COLUMN repeat TEXT NOT NULL DEFAULT 'none' CHECK (repeat IN ('none', 'month', 'quarter', 'halfYear', 'year', 'standing'));
ALTER TABLE execution ADD COLUMN repeatDay INTEGER;
ALTER TABLE execution ADD COLUMN repeatFrom TEXT;
ALTER TABLE execution ADD COLUMN repeatUntil TEXT;
ALTER TABLE exported_report ADD COLUMN request TEXT NOT NULL DEFAULT '';

CREATE TABLE occurrence (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'inProgress', 'done', 'cancelled')),
  dueOn TEXT,
  doneOn TEXT
) STRICT;
CREATE INDEX occurrence_decisionId ON occurrence (decisionId);
CREATE TRIGGER occurrence_insert BEFORE INSERT ON occurrence WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER occurrence_update BEFORE UPDATE ON occurrence WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER occurrence_delete BEFORE DELETE ON occurrence
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE deadline_move (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL DEFAULT '',
  movedFrom TEXT,
  movedTo TEXT,
  movedOn TEXT,
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deadline_move_decisionId ON deadline_move (decisionId);
CREATE INDEX deadline_move_personId ON deadline_move (personId);
CREATE TRIGGER deadline_move_insert BEFORE INSERT ON deadline_move WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER deadline_move_update BEFORE UPDATE ON deadline_move WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER deadline_move_delete BEFORE DELETE ON deadline_move
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE assignee_execution (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  assigneeId TEXT NOT NULL REFERENCES assignee (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'inProgress', 'done', 'cancelled')),
  doneOn TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX assignee_execution_assigneeId ON assignee_execution (assigneeId);
CREATE TRIGGER assignee_execution_insert BEFORE INSERT ON assignee_execution WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER assignee_execution_update BEFORE UPDATE ON assignee_execution WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER assignee_execution_delete BEFORE DELETE ON assignee_execution
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE saved_filter (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  register TEXT NOT NULL CHECK (register IN ('decisions', 'memoranda')),
  name TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE TRIGGER saved_filter_insert BEFORE INSERT ON saved_filter WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER saved_filter_update BEFORE UPDATE ON saved_filter WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER saved_filter_delete BEFORE DELETE ON saved_filter
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE memorandum (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  groupId TEXT REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  subject TEXT NOT NULL DEFAULT '',
  legalBasis TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'agreed', 'signed', 'terminated')),
  agreedOn TEXT,
  signedOn TEXT,
  startsOn TEXT,
  validity TEXT NOT NULL DEFAULT 'fixed' CHECK (validity IN ('fixed', 'openEnded', 'autoRenewing')),
  endsOn TEXT,
  renewMonths INTEGER,
  noticeMonths INTEGER,
  terminatedOn TEXT,
  terminationReason TEXT NOT NULL DEFAULT '',
  supersedesId TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX memorandum_groupId ON memorandum (groupId);
CREATE TRIGGER memorandum_insert BEFORE INSERT ON memorandum WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_update BEFORE UPDATE ON memorandum WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_delete BEFORE DELETE ON memorandum
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE memorandum_party (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  memorandumId TEXT NOT NULL REFERENCES memorandum (id) DEFERRABLE INITIALLY DEFERRED,
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  nameText TEXT NOT NULL DEFAULT '',
  shortName TEXT NOT NULL DEFAULT '',
  signatoryId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  signatoryText TEXT NOT NULL DEFAULT '',
  signatoryPosition TEXT NOT NULL DEFAULT '',
  ground TEXT NOT NULL DEFAULT '',
  approvalNeeded INTEGER NOT NULL DEFAULT 0 CHECK (approvalNeeded IN (0, 1)),
  approvalNumber TEXT NOT NULL DEFAULT '',
  approvalOn TEXT,
  agreedOn TEXT,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX memorandum_party_memorandumId ON memorandum_party (memorandumId);
CREATE INDEX memorandum_party_organisationId ON memorandum_party (organisationId);
CREATE INDEX memorandum_party_signatoryId ON memorandum_party (signatoryId);
CREATE TRIGGER memorandum_party_insert BEFORE INSERT ON memorandum_party WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_party_update BEFORE UPDATE ON memorandum_party WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_party_delete BEFORE DELETE ON memorandum_party
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE memorandum_clause (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  memorandumId TEXT NOT NULL REFERENCES memorandum (id) DEFERRABLE INITIALLY DEFERRED,
  heading TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  numbered INTEGER NOT NULL DEFAULT 1 CHECK (numbered IN (0, 1)),
  libraryKey TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX memorandum_clause_memorandumId ON memorandum_clause (memorandumId);
CREATE TRIGGER memorandum_clause_insert BEFORE INSERT ON memorandum_clause WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_clause_update BEFORE UPDATE ON memorandum_clause WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_clause_delete BEFORE DELETE ON memorandum_clause
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE obligation (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  memorandumId TEXT NOT NULL REFERENCES memorandum (id) DEFERRABLE INITIALLY DEFERRED,
  partyId TEXT NOT NULL REFERENCES memorandum_party (id) DEFERRABLE INITIALLY DEFERRED,
  clauseId TEXT REFERENCES memorandum_clause (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT '',
  dueOn TEXT,
  repeat TEXT NOT NULL DEFAULT 'none' CHECK (repeat IN ('none', 'month', 'quarter', 'halfYear', 'year', 'standing')),
  repeatDay INTEGER,
  repeatFrom TEXT,
  repeatUntil TEXT,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'inProgress', 'done', 'cancelled')),
  doneOn TEXT,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX obligation_memorandumId ON obligation (memorandumId);
CREATE INDEX obligation_partyId ON obligation (partyId);
CREATE INDEX obligation_clauseId ON obligation (clauseId);
CREATE TRIGGER obligation_insert BEFORE INSERT ON obligation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_update BEFORE UPDATE ON obligation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_delete BEFORE DELETE ON obligation
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE obligation_occurrence (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  obligationId TEXT NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'inProgress', 'done', 'cancelled')),
  doneOn TEXT
) STRICT;
CREATE INDEX obligation_occurrence_obligationId ON obligation_occurrence (obligationId);
CREATE TRIGGER obligation_occurrence_insert BEFORE INSERT ON obligation_occurrence WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_occurrence_update BEFORE UPDATE ON obligation_occurrence WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_occurrence_delete BEFORE DELETE ON obligation_occurrence
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE obligation_note (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  obligationId TEXT NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED,
  notedOn TEXT,
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX obligation_note_obligationId ON obligation_note (obligationId);
CREATE INDEX obligation_note_personId ON obligation_note (personId);
CREATE TRIGGER obligation_note_insert BEFORE INSERT ON obligation_note WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_note_update BEFORE UPDATE ON obligation_note WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_note_delete BEFORE DELETE ON obligation_note
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE obligation_decision (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  obligationId TEXT NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED,
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX obligation_decision_obligationId ON obligation_decision (obligationId);
CREATE INDEX obligation_decision_decisionId ON obligation_decision (decisionId);
CREATE TRIGGER obligation_decision_insert BEFORE INSERT ON obligation_decision WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_decision_update BEFORE UPDATE ON obligation_decision WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER obligation_decision_delete BEFORE DELETE ON obligation_decision
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE amendment (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  memorandumId TEXT NOT NULL REFERENCES memorandum (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'signed')),
  signedOn TEXT,
  startsOn TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX amendment_memorandumId ON amendment (memorandumId);
CREATE TRIGGER amendment_insert BEFORE INSERT ON amendment WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER amendment_update BEFORE UPDATE ON amendment WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER amendment_delete BEFORE DELETE ON amendment
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE amended_clause (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  amendmentId TEXT NOT NULL REFERENCES amendment (id) DEFERRABLE INITIALLY DEFERRED,
  change TEXT NOT NULL DEFAULT 'replaces' CHECK (change IN ('replaces', 'adds', 'repeals')),
  clauseId TEXT REFERENCES memorandum_clause (id) DEFERRABLE INITIALLY DEFERRED,
  heading TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX amended_clause_amendmentId ON amended_clause (amendmentId);
CREATE INDEX amended_clause_clauseId ON amended_clause (clauseId);
CREATE TRIGGER amended_clause_insert BEFORE INSERT ON amended_clause WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER amended_clause_update BEFORE UPDATE ON amended_clause WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER amended_clause_delete BEFORE DELETE ON amended_clause
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE memorandum_version (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  memorandumId TEXT NOT NULL REFERENCES memorandum (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL DEFAULT '',
  madeAt TEXT,
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX memorandum_version_memorandumId ON memorandum_version (memorandumId);
CREATE INDEX memorandum_version_personId ON memorandum_version (personId);
CREATE TRIGGER memorandum_version_insert BEFORE INSERT ON memorandum_version WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_version_update BEFORE UPDATE ON memorandum_version WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER memorandum_version_delete BEFORE DELETE ON memorandum_version
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE library_clause (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  heading TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE TRIGGER library_clause_insert BEFORE INSERT ON library_clause WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER library_clause_update BEFORE UPDATE ON library_clause WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER library_clause_delete BEFORE DELETE ON library_clause
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

-- What is derived from the records (electron/core/derived.ts): no history, no exchange, made anew where it is missing or
-- of another version.
CREATE TABLE derived_state (
  name TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- Short keys for ids: the register of decisions compares and counts tens of thousands of them.
CREATE TABLE register_key (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- One row for each decision of a meeting that has been held, days as numbers 20261231 (0: no day of the meeting,
-- 99999999: no deadline), ids by their keys (organisation 0: nobody's).
CREATE TABLE register_entry (
  n INTEGER PRIMARY KEY,
  groupKey INTEGER NOT NULL,
  meetingKey INTEGER NOT NULL,
  organisationKey INTEGER NOT NULL,
  heldOn INTEGER NOT NULL,
  dueOn INTEGER NOT NULL,
  status INTEGER NOT NULL,
  repeat INTEGER NOT NULL,
  item INTEGER NOT NULL,
  place INTEGER NOT NULL,
  assignees INTEGER NOT NULL,
  assigneesDone INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  evidence INTEGER NOT NULL,
  numberOrder TEXT NOT NULL,
  textOrder TEXT NOT NULL
) STRICT;
CREATE INDEX register_entry_due ON register_entry (dueOn, heldOn, n, status, groupKey, meetingKey, organisationKey, notes, repeat);
CREATE INDEX register_entry_held ON register_entry (heldOn, meetingKey, item, place, n, status, dueOn, groupKey, organisationKey);
CREATE INDEX register_entry_number ON register_entry (numberOrder, heldOn, n, status, dueOn, groupKey, meetingKey, organisationKey);
CREATE INDEX register_entry_text ON register_entry (textOrder, heldOn, n, status, dueOn, groupKey, meetingKey, organisationKey);
CREATE INDEX register_entry_meetingKey ON register_entry (meetingKey);
CREATE INDEX register_entry_groupKey ON register_entry (groupKey, dueOn);
CREATE INDEX register_entry_unfinished ON register_entry (dueOn, heldOn) WHERE status < 2;

-- Folded words of number, text and assignees that are nobody of the directory.
CREATE TABLE register_words (
  n INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

-- Every organisation that answers for a decision, through its people too.
CREATE TABLE register_assignee (
  organisationKey INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (organisationKey, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_assignee_n ON register_assignee (n);

-- One row for each unfinished obligation of a signed memorandum; it counts up to the day `countsUntil`.
CREATE TABLE due_obligation (
  id TEXT PRIMARY KEY NOT NULL,
  memorandumId TEXT NOT NULL,
  dueOn TEXT,
  countsUntil TEXT
) STRICT;
CREATE INDEX due_obligation_memorandumId ON due_obligation (memorandumId);
CREATE INDEX due_obligation_dueOn ON due_obligation (dueOn);

-- Today asks for what is planned and what minutes wait, not for the thousands that are signed.
CREATE INDEX meeting_status ON meeting (status, removed, heldOn, startsAt);
CREATE INDEX memorandum_term ON memorandum (status, validity, endsOn);
