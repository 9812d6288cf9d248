-- A source that was removed keeps its row: articles name it, and adding it again brings it back.
ALTER TABLE source ADD COLUMN removed INTEGER; -- since when; null: it is read

ALTER TABLE poll_state ADD COLUMN digest TEXT;            -- of the last body that could be read: an equal one need not be read again
ALTER TABLE poll_state ADD COLUMN failing_since INTEGER;  -- null: the last poll succeeded
ALTER TABLE poll_state ADD COLUMN newest_entry INTEGER;   -- when the newest entry was published
ALTER TABLE poll_state ADD COLUMN usual_gap INTEGER;      -- milliseconds between two entries, as a rule
ALTER TABLE poll_state ADD COLUMN wished_interval INTEGER;               -- what the publisher's feed asks for, in milliseconds
ALTER TABLE poll_state ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0; -- bits: hours in UTC at which not to come
ALTER TABLE poll_state ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;  -- bits: days likewise, Monday lowest
ALTER TABLE poll_state ADD COLUMN moved_to TEXT;          -- a permanent redirect that is not yet believed
ALTER TABLE poll_state ADD COLUMN moved_sightings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE poll_state ADD COLUMN moved_since INTEGER;

-- What entries a source has carried ("seen" marks), and which of them have still to become articles.
CREATE TABLE entry (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id     INTEGER NOT NULL REFERENCES source (id),
  key           TEXT NOT NULL,
  fingerprint   TEXT NOT NULL,    -- of title and text; another one means that the publisher edited it
  received      INTEGER NOT NULL,
  first_contact INTEGER NOT NULL, -- was there when the source was first read: seen, but no news
  changed       INTEGER NOT NULL, -- was known before, and edited
  attempts      INTEGER NOT NULL,
  waiting       INTEGER,          -- not before then; null: it needs nothing any more
  payload       TEXT              -- JSON; null when it waits for nothing
);
CREATE UNIQUE INDEX entry_key ON entry (source_id, key);
CREATE INDEX entry_waiting ON entry (source_id, waiting, id) WHERE waiting IS NOT NULL;

-- Hosts that asked to be left alone for a while.
CREATE TABLE host_rest (
  host  TEXT PRIMARY KEY,
  until INTEGER NOT NULL
) WITHOUT ROWID;

-- What happened to a source that somebody should know of.
CREATE TABLE source_event (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES source (id),
  at        INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  detail    TEXT NOT NULL
);
CREATE INDEX source_event_by_source ON source_event (source_id, id);

-- States of an article whose headline or text its publisher changed: the first one and each later one. An article that never changed has none.
CREATE TABLE article_version (
  article_id INTEGER NOT NULL REFERENCES article (id),
  version    INTEGER NOT NULL,
  seen       INTEGER NOT NULL,
  title      TEXT NOT NULL,
  body       TEXT NOT NULL,
  PRIMARY KEY (article_id, version)
);

-- Articles whose pages are to be read again, to see corrections.
CREATE TABLE article_revisit (
  article_id    INTEGER PRIMARY KEY REFERENCES article (id),
  due           INTEGER NOT NULL,
  round         INTEGER NOT NULL, -- how many were done
  etag          TEXT,
  last_modified TEXT,
  headline      TEXT              -- that the page had at the last reading
);
CREATE INDEX article_revisit_due ON article_revisit (due);

-- Before an article is taken back, the database looks what else names it.
CREATE INDEX article_report ON article (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX article_vector_article ON article_vector (article_id);

-- Who follows a source is asked at each poll of it.
CREATE INDEX workspace_source_by_source ON workspace_source (source_id, workspace_id);
CREATE INDEX workspace_pack_by_pack ON workspace_pack (pack, workspace_id);
CREATE INDEX pack_source_by_source ON pack_source (source_id, pack);
