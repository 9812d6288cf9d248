/**
 * Short texts in which every sentence can be traced. In: a {@link news.lede.story.StoryView}. Out: {@link news.lede.summary.Statement}s that
 * have passed the one gate and the extract limit. Start at {@link news.lede.summary.Statement}.
 */
@NullMarked
package news.lede.summary;

import org.jspecify.annotations.NullMarked;
