-- The ledger's own tables. `change.current` marks the value in force of a field: the newest one, or the one that a
-- signature fixed. What `sealed` marks has left or may have left this file and never changes again.
CREATE TABLE change_set (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  author TEXT NOT NULL,
  session TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('write', 'typing', 'undo', 'redo', 'received')),
  label TEXT NOT NULL DEFAULT '',
  startedAt TEXT NOT NULL,
  hlc TEXT NOT NULL,
  undoes TEXT,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'final'))
) STRICT;
CREATE INDEX change_set_hlc ON change_set (hlc);
CREATE INDEX change_set_session ON change_set (session, n);

CREATE TABLE change (
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  hlc TEXT NOT NULL,
  changeSet INTEGER NOT NULL REFERENCES change_set (n),
  value TEXT NOT NULL,
  prev TEXT,
  merges TEXT,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  PRIMARY KEY (entity, row, field, hlc)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_changeSet ON change (changeSet);
CREATE TRIGGER change_sealed BEFORE UPDATE OF hlc, value, prev, merges, changeSet ON change WHEN OLD.sealed = 1
BEGIN SELECT RAISE(ABORT, 'sealed changes never change'); END;
CREATE TRIGGER change_delete BEFORE DELETE ON change WHEN OLD.sealed = 1
BEGIN SELECT RAISE(ABORT, 'sealed changes never change'); END;

-- Changes that cannot be understood yet (a newer version's entity, field or value; a clock a day ahead), as they came.
CREATE TABLE change_waiting (
  hlc TEXT NOT NULL,
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('unknown', 'ahead')),
  change TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (entity, row, field, hlc)
) STRICT, WITHOUT ROWID;

-- Rows whose changes are here but which refer to a row that is not, or lack a field they cannot be without.
CREATE TABLE row_waiting (
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  needsEntity TEXT NOT NULL,
  needsRow TEXT NOT NULL,
  PRIMARY KEY (entity, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_waiting_needs ON row_waiting (needsEntity, needsRow);

-- Values that lost against a concurrent one and are kept to be shown; derived from `change`, local to this file.
CREATE TABLE conflict (
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  hlc TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('concurrent', 'displaced', 'revived')),
  foundAt TEXT NOT NULL,
  settledAt TEXT,
  PRIMARY KEY (entity, row, field, hlc)
) STRICT, WITHOUT ROWID;

-- Which signed meetings cover a row (rule 8); derived from the signatures' `covers`, so that a row is found however it
-- was moved elsewhere meanwhile.
CREATE TABLE covered (
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  root TEXT NOT NULL,
  PRIMARY KEY (entity, row, root)
) STRICT, WITHOUT ROWID;

-- What belongs to this file alone and to no record: device, nonce, versions.
CREATE TABLE local (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes of attached files in pieces of 1 MB, stored once for each content.
CREATE TABLE attachment_chunk (
  sha256 TEXT NOT NULL,
  n INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, n)
) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER setting_insert BEFORE INSERT ON setting WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER setting_update BEFORE UPDATE ON setting WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER setting_delete BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  name TEXT NOT NULL DEFAULT '',
  shortName TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('regionalAdministration', 'police', 'socialService', 'localAuthority', 'education', 'health', 'migrationService', 'employmentService', 'judiciary', 'ngo', 'international', 'other')),
  territory TEXT,
  address TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER organisation_insert BEFORE INSERT ON organisation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER organisation_update BEFORE UPDATE ON organisation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER organisation_delete BEFORE DELETE ON organisation
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  surname TEXT NOT NULL DEFAULT '',
  givenName TEXT NOT NULL DEFAULT '',
  patronymic TEXT NOT NULL DEFAULT '',
  gender TEXT NOT NULL DEFAULT 'unknown' CHECK (gender IN ('female', 'male', 'unknown')),
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  nameCases TEXT
) STRICT;
CREATE TRIGGER person_insert BEFORE INSERT ON person WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER person_update BEFORE UPDATE ON person WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER person_delete BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE office (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  personId TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT NOT NULL DEFAULT '',
  startsOn TEXT,
  endsOn TEXT
) STRICT;
CREATE INDEX office_personId ON office (personId);
CREATE INDEX office_organisationId ON office (organisationId);
CREATE TRIGGER office_insert BEFORE INSERT ON office WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER office_update BEFORE UPDATE ON office WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER office_delete BEFORE DELETE ON office
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE working_group (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  name TEXT NOT NULL DEFAULT '',
  nameGenitive TEXT NOT NULL DEFAULT '',
  shortName TEXT NOT NULL DEFAULT '',
  legalBasis TEXT NOT NULL DEFAULT '',
  territory TEXT,
  quorumKind TEXT NOT NULL DEFAULT 'majority' CHECK (quorumKind IN ('majority', 'twoThirds', 'fixed')),
  quorumFixed INTEGER,
  numberingPattern TEXT NOT NULL DEFAULT '{n}',
  numberingPeriod TEXT NOT NULL DEFAULT 'year' CHECK (numberingPeriod IN ('year', 'term')),
  termStartsOn TEXT,
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  place TEXT NOT NULL DEFAULT '',
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX working_group_organisationId ON working_group (organisationId);
CREATE TRIGGER working_group_insert BEFORE INSERT ON working_group WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER working_group_update BEFORE UPDATE ON working_group WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER working_group_delete BEFORE DELETE ON working_group
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE seat (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  groupId TEXT NOT NULL REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
  organisationId TEXT NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  votes INTEGER NOT NULL DEFAULT 1 CHECK (votes IN (0, 1)),
  sortKey TEXT NOT NULL DEFAULT 'a0',
  startsOn TEXT,
  endsOn TEXT
) STRICT;
CREATE INDEX seat_groupId ON seat (groupId);
CREATE INDEX seat_organisationId ON seat (organisationId);
CREATE TRIGGER seat_insert BEFORE INSERT ON seat WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER seat_update BEFORE UPDATE ON seat WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER seat_delete BEFORE DELETE ON seat
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE membership (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  groupId TEXT NOT NULL REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
  personId TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  seatId TEXT REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('chair', 'deputy', 'secretary', 'member', 'adviser')),
  sortKey TEXT NOT NULL DEFAULT 'a0',
  startsOn TEXT,
  endsOn TEXT
) STRICT;
CREATE INDEX membership_groupId ON membership (groupId);
CREATE INDEX membership_personId ON membership (personId);
CREATE INDEX membership_seatId ON membership (seatId);
CREATE TRIGGER membership_insert BEFORE INSERT ON membership WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER membership_update BEFORE UPDATE ON membership WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER membership_delete BEFORE DELETE ON membership
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  groupId TEXT NOT NULL REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('ordinary', 'extraordinary', 'roundTable', 'joint', 'advocacy', 'training', 'correspondence')),
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'inSession', 'draftMinutes', 'underApproval', 'signed', 'cancelled')),
  cancelReason TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  heldOn TEXT,
  startsAt TEXT,
  endsAt TEXT,
  place TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  sequence INTEGER,
  number TEXT NOT NULL DEFAULT '',
  chairId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  secretaryId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  openedAt TEXT,
  closedAt TEXT,
  circulatedOn TEXT,
  remarksUntil TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_groupId ON meeting (groupId);
