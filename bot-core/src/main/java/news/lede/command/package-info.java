/**
 * One handler per thing a person can ask: declaration, parsing, completion, permission. In: an {@link news.lede.community.Asker} and what they typed. Out:
 * an {@link news.lede.answer.Answer}. Start at {@link news.lede.command.NewsDesk}.
 */
@NullMarked
package news.lede.command;

import org.jspecify.annotations.NullMarked;
