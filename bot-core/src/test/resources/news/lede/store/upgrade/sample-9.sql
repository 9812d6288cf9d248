INSERT INTO lease (name, holder, token, until) VALUES ('grouping', 'a-machine/4711', 3, 1777886400000);
INSERT INTO hub_subscription (source_id, hub, topic, key, secret, state, due, failures, lease, pushed, missed, outcome, version) VALUES
  (2, 'https://hub.example/', 'https://courier.example/feed', 'k1', 's1', 'ACTIVE', 1777968000000, 0, 1777972800000, 1777882000000, 0, 'pushed', 2);
UPDATE channel SET reports = 1 WHERE conversation_id = 1;
UPDATE story_report SET told = 1777884300000 WHERE id = 1;
INSERT INTO article_change (article_id) VALUES (1);
