/** How fast a story is told to many, and whether people are answered meanwhile. In: a local feed, local platforms that keep the limits, the bot as it runs. Out: a table. Start at {@link news.lede.benchmarks.delivery.DeliveryLoad}. */
@NullMarked
package news.lede.benchmarks.delivery;

import org.jspecify.annotations.NullMarked;
