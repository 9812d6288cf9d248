-- The latest transaction of each process that was kept. Whoever got no answer to a commit looks here.
CREATE TABLE commit_mark (
  process TEXT PRIMARY KEY, -- another one after each start
  number  INTEGER NOT NULL,
  at      INTEGER NOT NULL -- by the clock of the database
);

-- How far each process has followed the log of what became of articles: what all have followed may go.
CREATE TABLE follower (
  name   TEXT PRIMARY KEY, -- another one after each start
  change INTEGER NOT NULL, -- article_change.id
  at     INTEGER NOT NULL  -- when it said so, by the clock of the database
);
