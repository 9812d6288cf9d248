/**
 * Named interests: definitions, matching. In: topics that ship and that moderators define, articles, words. Out: how well an
 * article or story fits a topic, and by which words. Start at {@link news.lede.topic.Topic}.
 *
 * <p>Stored as {@code topic(workspace_id, name, definition)}, {@code topic_draft},
 * {@code topic_vote}, {@code article_vector} and {@code text_vector}.
 */
@NullMarked
package news.lede.topic;

import org.jspecify.annotations.NullMarked;
