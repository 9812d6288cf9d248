/**
 * Who wants what, where and when: wishes, subscriptions, filters, schedules of digests, quiet hours, budgets. In: what members and moderators ask for. Out: subscriptions and the settings of
 * channels for those who tell. Start at {@link news.lede.subscription.Subscription}.
 *
 * <p>Stored as {@code wish}, {@code subscription} and {@code channel}.
 */
@NullMarked
package news.lede.subscription;

import org.jspecify.annotations.NullMarked;
