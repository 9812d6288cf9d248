/**
 * A Bot API server of our own on the loopback address, with the people and chats around it. In: the requests of a bot library, and what people write or
 * press. Out: the answers the real service would give, every request that breaks a rule of it, and the traffic. Knows no test framework: the demo
 * starts it too. Start at {@link news.lede.telegram.server.TelegramServer}.
 */
@NullMarked
package news.lede.telegram.server;

import org.jspecify.annotations.NullMarked;
