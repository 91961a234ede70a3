-- The search index (docs/search.md), derived from the records: made anew where it is missing or of another version.

-- Where each text in the index stands. `n` is its place in the index and orders the texts: names before bodies, newer
-- before older. `content` is a hash of its words: what has not changed is not written again.
CREATE TABLE search_text (
  n INTEGER PRIMARY KEY,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  part INTEGER NOT NULL,
  groupKey INTEGER NOT NULL,
  content INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_text_record ON search_text (id, entity, part);

CREATE TABLE search_group (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- The forms of words as they are written, folded; no text can be read back from them. What has a name, what is told at
-- length and the pieces of attached files stand apart, so that a search of one need not pass over the others.
CREATE VIRTUAL TABLE search_names USING fts5 (forms, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_bodies USING fts5 (forms, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_pieces USING fts5 (forms, content = '', contentless_delete = 1, tokenize = 'ascii');

-- Every form that occurs, with the number of texts it came in with, and whether it is a form of some name.
CREATE TABLE search_word (
  form TEXT PRIMARY KEY NOT NULL,
  seen INTEGER NOT NULL,
  name INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The forms that may belong to one word.
CREATE TABLE search_stem (
  stem TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (stem, form)
) STRICT, WITHOUT ROWID;

-- The text of attached Word files, by content; empty where a file could not be read.
CREATE TABLE search_file (
  sha256 TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- How far the index is: JSON, one row.
CREATE TABLE search_progress (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  value TEXT NOT NULL
) STRICT;
