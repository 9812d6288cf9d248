/**
 * News that is brought to us: subscriptions at the hubs that feeds name (WebSub, https://www.w3.org/TR/websub/). In: hubs as they were read of feeds, what hubs ask and deliver. Out: requests to
 * hubs; bodies that are as good as polled ones, for {@code ingest}. Polling goes on slowly as a net, at the usual pace again when a hub falls silent. Start at {@link news.lede.hub.HubDesk}.
 *
 * <p>Stored as {@code hub_subscription(source_id, hub, topic, key, secret, state, due, failures, lease, pushed, missed, outcome, version)}.
 */
@NullMarked
package news.lede.hub;

import org.jspecify.annotations.NullMarked;
