/** How soon news is told. In: a local feed, local platforms, the bot as it runs. Out: a table. Start at {@link news.lede.benchmarks.soon.SoonLoad}. */
@NullMarked
package news.lede.benchmarks.soon;

import org.jspecify.annotations.NullMarked;
