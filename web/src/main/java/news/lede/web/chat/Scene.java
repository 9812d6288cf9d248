package news.lede.web.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Who looks at a message, and when.
 *
 * @param now what ages are counted from
 * @param zone that of the reader's app
 * @param locale of their app
 * @param live whether buttons are to be pressed: they become buttons of the form around the message, else they only look like ones
 */
public record Scene(Instant now, ZoneId zone, Locale locale, boolean live) {}
