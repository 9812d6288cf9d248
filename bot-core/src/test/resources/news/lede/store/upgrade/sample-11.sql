INSERT INTO commit_mark (process, number, at) VALUES ('a-machine/4711', 12, 1777886400000);
INSERT INTO follower (name, change, at) VALUES ('a-machine/4711', 1, 1777886400000);
