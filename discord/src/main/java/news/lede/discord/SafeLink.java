package news.lede.discord;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Which links may be shown: http and https with a host, short enough for a button, written so that none of their characters ends a masked link. */
final class SafeLink {
    /** Discord's limit for the link of a button; longer ones are trackers' anyway. */
    private static final int MAX_CHARS = 512;

    /** Marks of markdown; underscores are harmless inside the parentheses of a link, and common. */
    private static final String ENDING = "()<>[]\\`*~| \"";

    private SafeLink() {}

    static Optional<String> of(URI link) {
        String scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
        if (link.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder();
        link.toASCIIString().chars().forEach(c -> {
            if (ENDING.indexOf(c) >= 0) {
                out.append('%').append(String.format("%02X", c));
            } else {
                out.append((char) c);
            }
        });
        return Optional.of(out.toString()).filter(l -> l.length() <= MAX_CHARS);
    }
}
