-- The picture a publisher shows with an article; null: none, or stored before pictures were kept.
ALTER TABLE article ADD COLUMN image TEXT;

-- What somebody in a workspace thinks of a story. Kept on the article whose title the story bore, as votes on topics are.
CREATE TABLE story_vote (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  article_id   INTEGER NOT NULL REFERENCES article (id),
  platform     TEXT NOT NULL,
  person       TEXT NOT NULL,
  good         INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, article_id, platform, person)
) WITHOUT ROWID;
CREATE INDEX story_vote_article ON story_vote (article_id);

-- What somebody says is wrong with a story, until a moderator has seen to it.
CREATE TABLE story_report (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  workspace_id    INTEGER NOT NULL REFERENCES workspace (id),
  conversation_id INTEGER NOT NULL REFERENCES conversation (id), -- where it was said
  article_id      INTEGER NOT NULL REFERENCES article (id),      -- whose title the story bore
  revision        INTEGER NOT NULL,                              -- of the story as it was seen
  platform        TEXT NOT NULL,
  person          TEXT NOT NULL,
  kind            TEXT NOT NULL, -- what is wrong, a word of ours
  words           TEXT NOT NULL, -- theirs; may be empty
  at              INTEGER NOT NULL,
  settled         INTEGER,       -- when a moderator had seen to it; null: not yet
  UNIQUE (workspace_id, article_id, platform, person, kind)
);
CREATE INDEX story_report_open ON story_report (workspace_id, id) WHERE settled IS NULL;
CREATE INDEX story_report_article ON story_report (article_id);

-- What a platform handed us and nobody has answered yet. Rows go when they are answered, at most a day later.
CREATE TABLE received_update (
  platform TEXT NOT NULL,
  number   INTEGER NOT NULL, -- the platform's, rising
  body     TEXT NOT NULL,    -- as received
  at       INTEGER NOT NULL,
  PRIMARY KEY (platform, number)
) WITHOUT ROWID;
CREATE INDEX received_update_at ON received_update (at);

-- What an adapter told its platform last (menus, descriptions), to tell it only what has changed.
CREATE TABLE platform_fact (
  platform TEXT NOT NULL,
  account  TEXT NOT NULL, -- of the bot
  name     TEXT NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (platform, account, name)
) WITHOUT ROWID;
