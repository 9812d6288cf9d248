/**
 * Discord, thinly: interactions in, answers out. In: what JDA tells of commands, completions, buttons and menus. Out: questions to
 * {@link news.lede.command.NewsDesk} and its answers drawn as messages. No rule of the news desk lives here. Start at
 * {@link news.lede.discord.DiscordAdapter}; for how an answer looks at {@code MessageView}, which has it laid out ({@code PageMaker}) and drawn ({@code BoxDrawing}, {@code EmbedDrawing}).
 */
@NullMarked
package news.lede.discord;

import org.jspecify.annotations.NullMarked;
