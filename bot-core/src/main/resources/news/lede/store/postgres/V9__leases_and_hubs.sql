-- What one of several processes does at a time. Rows stay, so that tokens only rise.
CREATE TABLE lease (
  name   TEXT COLLATE "C" PRIMARY KEY,
  holder TEXT COLLATE "C" NOT NULL,
  token  BIGINT NOT NULL, -- one more each time that it is taken
  until  BIGINT NOT NULL  -- by the clock of the database; before or at it: anybody may take it
);
