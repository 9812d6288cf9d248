-- Ids only ever grow (AUTOINCREMENT): indexes and announcements remember "everything up to id n".
-- Instants are milliseconds since 1970, truth is 0 or 1.

-- One row. What is derived from a store (the search index) names it, so that another store in the same folder is not mistaken for it.
CREATE TABLE store_identity (
  identity TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO store_identity (identity) VALUES (lower(hex(randomblob(16))));

CREATE TABLE source (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  kind    TEXT NOT NULL,
  address TEXT NOT NULL UNIQUE,
  title   TEXT NOT NULL
);

CREATE TABLE pack_source (
  pack      TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source (id),
  PRIMARY KEY (pack, source_id)
) WITHOUT ROWID;

CREATE TABLE article (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id   INTEGER REFERENCES article (id), -- absent: it starts its own report
  published   INTEGER NOT NULL,
  approximate INTEGER NOT NULL,
  first_seen  INTEGER NOT NULL,
  language    TEXT NOT NULL,
  max_snippet INTEGER,
  publisher   TEXT,
  url         TEXT,
  title       TEXT NOT NULL,
  body        TEXT NOT NULL -- paragraphs parted by line feeds; last, so that the columns before it are read without it
);
-- Narrow copy of the log: questions that need no text must not read the pages that hold it.
CREATE INDEX article_log ON article (id, published);

CREATE TABLE article_key (
  key        TEXT PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id)
) WITHOUT ROWID;
CREATE INDEX article_key_article ON article_key (article_id);

CREATE TABLE article_source (
  article_id INTEGER NOT NULL REFERENCES article (id),
  source_id  INTEGER NOT NULL REFERENCES source (id),
  published  INTEGER NOT NULL, -- that of the article, for the index below
  PRIMARY KEY (article_id, source_id)
) WITHOUT ROWID;
CREATE INDEX article_source_newest ON article_source (source_id, published, article_id);

CREATE TABLE article_listing (
  lister_id INTEGER NOT NULL REFERENCES article (id),
  listed_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (listed_id, lister_id)
) WITHOUT ROWID;

CREATE TABLE story (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  language TEXT NOT NULL,
  revision INTEGER NOT NULL,
  created  INTEGER NOT NULL,
  updated  INTEGER NOT NULL
);

CREATE TABLE story_member (
  article_id INTEGER PRIMARY KEY REFERENCES article (id),
  story_id   INTEGER NOT NULL REFERENCES story (id),
  revision   INTEGER NOT NULL, -- of the story, that it joined in
  position   INTEGER NOT NULL
);
CREATE UNIQUE INDEX story_member_order ON story_member (story_id, position);

CREATE TABLE story_revision (
  story_id INTEGER NOT NULL REFERENCES story (id),
  revision INTEGER NOT NULL,
  created  INTEGER NOT NULL,
  PRIMARY KEY (story_id, revision)
) WITHOUT ROWID;

-- A merged story leads to its survivor, never to another alias.
CREATE TABLE story_alias (
  story_id    INTEGER PRIMARY KEY REFERENCES story (id),
  survivor_id INTEGER NOT NULL REFERENCES story (id)
);
CREATE INDEX story_alias_survivor ON story_alias (survivor_id);

CREATE TABLE workspace (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  platform TEXT NOT NULL,
  key      TEXT NOT NULL,
  title    TEXT NOT NULL,
  language TEXT NOT NULL,
  zone     TEXT NOT NULL,
  UNIQUE (platform, key)
);

CREATE TABLE workspace_pack (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  pack         TEXT NOT NULL,
  PRIMARY KEY (workspace_id, pack)
) WITHOUT ROWID;

CREATE TABLE workspace_source (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  source_id    INTEGER NOT NULL REFERENCES source (id),
  PRIMARY KEY (workspace_id, source_id)
) WITHOUT ROWID;

CREATE TABLE workspace_role (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  platform     TEXT NOT NULL,
  person       TEXT NOT NULL,
  role         TEXT NOT NULL,
  PRIMARY KEY (workspace_id, platform, person)
) WITHOUT ROWID;

CREATE TABLE conversation (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  platform     TEXT NOT NULL,
  chat         TEXT NOT NULL,
  thread       TEXT NOT NULL, -- empty: the chat itself; NULL would not be unique
  UNIQUE (platform, chat, thread)
);

CREATE TABLE topic (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  name         TEXT NOT NULL,
  definition   TEXT NOT NULL, -- JSON
  PRIMARY KEY (workspace_id, name)
) WITHOUT ROWID;

-- 32-bit floats, little-endian. With row ids: rows of 1.5 kB do not belong into an index's pages.
CREATE TABLE article_vector (
  model      TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  vector     BLOB NOT NULL
);
CREATE UNIQUE INDEX article_vector_key ON article_vector (model, article_id);

CREATE TABLE text_vector (
  model  TEXT NOT NULL,
  text   TEXT NOT NULL,
  vector BLOB NOT NULL
);
CREATE UNIQUE INDEX text_vector_key ON text_vector (model, text);

CREATE TABLE announcement (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  story_id INTEGER NOT NULL REFERENCES story (id),
  revision INTEGER NOT NULL,
  created  INTEGER NOT NULL,
  UNIQUE (story_id, revision)
);

CREATE TABLE poll_state (
  source_id     INTEGER PRIMARY KEY REFERENCES source (id),
  etag          TEXT,
  last_modified TEXT,
  next_poll     INTEGER, -- null: polling has stopped
  last_poll     INTEGER,
  last_success  INTEGER,
  failures      INTEGER NOT NULL,
  outcome       TEXT NOT NULL
);
CREATE INDEX poll_state_due ON poll_state (next_poll);

INSERT INTO source (kind, address, title) VALUES ('IMPORTED', 'lede:imported', 'Imported');
INSERT INTO pack_source (pack, source_id) SELECT 'default', id FROM source WHERE address = 'lede:imported';
