/**
 * The story: one event, whatever the number of articles. In: stored articles, one after the other in one ordered stream. Out: stable
 * stories, seen only as a {@link news.lede.story.StoryView} through somebody's eyes, and what relates to them. Start at
 * {@link news.lede.story.Story}.
 *
 * <p>Stored as {@code story}, {@code story_member(article_id, story_id, revision)}, {@code story_revision(story_id,
 * revision, article_id, material, changes)}, {@code story_alias}, and what members say: {@code story_vote} and {@code story_report}.
 */
@NullMarked
package news.lede.story;

import org.jspecify.annotations.NullMarked;
