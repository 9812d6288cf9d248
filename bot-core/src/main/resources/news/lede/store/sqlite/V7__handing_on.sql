-- Whether messages to an announcement channel are handed on to the servers that follow it.
ALTER TABLE channel ADD COLUMN handed_on INTEGER NOT NULL DEFAULT 0;
