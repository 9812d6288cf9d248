/**
 * What we read: feeds, sitemaps, pages, folders, and the built-in source of everything handed in. In: addresses chosen by
 * operators and moderators. Out: {@link news.lede.source.Source} values. Start at {@link news.lede.source.Sources}.
 *
 * <p>What is known of polling one is its {@link news.lede.source.PollState}; {@link news.lede.source.PollSchedule} says when it is asked next, {@link news.lede.source.Moves} when a
 * redirect is believed, {@link news.lede.source.Staleness} and {@link news.lede.source.Happenings} when somebody should be told: pure functions, all of them.
 *
 * <p>Stored as {@code source(id, kind, address, title, removed)}, {@code pack_source(pack, source_id)}, {@code poll_state(source_id, …)},
 * {@code source_event(source_id, at, kind, detail)} and {@code host_rest(host, until)}.
 */
@NullMarked
package news.lede.source;

import org.jspecify.annotations.NullMarked;