CREATE INDEX meeting_heldOn ON meeting (removed, heldOn);
CREATE INDEX meeting_chairId ON meeting (chairId);
CREATE INDEX meeting_secretaryId ON meeting (secretaryId);
CREATE TRIGGER meeting_insert BEFORE INSERT ON meeting WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER meeting_update BEFORE UPDATE ON meeting WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER meeting_delete BEFORE DELETE ON meeting
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('ordinary', 'carryOver')),
  sortKey TEXT NOT NULL DEFAULT 'a0',
  title TEXT NOT NULL DEFAULT '',
  rapporteurId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  rapporteurText TEXT NOT NULL DEFAULT '',
  minutesPlanned INTEGER,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agenda_item_meetingId ON agenda_item (meetingId);
CREATE INDEX agenda_item_rapporteurId ON agenda_item (rapporteurId);
CREATE TRIGGER agenda_item_insert BEFORE INSERT ON agenda_item WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER agenda_item_update BEFORE UPDATE ON agenda_item WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER agenda_item_delete BEFORE DELETE ON agenda_item
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE participant (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('chair', 'deputy', 'secretary', 'member', 'adviser', 'guest')),
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  nameText TEXT NOT NULL DEFAULT '',
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  positionText TEXT NOT NULL DEFAULT '',
  seatId TEXT REFERENCES seat (id) DEFERRABLE INITIALLY DEFERRED,
  insteadOfId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  answer TEXT NOT NULL DEFAULT 'none' CHECK (answer IN ('none', 'coming', 'notComing', 'substitute')),
  answerNote TEXT NOT NULL DEFAULT '',
  attendance TEXT NOT NULL DEFAULT 'expected' CHECK (attendance IN ('expected', 'present', 'remote', 'absent', 'excused')),
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX participant_meetingId ON participant (meetingId);
CREATE INDEX participant_personId ON participant (personId);
CREATE INDEX participant_organisationId ON participant (organisationId);
CREATE INDEX participant_seatId ON participant (seatId);
CREATE INDEX participant_insteadOfId ON participant (insteadOfId);
CREATE TRIGGER participant_insert BEFORE INSERT ON participant WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER participant_update BEFORE UPDATE ON participant WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER participant_delete BEFORE DELETE ON participant
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE presence (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  participantId TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  fromAt TEXT,
  untilAt TEXT
) STRICT;
CREATE INDEX presence_participantId ON presence (participantId);
CREATE TRIGGER presence_insert BEFORE INSERT ON presence WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER presence_update BEFORE UPDATE ON presence WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER presence_delete BEFORE DELETE ON presence
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE session_mark (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'itemStarted' CHECK (kind IN ('opened', 'itemStarted', 'breakStarted', 'breakEnded', 'closed')),
  at TEXT,
  itemId TEXT REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT CHECK (reason IN ('pause', 'alarm', 'power'))
) STRICT;
CREATE INDEX session_mark_meetingId ON session_mark (meetingId);
CREATE INDEX session_mark_itemId ON session_mark (itemId);
CREATE TRIGGER session_mark_insert BEFORE INSERT ON session_mark WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER session_mark_update BEFORE UPDATE ON session_mark WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER session_mark_delete BEFORE DELETE ON session_mark
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE speech (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  itemId TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'speech' CHECK (kind IN ('heard', 'speech')),
  sortKey TEXT NOT NULL DEFAULT 'a0',
  speakerId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  speakerText TEXT NOT NULL DEFAULT '',
  saidAt TEXT,
  text TEXT NOT NULL DEFAULT '',
  textAttached INTEGER NOT NULL DEFAULT 0 CHECK (textAttached IN (0, 1))
) STRICT;
CREATE INDEX speech_itemId ON speech (itemId);
CREATE INDEX speech_speakerId ON speech (speakerId);
CREATE TRIGGER speech_insert BEFORE INSERT ON speech WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER speech_update BEFORE UPDATE ON speech WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER speech_delete BEFORE DELETE ON speech
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE remark (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  authorText TEXT NOT NULL DEFAULT '',
  itemId TEXT REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT '',
  receivedOn TEXT,
  outcome TEXT NOT NULL DEFAULT 'pending' CHECK (outcome IN ('pending', 'accepted', 'partly', 'rejected')),
  outcomeText TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX remark_meetingId ON remark (meetingId);
CREATE INDEX remark_personId ON remark (personId);
CREATE INDEX remark_itemId ON remark (itemId);
CREATE TRIGGER remark_insert BEFORE INSERT ON remark WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER remark_update BEFORE UPDATE ON remark WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER remark_delete BEFORE DELETE ON remark
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE approval (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  participantId TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'remarks', 'noAnswer')),
  answeredOn TEXT
) STRICT;
CREATE INDEX approval_meetingId ON approval (meetingId);
CREATE INDEX approval_participantId ON approval (participantId);
CREATE TRIGGER approval_insert BEFORE INSERT ON approval WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER approval_update BEFORE UPDATE ON approval WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER approval_delete BEFORE DELETE ON approval
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE signature (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL DEFAULT '',
  signedOn TEXT,
  chairName TEXT NOT NULL DEFAULT '',
  secretaryName TEXT NOT NULL DEFAULT '',
  snapshot TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL DEFAULT '',
  covers TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX signature_meetingId ON signature (meetingId);
CREATE TRIGGER signature_insert BEFORE INSERT ON signature WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER signature_update BEFORE UPDATE ON signature WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER signature_delete BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE correction (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  meetingId TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT NOT NULL DEFAULT '',
  correctedOn TEXT,
  itemId TEXT REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  was TEXT NOT NULL DEFAULT '',
  now TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  chairName TEXT NOT NULL DEFAULT '',
  secretaryName TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX correction_meetingId ON correction (meetingId);
CREATE INDEX correction_itemId ON correction (itemId);
CREATE TRIGGER correction_insert BEFORE INSERT ON correction WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER correction_update BEFORE UPDATE ON correction WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER correction_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE text_block (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  title TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE TRIGGER text_block_insert BEFORE INSERT ON text_block WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER text_block_update BEFORE UPDATE ON text_block WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER text_block_delete BEFORE DELETE ON text_block
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE agenda_template (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  kind TEXT NOT NULL DEFAULT 'ordinary' CHECK (kind IN ('ordinary', 'extraordinary', 'roundTable', 'joint', 'advocacy', 'training', 'correspondence')),
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER agenda_template_insert BEFORE INSERT ON agenda_template WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER agenda_template_update BEFORE UPDATE ON agenda_template WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER agenda_template_delete BEFORE DELETE ON agenda_template
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE template_item (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  templateId TEXT NOT NULL REFERENCES agenda_template (id) DEFERRABLE INITIALLY DEFERRED,
  sortKey TEXT NOT NULL DEFAULT 'a0',
  title TEXT NOT NULL DEFAULT '',
  minutesPlanned INTEGER
) STRICT;
CREATE INDEX template_item_templateId ON template_item (templateId);
CREATE TRIGGER template_item_insert BEFORE INSERT ON template_item WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER template_item_update BEFORE UPDATE ON template_item WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER template_item_delete BEFORE DELETE ON template_item
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE decision (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  itemId TEXT NOT NULL REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'decision' CHECK (kind IN ('decision', 'information')),
  sortKey TEXT NOT NULL DEFAULT 'a0',
  text TEXT NOT NULL DEFAULT '',
  dueOn TEXT,
  voteMode TEXT NOT NULL DEFAULT 'none' CHECK (voteMode IN ('none', 'consensus', 'counts', 'rollCall', 'secret')),
  votesFor INTEGER,
  votesAgainst INTEGER,
  votesAbstained INTEGER,
  noQuorumReason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX decision_itemId ON decision (itemId);
CREATE TRIGGER decision_insert BEFORE INSERT ON decision WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER decision_update BEFORE UPDATE ON decision WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER decision_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE assignee (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  nameText TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX assignee_decisionId ON assignee (decisionId);
CREATE INDEX assignee_organisationId ON assignee (organisationId);
CREATE INDEX assignee_personId ON assignee (personId);
CREATE TRIGGER assignee_insert BEFORE INSERT ON assignee WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER assignee_update BEFORE UPDATE ON assignee WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER assignee_delete BEFORE DELETE ON assignee
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE ballot (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  participantId TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  choice TEXT NOT NULL DEFAULT 'notVoted' CHECK (choice IN ('for', 'against', 'abstained', 'recused', 'notVoted'))
) STRICT;
CREATE INDEX ballot_decisionId ON ballot (decisionId);
CREATE INDEX ballot_participantId ON ballot (participantId);
CREATE TRIGGER ballot_insert BEFORE INSERT ON ballot WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER ballot_update BEFORE UPDATE ON ballot WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER ballot_delete BEFORE DELETE ON ballot
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE dissent (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  participantId TEXT NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX dissent_decisionId ON dissent (decisionId);
CREATE INDEX dissent_participantId ON dissent (participantId);
CREATE TRIGGER dissent_insert BEFORE INSERT ON dissent WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER dissent_update BEFORE UPDATE ON dissent WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER dissent_delete BEFORE DELETE ON dissent
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE execution (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'inProgress', 'done', 'cancelled')),
  dueOn TEXT
) STRICT;
CREATE INDEX execution_decisionId ON execution (decisionId);
CREATE TRIGGER execution_insert BEFORE INSERT ON execution WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER execution_update BEFORE UPDATE ON execution WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER execution_delete BEFORE DELETE ON execution
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE progress_note (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  decisionId TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
  notedOn TEXT,
  personId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX progress_note_decisionId ON progress_note (decisionId);
CREATE INDEX progress_note_personId ON progress_note (personId);
CREATE TRIGGER progress_note_insert BEFORE INSERT ON progress_note WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER progress_note_update BEFORE UPDATE ON progress_note WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER progress_note_delete BEFORE DELETE ON progress_note
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  ownerEntity TEXT NOT NULL DEFAULT '',
  ownerId TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  mediaType TEXT NOT NULL DEFAULT '',
  size INTEGER,
  sha256 TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX attachment_ownerId ON attachment (ownerId);
CREATE INDEX attachment_sha256 ON attachment (sha256);
CREATE TRIGGER attachment_insert BEFORE INSERT ON attachment WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER attachment_update BEFORE UPDATE ON attachment WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER attachment_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE exported_report (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  report TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL DEFAULT 'uk' CHECK (form IN ('uk', 'en', 'lt', 'lv')),
  title TEXT NOT NULL DEFAULT '',
  fileName TEXT NOT NULL DEFAULT '',
  subjectEntity TEXT NOT NULL DEFAULT '',
  subjectId TEXT NOT NULL DEFAULT '',
  exportedAt TEXT,
  sha256 TEXT NOT NULL DEFAULT '',
  stateClock TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER exported_report_insert BEFORE INSERT ON exported_report WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER exported_report_update BEFORE UPDATE ON exported_report WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER exported_report_delete BEFORE DELETE ON exported_report
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

