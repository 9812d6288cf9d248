-- What one of several processes does at a time. Rows stay, so that tokens only rise.
CREATE TABLE lease (
  name   TEXT COLLATE "C" PRIMARY KEY,
  holder TEXT COLLATE "C" NOT NULL,
  token  BIGINT NOT NULL, -- one more each time that it is taken
  until  BIGINT NOT NULL  -- by the clock of the database; before or at it: anybody may take it
);

-- Our subscriptions at the hubs that feeds name, one for each source at most.
CREATE TABLE hub_subscription (
  source_id BIGINT PRIMARY KEY REFERENCES source (id),
  hub       TEXT COLLATE "C" NOT NULL,
  topic     TEXT COLLATE "C" NOT NULL,
  key       TEXT COLLATE "C" NOT NULL UNIQUE, -- in the address that the hub calls
  secret    TEXT COLLATE "C" NOT NULL,        -- the hub signs with it; empty: it was told none
  state     TEXT COLLATE "C" NOT NULL,        -- WANTED, ASKED, ACTIVE, LEAVING
  due       BIGINT NOT NULL,                  -- when the hub is to be asked
  failures  BIGINT NOT NULL,
  lease     BIGINT,                           -- until when the hub brings what is new
  pushed    BIGINT,                           -- when it last did
  missed    BIGINT NOT NULL,                  -- polls in a row that found what it had not brought
  outcome   TEXT COLLATE "C" NOT NULL,
  version   BIGINT NOT NULL
);
CREATE INDEX hub_subscription_due ON hub_subscription (due, source_id);

-- Whether what members report comes to a conversation, where moderators read it.
ALTER TABLE channel ADD COLUMN reports BIGINT NOT NULL DEFAULT 0;

-- When a report was brought there; null: not yet.
ALTER TABLE story_report ADD COLUMN told BIGINT;
