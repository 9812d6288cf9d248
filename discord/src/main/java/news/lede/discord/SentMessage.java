package news.lede.discord;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.alert.Receipt;

/** A message as its receipt names it, {@code CHANNEL/MESSAGE}: the channel may be another than that of the place, such as the post of a forum. */
record SentMessage(String channel, String message) {
    private static final Pattern FORM = Pattern.compile("(\\d+)/(\\d+)");

    /** @throws IllegalArgumentException if it is none of ours */
    static SentMessage of(Receipt receipt) {
        Matcher matcher = FORM.matcher(receipt.value());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no receipt of Discord: " + receipt.value());
        }
        return new SentMessage(matcher.group(1), matcher.group(2));
    }

    Receipt receipt() {
        return new Receipt(channel + "/" + message);
    }
}
