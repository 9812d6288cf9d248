INSERT INTO lease (name, holder, token, until) VALUES ('grouping', 'a-machine/4711', 3, 1777886400000);
