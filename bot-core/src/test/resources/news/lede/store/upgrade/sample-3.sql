INSERT INTO source (id, kind, address, title, removed) VALUES (5, 'FEED', 'https://ledger.example/feed', 'Old Ledger', 1777882000000);
INSERT INTO poll_state (source_id, etag, last_modified, next_poll, last_poll, last_success, failures, outcome, digest, failing_since, newest_entry, usual_gap,
    wished_interval, skip_hours, skip_days, moved_to, moved_sightings, moved_since) VALUES
  (3, '"g7"', 'Mon, 04 May 2026 08:10:00 GMT', 1777886400000, 1777882500000, 1777882400000, 2, 'TIMEOUT', 'a1b2', 1777882500000, 1777882200000, 3600000,
   1800000, 6, 96, 'https://gazette.example/news.xml', 2, 1777881000000);
INSERT INTO entry (id, source_id, key, fingerprint, received, first_contact, changed, attempts, waiting, payload) VALUES
  (1, 2, 'guid:ferry', 'f1', 1777881650000, 1, 0, 1, NULL, NULL),
  (2, 3, 'guid:ferry', 'f2', 1777882250000, 0, 1, 2, 1777886000000, '{"title":"Ferry towed to Port Ellery"}');
INSERT INTO host_rest (host, until) VALUES ('gazette.example', 1777889000000);
INSERT INTO source_event (id, source_id, at, kind, detail) VALUES (1, 4, 1777882500000, 'ENDED', 'answered 410');
INSERT INTO article_version (article_id, version, seen, title, body) VALUES
  (1, 1, 1777881660000, 'Ferry runs aground', 'The ferry ran aground on Monday with 30 people aboard.'),
  (1, 2, 1777883000000, 'Ferry runs aground off Koru Island', 'The ferry ran aground on Monday with 40 people aboard.');
INSERT INTO article_revisit (article_id, due, round, etag, last_modified, headline) VALUES
  (1, 1777903200000, 1, '"p3"', 'Mon, 04 May 2026 08:20:00 GMT', 'Ferry runs aground off Koru Island');
