/**
 * One handler per thing a person can ask: declaration, parsing, completion, permission. In: an {@link news.lede.community.Asker} and what they typed. Out:
 * an {@link news.lede.answer.Answer}. Start at {@link news.lede.command.NewsDesk}; what there is stands in {@link news.lede.command.CommandSpecs}, how it is typed
 * in {@code CommandLine}, what is done about it in one {@code Handler} each.
 */
@NullMarked
package news.lede.command;

import org.jspecify.annotations.NullMarked;
