-- What somebody wants to hear of, apart from who wants it: equal wishes are one row, and are matched once.
CREATE TABLE wish (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  kind      TEXT NOT NULL,    -- TOPIC, WORDS, SOURCE, EVERYTHING
  subject   TEXT NOT NULL,    -- name of the topic, words, id of the source; empty
  filter    TEXT NOT NULL,    -- in its canonical form; empty: none
  languages TEXT NOT NULL,    -- codes in order, parted by commas; empty: all
  least     INTEGER NOT NULL, -- independent publishers that a story needs
  UNIQUE (kind, subject, filter, languages, least)
);

CREATE TABLE subscription (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  wish_id         INTEGER NOT NULL REFERENCES wish (id),
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  workspace_id    INTEGER NOT NULL REFERENCES workspace (id), -- that of the conversation
  instant         INTEGER NOT NULL, -- told at once; else by digest
  schedule        TEXT NOT NULL,    -- of the digest, in its canonical form; empty when told at once
  zone            TEXT NOT NULL,    -- in which the schedule's times are meant
  next_due        INTEGER,          -- of the digest; null: none
  created         INTEGER NOT NULL,
  platform        TEXT NOT NULL,    -- who asked for it
  person          TEXT NOT NULL,
  paused_until    INTEGER,          -- null: not paused
  UNIQUE (conversation_id, wish_id, instant)
);
CREATE INDEX subscription_by_wish ON subscription (wish_id, instant, id);
CREATE INDEX subscription_by_workspace ON subscription (workspace_id, id);
CREATE INDEX subscription_by_wish_within ON subscription (wish_id, workspace_id, instant, id);
CREATE INDEX subscription_due ON subscription (next_due, id) WHERE next_due IS NOT NULL;

-- How a conversation wants to be told. A conversation without a row wants the defaults.
CREATE TABLE channel (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversation (id),
  budget          INTEGER,          -- messages a local day; null: the default
  quiet_from      INTEGER,          -- minutes of the local day; null: no quiet hours
  quiet_until     INTEGER,
  silent          TEXT NOT NULL,    -- which messages make no sound: NONE, DIGESTS, ALL
  mention         TEXT,             -- the one role that alerts may mention
  style           TEXT NOT NULL,    -- HEADLINES, COMPACT, CARD
  paused_until    INTEGER           -- null: not paused
);

-- A conversation that cannot be written to. Its settings and subscriptions wait.
CREATE TABLE suspension (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversation (id),
  reason          TEXT NOT NULL,
  detail          TEXT NOT NULL,
  since           INTEGER NOT NULL,
  told            INTEGER           -- when whoever can mend it was told; null: not yet
);

-- An announcement is matched with all wishes once, then each wish it fits is expanded to deliveries, batch after batch.
ALTER TABLE announcement ADD COLUMN matched INTEGER;  -- when; null: not yet
ALTER TABLE announcement ADD COLUMN expanded INTEGER; -- when everybody's delivery was planned; null: not yet
UPDATE announcement SET matched = created, expanded = created;
CREATE INDEX announcement_open ON announcement (id) WHERE expanded IS NULL;

CREATE TABLE wish_match (
  wish_id         INTEGER NOT NULL REFERENCES wish (id),
  announcement_id INTEGER NOT NULL REFERENCES announcement (id),
  story_id        INTEGER NOT NULL REFERENCES story (id),
  article_id      INTEGER NOT NULL REFERENCES article (id),
  workspace_id    INTEGER NOT NULL, -- whose own topic was meant; 0: what is shared by all who made nothing of their own
  at              INTEGER NOT NULL,
  score           REAL NOT NULL,
  reached         INTEGER,          -- the last subscription that was expanded; null: all were
  PRIMARY KEY (wish_id, announcement_id, article_id, workspace_id)
) WITHOUT ROWID;
CREATE INDEX wish_match_open ON wish_match (announcement_id, wish_id) WHERE reached IS NOT NULL;
CREATE INDEX wish_match_by_time ON wish_match (wish_id, at);
CREATE INDEX wish_match_by_story ON wish_match (story_id, wish_id);
CREATE INDEX wish_match_by_article ON wish_match (article_id);

