-- What an installation had when its store was at version 1. Each later file adds what its version made room for.
INSERT INTO source (id, kind, address, title) VALUES
  (2, 'FEED', 'https://courier.example/feed', 'Harbour Courier'),
  (3, 'FEED', 'https://gazette.example/feed', 'Coast Gazette'),
  (4, 'PAGE', 'https://digest.example/today', 'Meridia Digest');
INSERT INTO pack_source (pack, source_id) VALUES ('default', 2), ('regional', 3);
INSERT INTO article (id, report_id, published, approximate, first_seen, language, max_snippet, publisher, url, title, body) VALUES
  (1, NULL, 1777881600000, 0, 1777881660000, 'en', NULL, 'Harbour Courier', 'https://courier.example/ferry', 'Ferry runs aground off Koru Island',
   'The ferry ran aground on Monday with 40 people aboard.
Nobody was hurt, said harbour master Tobias Wrenfield.'),
  (2, 1, 1777882200000, 0, 1777882260000, 'en', 120, 'Coast Gazette', 'https://gazette.example/ferry', 'Ferry aground off Koru Island',
   'The ferry ran aground on Monday with 40 people aboard.'),
  (3, NULL, 1777885200000, 1, 1777885260000, 'de', NULL, NULL, NULL, 'Rat von Larkhaven stimmt für neue Brücke', 'Der Rat stimmte am Montag für die Brücke.'),
  (4, NULL, 1777885800000, 0, 1777885860000, 'en', NULL, 'Meridia Digest', 'https://digest.example/today', 'What Meridia talks of', 'Two things today.');
INSERT INTO article_key (key, article_id) VALUES
  ('link:https://courier.example/ferry', 1), ('link:https://gazette.example/ferry', 2), ('hash:larkhaven', 3), ('link:https://digest.example/today', 4);
INSERT INTO article_source (article_id, source_id, published) VALUES
  (1, 2, 1777881600000), (2, 3, 1777882200000), (3, 1, 1777885200000), (4, 4, 1777885800000);
INSERT INTO article_listing (lister_id, listed_id) VALUES (4, 1);
INSERT INTO story (id, language, revision, created, updated) VALUES
  (1, 'en', 2, 1777881660000, 1777882260000), (2, 'de', 1, 1777885260000, 1777885260000), (3, 'en', 1, 1777882260000, 1777882260000), (4, 'en', 1, 1777885860000, 1777885860000);
INSERT INTO story_member (article_id, story_id, revision, position) VALUES (1, 1, 1, 0), (2, 1, 2, 1), (3, 2, 1, 0), (4, 4, 1, 0);
INSERT INTO story_revision (story_id, revision, created) VALUES
  (1, 1, 1777881660000), (1, 2, 1777882260000), (2, 1, 1777885260000), (3, 1, 1777882260000), (4, 1, 1777885860000);
INSERT INTO story_alias (story_id, survivor_id) VALUES (3, 1);
INSERT INTO workspace (id, platform, key, title, language, zone) VALUES
  (1, 'telegram', 'chat:-1001', 'Friends of the harbour', 'en', 'Europe/Lisbon'),
  (2, 'discord', 'guild:700', 'Larkhaven', 'de', 'Europe/Berlin');
INSERT INTO workspace_pack (workspace_id, pack) VALUES (1, 'default'), (2, 'default'), (2, 'regional');
INSERT INTO workspace_source (workspace_id, source_id) VALUES (1, 4);
INSERT INTO workspace_role (workspace_id, platform, person, role) VALUES (1, 'telegram', '501', 'MODERATOR');
INSERT INTO conversation (id, workspace_id, platform, chat, thread) VALUES
  (1, 1, 'telegram', '-1001', ''), (2, 2, 'discord', '7001', ''), (3, 2, 'discord', '7002', '9002');
INSERT INTO topic (workspace_id, name, definition) VALUES
  (1, 'ferries', '{"names":{"en":"Ferries"},"description":"ships that carry people across the harbour","words":{"en":["ferry","ferries"]}}');
INSERT INTO article_vector (model, article_id, vector) VALUES ('all-minilm-l6-v2-int8/64', 1, ${bytes});
INSERT INTO text_vector (model, text, vector) VALUES ('all-minilm-l6-v2-int8/64', 'ships that carry people', ${bytes});
INSERT INTO announcement (id, story_id, revision, created) VALUES (1, 1, 1, 1777881660000);
INSERT INTO poll_state (source_id, etag, last_modified, next_poll, last_poll, last_success, failures, outcome) VALUES
  (2, '"v41"', 'Mon, 04 May 2026 08:00:00 GMT', 1777886400000, 1777882500000, 1777882500000, 0, 'NEW'),
  (4, NULL, NULL, NULL, 1777882500000, NULL, 9, 'GONE');
