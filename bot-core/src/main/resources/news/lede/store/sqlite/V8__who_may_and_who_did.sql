-- What an editor is in charge of, beside what their role allows everywhere. A topic, or a conversation; the other one is empty or null.
CREATE TABLE delegation (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace_id    INTEGER NOT NULL REFERENCES workspace (id),
  platform        TEXT NOT NULL,
  person          TEXT NOT NULL,
  topic           TEXT NOT NULL DEFAULT '',
  conversation_id INTEGER REFERENCES conversation (id),
  at              INTEGER NOT NULL
);
CREATE INDEX delegation_of ON delegation (workspace_id, platform, person);

-- What was changed in a workspace, by whom, and what somebody tried who may not. Rows stay; a person who is erased is forgotten in them.
CREATE TABLE audit (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  at           INTEGER NOT NULL,
  platform     TEXT,             -- of the actor; null: a former member, or the operator
  person       TEXT,
  actor        TEXT NOT NULL,    -- MEMBER, OPERATOR, FORMER
  action       TEXT NOT NULL,    -- a word of ours
  subject      TEXT NOT NULL,    -- what was changed: a topic, a source, a conversation
  was          TEXT NOT NULL,    -- JSON; empty: there was nothing
  became       TEXT NOT NULL,    -- JSON; empty: there is nothing
  refused      INTEGER NOT NULL DEFAULT 0,
  undone       INTEGER           -- the row that undid it; null: stands
);
CREATE INDEX audit_latest ON audit (workspace_id, id);
CREATE INDEX audit_by ON audit (platform, person);

-- What a workspace may have at most, where the operator said otherwise than for all. Null: as for all.
CREATE TABLE workspace_quota (
  workspace_id  INTEGER PRIMARY KEY REFERENCES workspace (id),
  sources       INTEGER,
  topics        INTEGER,
  subscriptions INTEGER
);

-- What members propose: a link to be told, or a source to be read. Decided once.
CREATE TABLE suggestion (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace_id    INTEGER NOT NULL REFERENCES workspace (id),
  conversation_id INTEGER NOT NULL REFERENCES conversation (id), -- where it was made
  platform        TEXT,          -- of who made it; null: a former member
  person          TEXT,
  name            TEXT NOT NULL, -- shown with thanks; empty: not to be shown
  kind            TEXT NOT NULL, -- LINK, SOURCE
  address         TEXT NOT NULL,
  at              INTEGER NOT NULL,
  state           TEXT NOT NULL, -- OPEN, APPROVED, DECLINED
  decided         INTEGER,
  digest          INTEGER,       -- the delivery that thanks for it; null: none yet
  UNIQUE (workspace_id, address)
);
CREATE INDEX suggestion_open ON suggestion (workspace_id, id) WHERE state = 'OPEN';
CREATE INDEX suggestion_due ON suggestion (workspace_id, decided) WHERE state = 'APPROVED';
CREATE INDEX suggestion_digest ON suggestion (digest) WHERE digest IS NOT NULL;
CREATE INDEX suggestion_by ON suggestion (platform, person);

-- Whether a link that is old news is answered in a conversation unasked.
ALTER TABLE channel ADD COLUMN old_news INTEGER NOT NULL DEFAULT 0;

-- A story that a moderator had taken back in a workspace: it is not told there any more.
CREATE TABLE retraction (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  article_id   INTEGER NOT NULL REFERENCES article (id), -- whose title the story bore
  at           INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, article_id)
) WITHOUT ROWID;
CREATE INDEX retraction_article ON retraction (article_id);

-- Not before then is the message that a delivery brought to be changed, since what it told was taken or given back; null: it is not.
ALTER TABLE delivery ADD COLUMN recall INTEGER;
CREATE INDEX delivery_recall ON delivery (recall, id) WHERE recall IS NOT NULL;

-- What has begun in conversations that are suspended counts for their day.
CREATE INDEX delivery_resting ON delivery (conversation_id) WHERE due IS NULL AND finished IS NULL AND state <> 'HELD';
