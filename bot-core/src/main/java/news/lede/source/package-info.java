/**
 * What we read: feeds, sitemaps, pages, folders, and the built-in source of everything handed in. In: addresses chosen by
 * operators and moderators. Out: {@link news.lede.source.Source} values. Start at {@link news.lede.source.Sources}.
 *
 * <p>Stored as {@code source(id, kind, address, title, removed)} and {@code pack_source(pack, source_id)}.
 */
@NullMarked
package news.lede.source;

import org.jspecify.annotations.NullMarked;
