INSERT INTO delegation (id, workspace_id, platform, person, topic, conversation_id, at) VALUES
  (1, 1, 'telegram', '503', 'ferries', NULL, 1777884000000), (2, 2, 'discord', '903', '', 2, 1777884000000);
INSERT INTO audit (id, workspace_id, at, platform, person, actor, action, subject, was, became, refused, undone) VALUES
  (1, 1, 1777884000000, 'telegram', '501', 'MEMBER', 'topic.define', 'ferries', '', '{"name":"Ferries"}', 0, 2),
  (2, 1, 1777884300000, NULL, NULL, 'OPERATOR', 'topic.remove', 'ferries', '{"name":"Ferries"}', '', 0, NULL);
INSERT INTO workspace_quota (workspace_id, sources, topics, subscriptions) VALUES (1, 20, 10, 40);
INSERT INTO suggestion (id, workspace_id, conversation_id, platform, person, name, kind, address, at, state, decided, digest) VALUES
  (1, 1, 1, 'telegram', '502', 'Ada', 'LINK', 'https://gazette.example/bridge', 1777884000000, 'APPROVED', 1777884500000, 3),
  (2, 1, 1, NULL, NULL, '', 'SOURCE', 'https://bell.example/feed', 1777884000000, 'OPEN', NULL, NULL);
UPDATE channel SET old_news = 1 WHERE conversation_id = 1;
INSERT INTO retraction (workspace_id, article_id, at) VALUES (2, 3, 1777886200000);
UPDATE delivery SET recall = 1777886200000 WHERE id = 1;
