/**
 * What a bot that runs for long needs of its machine. In: thousands of local feeds, local platforms, people who ask. Out: memory, threads and files, minute by minute. Start at {@link
 * news.lede.benchmarks.soak.SoakLoad}.
 */
@NullMarked
package news.lede.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
