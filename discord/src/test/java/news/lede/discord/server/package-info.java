/**
 * A Discord of our own on loopback: REST v10 and gateway v10, as strict as the published description and the documented limits. It refuses what Discord
 * refuses, writes down what went wrong and what was said. In: actions of made-up people ({@link news.lede.discord.server.Scene}). Out: what a reader would
 * see, with the times. Nothing here knows the adapter or a test library. Start at {@link news.lede.discord.server.DiscordServer}.
 */
@NullMarked
package news.lede.discord.server;

import org.jspecify.annotations.NullMarked;
