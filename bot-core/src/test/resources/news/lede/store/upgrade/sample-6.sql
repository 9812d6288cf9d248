UPDATE article SET image = 'https://courier.example/ferry.jpg' WHERE id = 1;
INSERT INTO story_vote (workspace_id, article_id, platform, person, good, at) VALUES (1, 1, 'telegram', '502', 1, 1777884100000);
INSERT INTO story_report (id, workspace_id, conversation_id, article_id, revision, platform, person, kind, words, at, settled) VALUES
  (1, 1, 1, 1, 3, 'telegram', '502', 'WRONG', 'there were 40', 1777884200000, NULL),
  (2, 2, 2, 3, 1, 'discord', '902', 'NOT_NEWS', '', 1777886000000, 1777886100000);
INSERT INTO received_update (platform, number, body, at) VALUES ('telegram', 8801, '{"update_id":8801}', 1777886000000);
INSERT INTO platform_fact (platform, account, name, value) VALUES ('telegram', '4242', 'menu:en', '5f2c');
