-- The exchange between agencies: rules 11 to 22. What the ledger writes first, then what belongs to this file alone.
-- Where the same minutes were signed twice apart: the signature that a person has decided for, and what it was between.
ALTER TABLE meeting ADD COLUMN rulingId TEXT;
ALTER TABLE meeting ADD COLUMN ruledOver TEXT NOT NULL DEFAULT '';

CREATE TABLE agency_card (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  agencyId TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  recipient TEXT NOT NULL DEFAULT '',
  verifyKey TEXT NOT NULL DEFAULT '',
  fingerprint TEXT NOT NULL DEFAULT '',
  renews TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'imported' CHECK (state IN ('introduced', 'imported', 'trusted', 'replaced', 'revoked')),
  checked TEXT NOT NULL DEFAULT 'none' CHECK (checked IN ('none', 'telephone', 'inPerson', 'scanned')),
  trustedAt TEXT,
  madeAt TEXT,
  introducedBy TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agency_card_agencyId ON agency_card (agencyId);
CREATE TRIGGER agency_card_insert BEFORE INSERT ON agency_card WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER agency_card_update BEFORE UPDATE ON agency_card WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER agency_card_delete BEFORE DELETE ON agency_card
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE exchange_member (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  groupId TEXT NOT NULL REFERENCES working_group (id) DEFERRABLE INITIALLY DEFERRED,
  agencyId TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX exchange_member_groupId ON exchange_member (groupId);
CREATE INDEX exchange_member_agencyId ON exchange_member (agencyId);
CREATE TRIGGER exchange_member_insert BEFORE INSERT ON exchange_member WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER exchange_member_update BEFORE UPDATE ON exchange_member WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER exchange_member_delete BEFORE DELETE ON exchange_member
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

CREATE TABLE erasure (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 1 AND 64),
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
  personId TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  withName INTEGER NOT NULL DEFAULT 0 CHECK (withName IN (0, 1)),
  at TEXT,
  byAgencyId TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX erasure_personId ON erasure (personId);
CREATE INDEX erasure_byAgencyId ON erasure (byAgencyId);
CREATE TRIGGER erasure_insert BEFORE INSERT ON erasure WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER erasure_update BEFORE UPDATE ON erasure WHEN ledger_open() = 0
BEGIN SELECT RAISE(ABORT, 'only the ledger writes'); END;
CREATE TRIGGER erasure_delete BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'rows stay: removal is a field'); END;

-- Rule 22: what a person asked to be erased is blanked in sealed changes too, by that act alone.
DROP TRIGGER change_sealed;
CREATE TRIGGER change_sealed BEFORE UPDATE OF hlc, prev, merges, changeSet ON change WHEN OLD.sealed = 1
BEGIN SELECT RAISE(ABORT, 'sealed changes never change'); END;
CREATE TRIGGER change_sealed_value BEFORE UPDATE OF value ON change WHEN OLD.sealed = 1 AND ledger_open() <> 2
BEGIN SELECT RAISE(ABORT, 'sealed changes never change'); END;

-- Rule 4: a sealed change from the future that its sender has issued again under a present clock; in force nowhere.
ALTER TABLE change ADD COLUMN void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1));
CREATE INDEX change_reissue ON change (entity, row, field, merges) WHERE merges > hlc;

-- What waits to be sealed: a change made here, on a record that some scope holds, is found by its own index.
CREATE INDEX change_unsealed ON change (entity, row) WHERE sealed = 0;

-- Records that a scope (a working group) holds: rule 12 seals all current fields of those that are new in it.
CREATE TABLE scope_row (
  scope TEXT NOT NULL,
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (scope, entity, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX scope_row_row ON scope_row (entity, row);

-- Records that a scope has held and holds no longer: partners have them, and must hear of a removal when they come back.
CREATE TABLE scope_left (
  scope TEXT NOT NULL,
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (scope, entity, row)
) STRICT, WITHOUT ROWID;

-- Changes that came through one scope, or before their record was in it, and have to go into our stream of another one.
CREATE TABLE seal_queue (
  scope TEXT NOT NULL,
  entity TEXT NOT NULL,
  row TEXT NOT NULL,
  field TEXT NOT NULL,
  hlc TEXT NOT NULL,
  PRIMARY KEY (scope, entity, row, field, hlc)
) STRICT, WITHOUT ROWID;

-- Rule 13: runs of streams as they were signed by their origin, ours too; passed on unchanged. `content` is the raw
-- deflate of the NDJSON file, `sha256`, `crc` and `size` are of what it unpacks to. It stands last, so that a list of
-- batches does not read through them.
CREATE TABLE batch (
  n INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  scope TEXT NOT NULL,
  base INTEGER NOT NULL,
  upto INTEGER NOT NULL,
  origin TEXT NOT NULL,
  signer TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('own', 'merged', 'held')),
  reason TEXT NOT NULL DEFAULT '',
  through TEXT NOT NULL DEFAULT '',
  receivedAt TEXT,
  changes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  crc INTEGER NOT NULL,
  size INTEGER NOT NULL,
  signature BLOB NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (device, scope, base, upto, sha256)
) STRICT;
CREATE INDEX batch_stream ON batch (device, scope, upto);
CREATE INDEX batch_held ON batch (state) WHERE state = 'held';

-- Batches of a package between its reading and its merge, within one transaction: empty after it.
CREATE TABLE staged_batch (
  n INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  crc INTEGER NOT NULL,
  size INTEGER NOT NULL,
  signature BLOB NOT NULL,
  content BLOB NOT NULL
) STRICT;

-- How far each stream is durably here: merged, held or finally refused (rule 16).
CREATE TABLE stream (
  device TEXT NOT NULL,
  scope TEXT NOT NULL,
  origin TEXT NOT NULL,
  upto INTEGER NOT NULL,
  PRIMARY KEY (device, scope)
) STRICT, WITHOUT ROWID;

-- What a partner's installation has said that it has, the newest word (rules 16, 17).
CREATE TABLE peer (
  agencyId TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  heardAt TEXT NOT NULL,
  have TEXT NOT NULL,
  wants TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (agencyId, incarnation)
) STRICT, WITHOUT ROWID;

-- Contents of files that an installation of a partner has.
CREATE TABLE peer_file (
  agencyId TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (agencyId, incarnation, sha256)
) STRICT, WITHOUT ROWID;

-- Packages and receipts that went and came. `details` is JSON: streams, refusals, troubles.
CREATE TABLE exchange_log (
  id TEXT PRIMARY KEY NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  agencyId TEXT NOT NULL,
  at TEXT NOT NULL,
  carrier TEXT NOT NULL CHECK (carrier IN ('file', 'mail', 'folder')),
  fileName TEXT NOT NULL,
  number INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  manifestSha256 TEXT NOT NULL,
  changes INTEGER NOT NULL,
  attachments INTEGER NOT NULL,
  refused INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0,
  conflicts INTEGER NOT NULL DEFAULT 0,
  acknowledgedAt TEXT,
  details TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX exchange_log_agencyId ON exchange_log (agencyId, at);
CREATE INDEX exchange_log_manifest ON exchange_log (manifestSha256);
