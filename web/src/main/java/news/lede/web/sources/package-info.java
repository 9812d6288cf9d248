/**
 * The sources as whoever looks after them wants to see them: which need somebody, what they answered last, when they are asked next, how much they carry. In:
 * {@link news.lede.source.SourceOverview}. Out: pages. Start at {@link news.lede.web.sources.SourcesPage}.
 */
@NullMarked
package news.lede.web.sources;

import org.jspecify.annotations.NullMarked;
