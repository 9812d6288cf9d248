-- What one of several processes does at a time. Rows stay, so that tokens only rise.
CREATE TABLE lease (
  name   TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  token  INTEGER NOT NULL, -- one more each time that it is taken
  until  INTEGER NOT NULL  -- by the clock of the database; before or at it: anybody may take it
) WITHOUT ROWID;

-- Our subscriptions at the hubs that feeds name, one for each source at most.
CREATE TABLE hub_subscription (
  source_id INTEGER PRIMARY KEY REFERENCES source (id),
  hub       TEXT NOT NULL,
  topic     TEXT NOT NULL,
  key       TEXT NOT NULL UNIQUE, -- in the address that the hub calls
  secret    TEXT NOT NULL,        -- the hub signs with it; empty: it was told none
  state     TEXT NOT NULL,        -- WANTED, ASKED, ACTIVE, LEAVING
  due       INTEGER NOT NULL,     -- when the hub is to be asked
  failures  INTEGER NOT NULL,
  lease     INTEGER,              -- until when the hub brings what is new
  pushed    INTEGER,              -- when it last did
  missed    INTEGER NOT NULL,     -- polls in a row that found what it had not brought
  outcome   TEXT NOT NULL,
  version   INTEGER NOT NULL
);
CREATE INDEX hub_subscription_due ON hub_subscription (due, source_id);

-- Whether what members report comes to a conversation, where moderators read it.
ALTER TABLE channel ADD COLUMN reports INTEGER NOT NULL DEFAULT 0;

-- When a report was brought there; null: not yet.
ALTER TABLE story_report ADD COLUMN told INTEGER;

-- What became of articles after they were stored, in order: another text, another source, gone. Each process reads it for what it derives from articles.
CREATE TABLE article_change (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL -- may be gone
);

-- Before an old message or announcement is let go, the database looks what names it.
CREATE INDEX told_by_delivery ON told (delivery_id);
CREATE INDEX wish_match_by_announcement ON wish_match (announcement_id);
