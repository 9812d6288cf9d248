-- What one of several processes does at a time. Rows stay, so that tokens only rise.
CREATE TABLE lease (
  name   TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  token  INTEGER NOT NULL, -- one more each time that it is taken
  until  INTEGER NOT NULL  -- by the clock of the database; before or at it: anybody may take it
) WITHOUT ROWID;
