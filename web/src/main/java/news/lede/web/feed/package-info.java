/**
 * Stories for readers of feeds: each topic as RSS and as JSON Feed, for those who want Lede without a chat. In: answers of {@link news.lede.command.NewsDesk}, which see what one asker may see and
 * have passed the gate. Out: {@code /feed/TOPIC.rss} and {@code /feed/TOPIC.json}, and a page that lists them. Start at {@link news.lede.web.feed.TopicFeeds}.
 */
@NullMarked
package news.lede.web.feed;

import org.jspecify.annotations.NullMarked;
