package news.lede.app;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the cursor, as far as completion cares: still the command's name ({@code inName}), or the value of an option. {@code option} is empty for
 * the option that takes words without a name. {@code word} is the text that a completion replaces; values may hold spaces, so it reaches back to the option's colon or the command.
 */
record TypedCommand(boolean inName, String command, String option, String word) {
    private static final Pattern OPTION = Pattern.compile("(?:^|\\s)([a-z]+):(?=[^/])");
    private static final Pattern OPTION_AT_END = Pattern.compile("(?:^|\\s)([a-z]+):$");

    static TypedCommand of(String beforeCursor) {
        String line = beforeCursor.stripLeading();
        int space = line.indexOf(' ');
        if (space < 0) {
            return new TypedCommand(true, "", "", line);
        }
        String command = line.substring(0, space).replaceFirst("^/", "");
        String rest = line.substring(space + 1).stripLeading();
        Matcher empty = OPTION_AT_END.matcher(rest);
        if (empty.find()) {
            return new TypedCommand(false, command, empty.group(1), "");
        }
        String option = "";
        int from = 0;
        for (Matcher m = OPTION.matcher(rest); m.find(); ) {
            option = m.group(1);
            from = m.end();
        }
        return new TypedCommand(false, command, option, rest.substring(from));
    }

    /** As the console's line editor wants it: one word, and the cursor at its end. */
    List<String> words() {
        return inName ? List.of(word) : List.of(command, word);
    }
}
