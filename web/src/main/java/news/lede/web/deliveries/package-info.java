/**
 * How messages fare on their way out: what waits, what is kept back, what failed, how long it took. In: counts and the latest messages from {@link news.lede.alert.Backlogs}. Out: a page. Start at
 * {@link news.lede.web.deliveries.DeliveriesPage}.
 */
@NullMarked
package news.lede.web.deliveries;

import org.jspecify.annotations.NullMarked;
