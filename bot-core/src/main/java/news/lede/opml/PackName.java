package news.lede.opml;

import java.util.regex.Pattern;

/** What a pack may be called: a word that can be typed in a chat and stands in a file's name. */
public final class PackName {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private PackName() {}

    /** Whether {@code name} is lower-case letters a to z, digits and hyphens, 1 to 32 of them. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
