/**
 * The Telegram side of the desk: what people write there becomes questions, answers become messages. In: updates by long polling. Out: Bot API calls.
 * No rule of the desk lives here. Start at {@link news.lede.telegram.TelegramAdapter}.
 */
@NullMarked
package news.lede.telegram;

import org.jspecify.annotations.NullMarked;
