/**
 * Announcements: what is to be told, committed with the news that caused it. In: revisions of stories. Out: rows for those who
 * tell. Start at {@link news.lede.alert.Announcements}.
 *
 * <p>Stored as {@code announcement(id, story_id, revision, created)}.
 */
@NullMarked
package news.lede.alert;

import org.jspecify.annotations.NullMarked;
