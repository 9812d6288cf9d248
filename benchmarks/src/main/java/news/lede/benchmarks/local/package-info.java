/** What drivers of the whole bot share: a local feed, invented stories, the bot as a process of its own, subscribers in its store. Start at {@link news.lede.benchmarks.local.LocalBot}. */
@NullMarked
package news.lede.benchmarks.local;

import org.jspecify.annotations.NullMarked;
