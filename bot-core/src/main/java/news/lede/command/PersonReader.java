package news.lede.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.lede.community.PersonKey;

/** Reads whom somebody means: a mention or number as the platform of whoever asks writes them, of a person or of a role. */
final class PersonReader {
    /** As Discord writes whom it mentions; an ampersand stands before roles. */
    private static final Pattern MENTION = Pattern.compile("<@([!&]?)(\\d{1,20})>");

    private static final Pattern NUMBER = Pattern.compile("(?:(?!role:)([a-z]{1,20}):)?(role:)?(-?\\d{1,20})");

    private PersonReader() {}

    /** Empty for a name: platforms do not tell whose it is. */
    static Optional<PersonKey> read(String typed, String platform) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Matcher mention = MENTION.matcher(text);
        if (mention.matches()) {
            String id = mention.group(2);
            return Optional.of(
                    mention.group(1).equals("&") ? PersonKey.ofRole(platform, id) : new PersonKey(platform, id));
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || (number.group(1) != null && !number.group(1).equals(platform))) {
            return Optional.empty();
        }
        String id = number.group(3);
        return Optional.of(number.group(2) == null ? new PersonKey(platform, id) : PersonKey.ofRole(platform, id));
    }

    /** As {@link #read} reads it. */
    static String typed(PersonKey person) {
        return person.id();
    }
}
