package news.lede.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button carries: a version and the command it stands for, {@code 1:/related 4}; or, {@code 1?/tune harbour}, the command whose form it opens. A long command is packed, with a 2 before it. Nothing
 * is remembered elsewhere, so a button works as long as its message stands, whichever process wrote it.
 */
final class CustomId {
    /** Stands for showing the message that it is on to everybody. */
    static final String SHARE = "1:share";

    private static final int MAX_CHARS = 100;
    private static final String PLAIN = "1";
    private static final String PACKED = "2";
    private static final String CALL = ":";
    private static final String FORM = "?";
    private static final Pattern PICK = Pattern.compile("1=([a-z]{1,32}):(/.*)", Pattern.DOTALL);

    private CustomId() {}

    /** The id for a command as one would type it; empty when it is longer than an id can be: then there is no button, and one can type it. */
    static Optional<String> of(String command) {
        return written(CALL, command);
    }

    /** The id of a button that opens the form of a command, and of that form. */
    static Optional<String> ofForm(String command) {
        return written(FORM, command);
    }

    /** A menu: what is chosen in it is the value of {@code option} of {@code command}. */
    record Pick(String option, String command) {}

    /** The id of a menu, {@code 1=packs:/setup}; empty when it is longer than an id can be. */
    static Optional<String> ofPick(String option, String command) {
        return Optional.of("1=" + option + ":" + command)
                .filter(id -> id.length() <= MAX_CHARS && PICK.matcher(id).matches());
    }

    /** The menu an id stands for; empty when it is none of ours. */
    static Optional<Pick> pick(String customId) {
        Matcher pick = PICK.matcher(customId);
        return pick.matches() ? Optional.of(new Pick(pick.group(1), pick.group(2))) : Optional.empty();
    }

    private static Optional<String> written(String kind, String command) {
        String plain = PLAIN + kind + command;
        return Optional.of(plain.length() <= MAX_CHARS ? plain : PACKED + kind + Packed.pack(command))
                .filter(id -> id.length() <= MAX_CHARS && command.startsWith("/"));
    }

    /** The command of an id; empty when it is none of ours, or of a version that this one does not know. */
    static Optional<String> command(String customId) {
        return read(CALL, customId);
    }

    /** The command whose form an id stands for; empty when it is none of ours. */
    static Optional<String> form(String customId) {
        return read(FORM, customId);
    }

    private static Optional<String> read(String kind, String customId) {
        Optional<String> command = customId.startsWith(PACKED + kind)
                ? Packed.unpack(customId.substring(PACKED.length() + kind.length()))
                : Optional.of(customId)
                        .filter(id -> id.startsWith(PLAIN + kind))
                        .map(id -> id.substring(PLAIN.length() + kind.length()));
        return command.filter(c -> c.startsWith("/"));
    }
}
