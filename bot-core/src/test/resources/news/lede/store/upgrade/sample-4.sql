INSERT INTO story_revision (story_id, revision, created, changes, material, article_id, corrected) VALUES
  (1, 3, 1777883000000, '[{"kind":"headline","before":"Ferry runs aground","after":"Ferry runs aground off Koru Island"}]', 1, 1, 1);
UPDATE story SET revision = 3, updated = 1777883000000 WHERE id = 1;
INSERT INTO look (conversation_id, platform, person, at) VALUES (1, 'telegram', '502', 1777884000000);
INSERT INTO topic_vote (workspace_id, topic, article_id, platform, person, fits, at) VALUES (1, 'ferries', 1, 'telegram', '501', 1, 1777884000000);
INSERT INTO topic_draft (workspace_id, platform, person, topic, definition, at) VALUES
  (1, 'telegram', '501', 'bridges', '{"names":{"en":"Bridges"},"description":"bridges of Larkhaven"}', 1777884000000);
