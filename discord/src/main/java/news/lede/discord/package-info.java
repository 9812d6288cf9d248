/**
 * Discord, thinly: interactions in, answers out. In: what JDA tells of commands, completions, buttons and menus. Out: questions to
 * {@link news.lede.command.NewsDesk} and its answers drawn as messages. No rule of the news desk lives here. Start at
 * {@link news.lede.discord.DiscordAdapter}.
 */
@NullMarked
package news.lede.discord;

import org.jspecify.annotations.NullMarked;