-- The outbox: messages that are planned, under way, sent or held.
CREATE TABLE delivery (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  platform        TEXT NOT NULL,    -- that of the conversation
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  kind            TEXT NOT NULL,    -- FIRST, UPDATE, CORRECTION, DIGEST
  story_id        INTEGER NOT NULL, -- 0: a digest
  number          INTEGER NOT NULL, -- FIRST: 0; UPDATE, CORRECTION: the revision; DIGEST: the instant it was due
  revision        INTEGER NOT NULL, -- of the story, that it was planned for; 0: a digest
  state           TEXT NOT NULL,    -- PLANNED, SENDING, SENT, RETRY, UNKNOWN, HELD, GIVEN_UP, CANCELLED
  lane            INTEGER NOT NULL, -- lower is sooner
  planned         INTEGER NOT NULL,
  due             INTEGER,          -- not before; null: nothing is to be done, or its conversation is suspended
  attempts        INTEGER NOT NULL, -- begun
  doubts          INTEGER NOT NULL, -- of those: how many got no answer
  attempted       INTEGER,          -- when the last one began
  finished        INTEGER,
  receipt         TEXT,
  problem         TEXT,             -- of the last attempt, or why it is held or given up
  UNIQUE (conversation_id, story_id, kind, number)
);
-- Holds all that choosing the next ones looks at.
CREATE INDEX delivery_due ON delivery (platform, lane, due, id, conversation_id, state) WHERE due IS NOT NULL;
CREATE INDEX delivery_open ON delivery (conversation_id, id) WHERE due IS NOT NULL;
CREATE INDEX delivery_begun ON delivery (platform) WHERE state = 'SENDING';
CREATE INDEX delivery_by_story ON delivery (story_id, conversation_id);
CREATE INDEX delivery_held ON delivery (conversation_id, id) WHERE state = 'HELD';
CREATE INDEX delivery_held_since ON delivery (id) WHERE state = 'HELD';
CREATE INDEX delivery_finished ON delivery (conversation_id, finished) WHERE finished IS NOT NULL;

-- Which subscriptions wanted it.
CREATE TABLE delivery_reason (
  delivery_id     INTEGER NOT NULL REFERENCES delivery (id),
  subscription_id INTEGER NOT NULL, -- may be gone
  PRIMARY KEY (delivery_id, subscription_id)
) WITHOUT ROWID;

-- What a digest tells of.
CREATE TABLE delivery_story (
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  position    INTEGER NOT NULL,
  story_id    INTEGER NOT NULL REFERENCES story (id),
  revision    INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, position)
) WITHOUT ROWID;

CREATE INDEX delivery_story_by_story ON delivery_story (story_id, delivery_id);

-- What a conversation knows of a story, and the message that says so.
CREATE TABLE told (
  story_id        INTEGER NOT NULL REFERENCES story (id),
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  delivery_id     INTEGER NOT NULL REFERENCES delivery (id),
  receipt         TEXT,             -- null: told within a digest, which is not edited
  at              INTEGER NOT NULL,
  shown           INTEGER NOT NULL, -- the revision that the message shows
  wanted          INTEGER NOT NULL, -- the revision that it should show
  edit_due        INTEGER,          -- not before; null: nothing to edit
  PRIMARY KEY (story_id, conversation_id)
) WITHOUT ROWID;
CREATE INDEX told_by_conversation ON told (conversation_id, at);
CREATE INDEX told_edits ON told (edit_due) WHERE edit_due IS NOT NULL;

-- A platform that asked to be left alone altogether.
CREATE TABLE platform_rest (
  platform TEXT PRIMARY KEY,
  until    INTEGER NOT NULL
) WITHOUT ROWID;
