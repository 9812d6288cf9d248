/** What stories cost: taking news in at ten thousand and at hundreds of thousands of stored articles, and answering from them. Start at {@link news.lede.benchmarks.stories.Answers}. */
@NullMarked
package news.lede.benchmarks.stories;

import org.jspecify.annotations.NullMarked;
