/**
 * What is new, as the desk answers it: stories with their sources, how each developed, where its sources differ, what every sentence rests on. In: answers of
 * {@link news.lede.command.NewsDesk}, which see what one asker may see and have passed the gate. Out: pages. Start at {@link news.lede.web.today.TodayPage}.
 */
@NullMarked
package news.lede.web.today;

import org.jspecify.annotations.NullMarked;
