/**
 * Telling: what is announced, planned, sent and known to have been told. In: revisions of stories, committed with the news that caused them; subscriptions. Out: messages to places, once each, and the
 * answer to what became of them. Start at {@link news.lede.alert.Announcements}, then {@link news.lede.alert.Delivery}.
 *
 * <p>An announcement is matched with all wishes, each wish it fits is expanded to deliveries (the outbox), lanes send those by a {@link news.lede.alert.Messenger}, the result is
 * recorded. Stored as {@code announcement}, {@code wish_match}, {@code delivery}, {@code delivery_reason}, {@code delivery_story}, {@code told}, {@code suspension} and {@code platform_rest}.
 */
@NullMarked
package news.lede.alert;

import org.jspecify.annotations.NullMarked;
