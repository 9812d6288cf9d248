package news.lede.telegram;

import java.util.List;
import java.util.Optional;

/**
 * A command written shorter, for buttons and links that have little room: each phrase that our own commands are made of becomes a tilde with one letter or digit. What is
 * short stays readable after a restart and by every instance, since nothing of it is kept anywhere.
 */
final class ShortForm {
    /** Only ever added to at the end: buttons written years ago are read by it. */
    private static final List<String> PHRASES = List.of(
            "/subscribe",
            "/unsubscribe",
            "/corrections",
            "/related",
            "/timeline",
            "/feedback",
            "/summarize",
            "/channel",
            "/sources",
            "/source",
            "/latest",
            "/search",
            "/compare",
            "/topic",
            "/since",
            "/story",
            "/pause",
            "/tune",
            "/held",
            "/why",
            "/brief",
            " topic:",
            " page:",
            " count:",
            " source:",
            " words:",
            " link:",
            " when:daily",
            " when:weekdays",
            " when:weekly",
            " when:now",
            " when:",
            " at:",
            " to:here",
            " to:me",
            " filter:",
            " zone:",
            " confirm:yes",
            " least:",
            " language:",
            " fits:yes",
            " fits:no",
            " view:evidence",
            " view:",
            " span:",
            " until:",
            " budget:",
            " quiet:",
            " silent:",
            " style:",
            " mention:",
            " must:",
            " not:",
            " description:",
            " parent:",
            " save:yes",
            " remove:yes",
            "https://www.",
            "https://",
            "http://");

    private static final String CODES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final char SIGN = '~';

    static {
        if (PHRASES.size() > CODES.length()) {
            throw new IllegalStateException("more phrases than codes");
        }
    }

    private ShortForm() {}

    /** Starts with a tilde, as no command does. */
    static String of(String command) {
        StringBuilder out = new StringBuilder(command.length());
        for (int i = 0; i < command.length(); ) {
            int phrase = longestAt(command, i);
            if (phrase >= 0) {
                out.append(SIGN).append(CODES.charAt(phrase));
                i += PHRASES.get(phrase).length();
            } else {
                char c = command.charAt(i++);
                out.append(c == SIGN ? "~~" : String.valueOf(c));
            }
        }
        return out.toString();
    }

    /** The command it stands for; empty for what was never written here. */
    static Optional<String> command(String shortened) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shortened.length(); i++) {
            char c = shortened.charAt(i);
            if (c != SIGN) {
                out.append(c);
                continue;
            }
            if (++i == shortened.length()) {
                return Optional.empty();
            }
            int phrase = CODES.indexOf(shortened.charAt(i));
            if (shortened.charAt(i) == SIGN) {
                out.append(SIGN);
            } else if (phrase >= 0 && phrase < PHRASES.size()) {
                out.append(PHRASES.get(phrase));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(out.toString()).filter(command -> command.startsWith("/"));
    }

    private static int longestAt(String command, int at) {
        int longest = -1;
        for (int i = 0; i < PHRASES.size(); i++) {
            String phrase = PHRASES.get(i);
            if (command.startsWith(phrase, at)
                    && (longest < 0 || phrase.length() > PHRASES.get(longest).length())) {
                longest = i;
            }
        }
        return longest;
    }
}
