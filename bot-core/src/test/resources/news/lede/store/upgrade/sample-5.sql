INSERT INTO wish (id, kind, subject, filter, languages, least) VALUES (1, 'EVERYTHING', '', '', '', 1), (2, 'TOPIC', 'ferries', '', 'de,en', 2);
INSERT INTO subscription (id, wish_id, conversation_id, workspace_id, instant, schedule, zone, next_due, created, platform, person, paused_until) VALUES
  (1, 1, 1, 1, 1, '', 'Europe/Lisbon', NULL, 1777880000000, 'telegram', '501', NULL),
  (2, 2, 2, 2, 0, 'mon,tue 07:30', 'Europe/Berlin', 1777959000000, 1777880000000, 'discord', '901', 1777890000000);
INSERT INTO channel (conversation_id, budget, quiet_from, quiet_until, silent, mention, style, paused_until) VALUES
  (1, 12, 1320, 420, 'DIGESTS', '80001', 'COMPACT', 1777887000000);
INSERT INTO suspension (conversation_id, reason, detail, since, told) VALUES (3, 'NO_RIGHTS', 'may not write', 1777882000000, 1777882100000);
INSERT INTO announcement (id, story_id, revision, created, matched, expanded) VALUES
  (2, 1, 3, 1777883000000, 1777883001000, NULL), (3, 2, 1, 1777885260000, 1777885261000, 1777885262000);
INSERT INTO wish_match (wish_id, announcement_id, story_id, article_id, workspace_id, at, score, reached) VALUES (1, 2, 1, 1, 0, 1777883001000, 0.75, 0);
INSERT INTO delivery (id, platform, conversation_id, kind, story_id, number, revision, state, lane, planned, due, attempts, doubts, attempted, finished, receipt, problem) VALUES
  (1, 'telegram', 1, 'FIRST', 1, 0, 1, 'SENT', 1, 1777881661000, NULL, 1, 0, 1777881662000, 1777881663000, '77', NULL),
  (2, 'telegram', 1, 'UPDATE', 1, 3, 3, 'RETRY', 1, 1777883002000, 1777883100000, 2, 1, 1777883003000, NULL, NULL, 'answered 500'),
  (3, 'discord', 2, 'DIGEST', 0, 1777876200000, 0, 'SENT', 2, 1777876200000, NULL, 1, 0, 1777876201000, 1777876202000, '7001/88', NULL),
  (4, 'discord', 3, 'FIRST', 2, 0, 1, 'HELD', 1, 1777885261000, NULL, 0, 0, NULL, NULL, NULL, 'BUDGET');
INSERT INTO delivery_reason (delivery_id, subscription_id) VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO delivery_story (delivery_id, position, story_id, revision) VALUES (3, 0, 1, 1);
INSERT INTO told (story_id, conversation_id, delivery_id, receipt, at, shown, wanted, edit_due) VALUES
  (1, 1, 1, '77', 1777881663000, 1, 3, 1777883060000), (1, 2, 3, NULL, 1777876202000, 1, 1, NULL);
INSERT INTO platform_rest (platform, until) VALUES ('telegram', 1777883090000);
