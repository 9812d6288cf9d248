/** A bot that is killed again and again while it sends, and what arrived all the same. In: nothing but local servers. Out: a table. Start at {@link news.lede.benchmarks.kills.KillLoad}. */
@NullMarked
package news.lede.benchmarks.kills;

import org.jspecify.annotations.NullMarked;
