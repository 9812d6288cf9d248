/**
 * Topics of a community: how much each carries over a week, how it is defined, what a definition would have matched, and changes to it. What is shown is read from
 * {@code topic}; what is changed goes through {@code /tune} of the news desk, so that rights, drafts and the audit are those of the chats. Start at
 * {@link news.lede.web.topics.TopicsPage}.
 */
@NullMarked
package news.lede.web.topics;

import org.jspecify.annotations.NullMarked;
