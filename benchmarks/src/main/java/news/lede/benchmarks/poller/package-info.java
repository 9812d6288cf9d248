/** The poller under load: thousands of sources, each on an address of its own, served by another process. Start at {@link news.lede.benchmarks.poller.PollerLoad}. */
@NullMarked
package news.lede.benchmarks.poller;

import org.jspecify.annotations.NullMarked;
