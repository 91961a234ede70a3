-- Projects: what is planned and held, for whom, with whose money, and how far it has come.

CREATE TABLE project (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  groupId TEXT REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  shortName TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'uk' CHECK (language IN ('uk', 'en', 'lt', 'lv')),
  status TEXT NOT NULL DEFAULT 'preparing' CHECK (status IN ('preparing', 'ongoing', 'suspended', 'completed', 'cancelled')),
  goal TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  startsOn TEXT,
  endsOn TEXT,
  leadId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  leadText TEXT NOT NULL DEFAULT '',
  managerId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  managerText TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT 'UAH',
  predecessorId TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX project_groupId ON project (groupId);
CREATE INDEX project_leadId ON project (leadId);
CREATE INDEX project_managerId ON project (managerId);
CREATE TRIGGER project_insert BEFORE INSERT ON project WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_update BEFORE UPDATE ON project WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_delete BEFORE DELETE ON project
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE project_place (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  country TEXT NOT NULL DEFAULT '',
  territory TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX project_place_projectId ON project_place (projectId);
CREATE TRIGGER project_place_insert BEFORE INSERT ON project_place WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_place_update BEFORE UPDATE ON project_place WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_place_delete BEFORE DELETE ON project_place
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE project_partner (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  nameText TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT 'partner' CHECK (role IN ('lead', 'partner', 'associated', 'contractor', 'other')),
  task TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX project_partner_projectId ON project_partner (projectId);
CREATE INDEX project_partner_organisationId ON project_partner (organisationId);
CREATE TRIGGER project_partner_insert BEFORE INSERT ON project_partner WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_partner_update BEFORE UPDATE ON project_partner WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_partner_delete BEFORE DELETE ON project_partner
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE project_memorandum (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  memorandumId TEXT NOT NULL REFERENCES memorandum (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_memorandum_projectId ON project_memorandum (projectId);
CREATE INDEX project_memorandum_memorandumId ON project_memorandum (memorandumId);
CREATE TRIGGER project_memorandum_insert BEFORE INSERT ON project_memorandum WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_memorandum_update BEFORE UPDATE ON project_memorandum WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_memorandum_delete BEFORE DELETE ON project_memorandum
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE objective (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  parentId TEXT,
  text TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX objective_projectId ON objective (projectId);
CREATE TRIGGER objective_insert BEFORE INSERT ON objective WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER objective_update BEFORE UPDATE ON objective WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER objective_delete BEFORE DELETE ON objective
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE activity_line (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  objectiveId TEXT REFERENCES objective (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX activity_line_projectId ON activity_line (projectId);
CREATE INDEX activity_line_objectiveId ON activity_line (objectiveId);
CREATE TRIGGER activity_line_insert BEFORE INSERT ON activity_line WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_line_update BEFORE UPDATE ON activity_line WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_line_delete BEFORE DELETE ON activity_line
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  lineId TEXT REFERENCES activity_line (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('roundTable', 'training', 'campaign', 'actionPlan', 'monitoringVisit', 'advocacyMeeting', 'conference', 'study', 'publication', 'other')),
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'held', 'postponed', 'cancelled')),
  statusReason TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  plannedFrom TEXT,
  plannedUntil TEXT,
  baselineFrom TEXT,
  baselineUntil TEXT,
  actualFrom TEXT,
  actualUntil TEXT,
  place TEXT NOT NULL DEFAULT '',
  organiserId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  organiserText TEXT NOT NULL DEFAULT '',
  responsibleId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  meetingId TEXT REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  participants INTEGER,
  outcome TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX activity_projectId ON activity (projectId);
CREATE INDEX activity_lineId ON activity (lineId);
CREATE INDEX activity_organiserId ON activity (organiserId);
CREATE INDEX activity_responsibleId ON activity (responsibleId);
CREATE INDEX activity_meetingId ON activity (meetingId);
CREATE TRIGGER activity_insert BEFORE INSERT ON activity WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_update BEFORE UPDATE ON activity WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_delete BEFORE DELETE ON activity
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE activity_place (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  activityId TEXT NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  country TEXT NOT NULL DEFAULT '',
  territory TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'follows' CHECK (status IN ('follows', 'planned', 'held', 'missed')),
  heldOn TEXT,
  outcome TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX activity_place_activityId ON activity_place (activityId);
CREATE TRIGGER activity_place_insert BEFORE INSERT ON activity_place WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_place_update BEFORE UPDATE ON activity_place WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_place_delete BEFORE DELETE ON activity_place
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE participant_count (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  activityId TEXT NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  dimension TEXT NOT NULL CHECK (dimension IN ('sex', 'ageBand', 'profession', 'country')),
  key TEXT NOT NULL DEFAULT '',
  people INTEGER,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX participant_count_activityId ON participant_count (activityId);
CREATE TRIGGER participant_count_insert BEFORE INSERT ON participant_count WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER participant_count_update BEFORE UPDATE ON participant_count WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER participant_count_delete BEFORE DELETE ON participant_count
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE activity_dependency (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  activityId TEXT NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  afterId TEXT NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  lagDays INTEGER
) STRICT;
CREATE INDEX activity_dependency_activityId ON activity_dependency (activityId);
CREATE INDEX activity_dependency_afterId ON activity_dependency (afterId);
CREATE TRIGGER activity_dependency_insert BEFORE INSERT ON activity_dependency WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_dependency_update BEFORE UPDATE ON activity_dependency WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_dependency_delete BEFORE DELETE ON activity_dependency
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE activity_obligation (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  activityId TEXT NOT NULL REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  obligationId TEXT NOT NULL REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX activity_obligation_activityId ON activity_obligation (activityId);
CREATE INDEX activity_obligation_obligationId ON activity_obligation (obligationId);
CREATE TRIGGER activity_obligation_insert BEFORE INSERT ON activity_obligation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_obligation_update BEFORE UPDATE ON activity_obligation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER activity_obligation_delete BEFORE DELETE ON activity_obligation
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE milestone (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  lineId TEXT REFERENCES activity_line (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  dueOn TEXT,
  baselineOn TEXT,
  reachedOn TEXT,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX milestone_projectId ON milestone (projectId);
CREATE INDEX milestone_lineId ON milestone (lineId);
CREATE TRIGGER milestone_insert BEFORE INSERT ON milestone WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER milestone_update BEFORE UPDATE ON milestone WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER milestone_delete BEFORE DELETE ON milestone
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE deliverable (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  activityId TEXT REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'inProgress', 'ready', 'published', 'dropped')),
  dueOn TEXT,
  doneOn TEXT,
  source TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX deliverable_projectId ON deliverable (projectId);
CREATE INDEX deliverable_activityId ON deliverable (activityId);
CREATE TRIGGER deliverable_insert BEFORE INSERT ON deliverable WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER deliverable_update BEFORE UPDATE ON deliverable WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER deliverable_delete BEFORE DELETE ON deliverable
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE translation (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  deliverableId TEXT NOT NULL REFERENCES deliverable (id) DEFERRABLE INITIALLY DEFERRED,
  language TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'translating', 'editing', 'ready', 'published')),
  doneOn TEXT,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX translation_deliverableId ON translation (deliverableId);
CREATE TRIGGER translation_insert BEFORE INSERT ON translation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER translation_update BEFORE UPDATE ON translation WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER translation_delete BEFORE DELETE ON translation
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE risk (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  likelihood INTEGER,
  impact INTEGER,
  ownerId TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  ownerText TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'occurred', 'closed')),
  reviewedOn TEXT,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX risk_projectId ON risk (projectId);
CREATE INDEX risk_ownerId ON risk (ownerId);
CREATE TRIGGER risk_insert BEFORE INSERT ON risk WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER risk_update BEFORE UPDATE ON risk WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER risk_delete BEFORE DELETE ON risk
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE indicator (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  objectiveId TEXT REFERENCES objective (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  decimals INTEGER,
  baseline INTEGER,
  baselineOn TEXT,
  frequency TEXT NOT NULL DEFAULT 'year' CHECK (frequency IN ('once', 'month', 'quarter', 'halfYear', 'year')),
  summing TEXT NOT NULL DEFAULT 'sum' CHECK (summing IN ('sum', 'last', 'mean')),
  disaggregation TEXT NOT NULL DEFAULT 'none' CHECK (disaggregation IN ('none', 'sex', 'ageBand', 'profession', 'country', 'own')),
  source TEXT NOT NULL DEFAULT '',
  rule TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX indicator_projectId ON indicator (projectId);
CREATE INDEX indicator_objectiveId ON indicator (objectiveId);
CREATE TRIGGER indicator_insert BEFORE INSERT ON indicator WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER indicator_update BEFORE UPDATE ON indicator WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER indicator_delete BEFORE DELETE ON indicator
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE indicator_target (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  indicatorId TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL DEFAULT '',
  value INTEGER
) STRICT;
CREATE INDEX indicator_target_indicatorId ON indicator_target (indicatorId);
CREATE TRIGGER indicator_target_insert BEFORE INSERT ON indicator_target WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER indicator_target_update BEFORE UPDATE ON indicator_target WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER indicator_target_delete BEFORE DELETE ON indicator_target
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE indicator_value (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  indicatorId TEXT NOT NULL REFERENCES indicator (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL DEFAULT '',
  territory TEXT NOT NULL DEFAULT '',
  key TEXT NOT NULL DEFAULT '',
  value INTEGER,
  source TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX indicator_value_indicatorId ON indicator_value (indicatorId, territory, period, key, removed, value);
CREATE TRIGGER indicator_value_insert BEFORE INSERT ON indicator_value WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER indicator_value_update BEFORE UPDATE ON indicator_value WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER indicator_value_delete BEFORE DELETE ON indicator_value
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE programme_task (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  task TEXT NOT NULL DEFAULT '',
  indicatorText TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  measure TEXT NOT NULL DEFAULT '',
  responsible TEXT NOT NULL DEFAULT '',
  moneySource TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX programme_task_projectId ON programme_task (projectId);
CREATE TRIGGER programme_task_insert BEFORE INSERT ON programme_task WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER programme_task_update BEFORE UPDATE ON programme_task WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER programme_task_delete BEFORE DELETE ON programme_task
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE programme_year (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  taskId TEXT NOT NULL REFERENCES programme_task (id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER,
  value TEXT NOT NULL DEFAULT '',
  amount INTEGER
) STRICT;
CREATE INDEX programme_year_taskId ON programme_year (taskId);
CREATE TRIGGER programme_year_insert BEFORE INSERT ON programme_year WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER programme_year_update BEFORE UPDATE ON programme_year WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER programme_year_delete BEFORE DELETE ON programme_year
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE narrative (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  period TEXT NOT NULL DEFAULT '',
  section TEXT NOT NULL CHECK (section IN ('summary', 'context', 'planned', 'held', 'results', 'deviations', 'partners', 'money', 'lessons', 'nextSteps')),
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX narrative_projectId ON narrative (projectId);
CREATE TRIGGER narrative_insert BEFORE INSERT ON narrative WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER narrative_update BEFORE UPDATE ON narrative WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER narrative_delete BEFORE DELETE ON narrative
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE funder (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  organisationId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
  nameText TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT 'UAH',
  amount INTEGER,
  agreement TEXT NOT NULL DEFAULT '',
  signedOn TEXT,
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX funder_projectId ON funder (projectId);
CREATE INDEX funder_organisationId ON funder (organisationId);
CREATE TRIGGER funder_insert BEFORE INSERT ON funder WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER funder_update BEFORE UPDATE ON funder WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER funder_delete BEFORE DELETE ON funder
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE budget_line (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  funderId TEXT NOT NULL REFERENCES funder (id) DEFERRABLE INITIALLY DEFERRED,
  lineId TEXT REFERENCES activity_line (id) DEFERRABLE INITIALLY DEFERRED,
  category TEXT NOT NULL DEFAULT 'other' CHECK (category IN ('personnel', 'experts', 'travel', 'events', 'materials', 'translation', 'services', 'equipment', 'grants', 'administration', 'other')),
  code TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  amount INTEGER,
  note TEXT NOT NULL DEFAULT '',
  sortKey TEXT NOT NULL DEFAULT 'a0'
) STRICT;
CREATE INDEX budget_line_projectId ON budget_line (projectId);
CREATE INDEX budget_line_funderId ON budget_line (funderId);
CREATE INDEX budget_line_lineId ON budget_line (lineId);
CREATE TRIGGER budget_line_insert BEFORE INSERT ON budget_line WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER budget_line_update BEFORE UPDATE ON budget_line WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER budget_line_delete BEFORE DELETE ON budget_line
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE expense (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  budgetLineId TEXT NOT NULL REFERENCES budget_line (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'spending' CHECK (kind IN ('commitment', 'spending')),
  commitmentId TEXT,
  activityId TEXT REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  spentOn TEXT,
  document TEXT NOT NULL DEFAULT '',
  payee TEXT NOT NULL DEFAULT '',
  amount INTEGER,
  currency TEXT NOT NULL DEFAULT 'UAH',
  rate INTEGER,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX expense_budgetLineId ON expense (budgetLineId);
CREATE INDEX expense_activityId ON expense (activityId);
CREATE TRIGGER expense_insert BEFORE INSERT ON expense WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER expense_update BEFORE UPDATE ON expense WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER expense_delete BEFORE DELETE ON expense
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE project_rate (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  projectId TEXT NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  currency TEXT NOT NULL DEFAULT '',
  rate INTEGER,
  ratedOn TEXT,
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX project_rate_projectId ON project_rate (projectId);
CREATE TRIGGER project_rate_insert BEFORE INSERT ON project_rate WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_rate_update BEFORE UPDATE ON project_rate WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER project_rate_delete BEFORE DELETE ON project_rate
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE INDEX project_predecessorId ON project (predecessorId);
CREATE INDEX objective_parentId ON objective (parentId);
CREATE INDEX expense_commitmentId ON expense (commitmentId);
CREATE INDEX activity_planned ON activity (plannedFrom, projectId, removed);
CREATE INDEX activity_place_territory ON activity_place (territory, activityId);
CREATE INDEX indicator_value_period ON indicator_value (indicatorId, period, territory, key, removed, value);

-- Derived from the records (electron/core/projects/indicators/sums.ts): what the values of an indicator come to in each
-- period, so that a project with values of every community opens at once. `whole`: said of all together; then how many
-- values there are of territories, of groups everywhere and of groups of a territory, and the sums of the first two.
CREATE TABLE indicator_period (
  indicatorId TEXT NOT NULL,
  period TEXT NOT NULL,
  n INTEGER NOT NULL,
  whole INTEGER,
  places INTEGER NOT NULL,
  placesSum INTEGER NOT NULL,
  groups INTEGER NOT NULL,
  groupsSum INTEGER NOT NULL,
  both INTEGER NOT NULL,
  PRIMARY KEY (indicatorId, period)
) STRICT, WITHOUT ROWID;

-- How many values an indicator has of each territory: where a page of a list by places begins.
CREATE TABLE indicator_place (
  indicatorId TEXT NOT NULL,
  territory TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (indicatorId, territory)
) STRICT, WITHOUT ROWID;

-- Derived from the records (electron/core/projects/activities/entries.ts): what lists of activities filter and sort by,
-- narrow, so that 20,000 of them are read at once. Days that are none are null. `lineKey` orders the lines of a project,
-- behind them what has none; `titleKey` and `placeKey` order as the alphabet does.
CREATE TABLE activity_entry (
  id TEXT PRIMARY KEY NOT NULL,
  projectId TEXT NOT NULL,
  lineId TEXT,
  lineKey TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  plannedFrom TEXT,
  plannedUntil TEXT,
  actualFrom TEXT,
  actualUntil TEXT,
  organiserId TEXT,
  participants INTEGER,
  territory TEXT NOT NULL,
  titleKey TEXT NOT NULL,
  placeKey TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_entry_order ON activity_entry (projectId, lineKey, sortKey, id);

-- The folded words of an activity, for the words that a person types above a list.
CREATE TABLE activity_words (
  id TEXT PRIMARY KEY NOT NULL,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What lists, home pages and Today count: every column they ask for, so that no record is read whole.
CREATE INDEX activity_entry_project ON activity_entry
  (projectId, status, kind, lineId, plannedFrom, plannedUntil, actualFrom, actualUntil);
CREATE INDEX activity_entry_waiting ON activity_entry (plannedFrom, plannedUntil, projectId)
  WHERE status IN ('planned', 'postponed');
CREATE INDEX activity_baseline ON activity
  (projectId, status, baselineFrom, baselineUntil, plannedFrom, plannedUntil)
  WHERE removed = 0 AND (baselineFrom IS NOT NULL OR baselineUntil IS NOT NULL);
CREATE INDEX project_running ON project (status, removed, id, startsOn, endsOn);
CREATE INDEX indicator_followed ON indicator (projectId, removed, rule, frequency, id);
CREATE INDEX expense_sums ON expense (budgetLineId, removed, kind, currency, amount);
