-- What a revision of a story brought, and whether readers who know the story want to hear of it.
ALTER TABLE story_revision ADD COLUMN changes TEXT;                      -- JSON; null: made before this was recorded
ALTER TABLE story_revision ADD COLUMN material INTEGER NOT NULL DEFAULT 0;
ALTER TABLE story_revision ADD COLUMN article_id INTEGER REFERENCES article (id); -- that joined or changed; null: stories became one
ALTER TABLE story_revision ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0; -- whether the article's publisher changed what it had said
CREATE INDEX story_revision_corrected ON story_revision (created) WHERE corrected = 1;
-- Before an article is taken back, the database looks what else names it.
CREATE INDEX story_revision_article ON story_revision (article_id) WHERE article_id IS NOT NULL;

-- Until when somebody has seen what became of a conversation's stories.
CREATE TABLE look (
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  platform        TEXT NOT NULL,
  person          TEXT NOT NULL,
  at              INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, platform, person)
) WITHOUT ROWID;
CREATE INDEX look_at ON look (at);

-- Whether an article fits a topic, as somebody in a workspace said last.
CREATE TABLE topic_vote (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  topic        TEXT NOT NULL,
  article_id   INTEGER NOT NULL REFERENCES article (id),
  platform     TEXT NOT NULL,
  person       TEXT NOT NULL,
  fits         INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, topic, article_id, platform, person)
) WITHOUT ROWID;
CREATE INDEX topic_vote_article ON topic_vote (article_id);

-- What a moderator has written of a topic and not saved yet.
CREATE TABLE topic_draft (
  workspace_id INTEGER NOT NULL REFERENCES workspace (id),
  platform     TEXT NOT NULL,
  person       TEXT NOT NULL,
  topic        TEXT NOT NULL,
  definition   TEXT NOT NULL, -- JSON, as in topic
  at           INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, platform, person, topic)
) WITHOUT ROWID;

-- Whoever follows much asks for the newest of everything: one walk instead of one look-up for each source.
CREATE INDEX article_source_by_time ON article_source (published, article_id, source_id);
