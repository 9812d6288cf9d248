/**
 * Messages as readers see them. In: the very payload that an adapter would send to Discord or Telegram, as JSON. Out: HTML that looks as their apps draw it. Pure; knows neither platform's library.
 * Start at {@link news.lede.web.chat.DiscordDrawing} and {@link news.lede.web.chat.TelegramDrawing}.
 *
 * <p>Texts of a payload are never trusted: they reach the page through {@link news.lede.web.chat.Markup} alone, which escapes them, and links lead to web pages or nowhere. Pictures are not fetched:
 * the page loads nothing from elsewhere, so a frame stands where one would be.
 */
@NullMarked
package news.lede.web.chat;

import org.jspecify.annotations.NullMarked;
