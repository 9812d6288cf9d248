/** What telling costs. Start at {@code FanOut}. */
@NullMarked
package news.lede.benchmarks.alerts;

import org.jspecify.annotations.NullMarked;
