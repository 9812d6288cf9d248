package news.lede.discord;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.alert.Receipt;

/**
 * A message as its receipt names it, {@code CHANNEL/MESSAGE}, with {@code /embed} behind it when it is drawn so: the channel may be another than that of the place, such as the post
 * of a forum, and the look another than what is chosen there by now.
 */
record SentMessage(String channel, String message, Look look) {
    private static final String EMBED = "/embed";
    private static final Pattern FORM = Pattern.compile("(\\d+)/(\\d+)(" + EMBED + ")?");

    /** @throws IllegalArgumentException if it is none of ours */
    static SentMessage of(Receipt receipt) {
        Matcher matcher = FORM.matcher(receipt.value());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no receipt of Discord: " + receipt.value());
        }
        Look look = matcher.group(3) == null ? Look.BOXES : Look.EMBEDS;
        return new SentMessage(matcher.group(1), matcher.group(2), look);
    }

    Receipt receipt() {
        return new Receipt(channel + "/" + message + (look == Look.EMBEDS ? EMBED : ""));
    }
}
