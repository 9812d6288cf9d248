package news.lede.feed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives authors as names: of "mail (name)", "name (mail)" and "name &lt;mail&gt;" the name; a mail address alone stays. Pure. */
final class Authors {
    private static final String MAIL = "(?:mailto:)?[^\\s()<>]{1,100}@[^\\s()<>]{1,100}";
    private static final Pattern MAIL_FIRST = Pattern.compile("^" + MAIL + "\\s{0,5}\\(([^()]{1,200})\\)?$");
    private static final Pattern NAME_FIRST = Pattern.compile("^([^()<>]{1,200}?)\\s{0,5}[(<]" + MAIL + "[)>]$");
    private static final int MOST = 50;

    private Authors() {}

    /** The names in their order, each once, as one line; empty when there is none. */
    static Optional<String> join(Collection<String> written) {
        Set<String> names = new LinkedHashSet<>();
        for (String one : written) {
            String name = name(one);
            if (!name.isEmpty() && names.size() < MOST) {
                names.add(name);
            }
        }
        return names.isEmpty() ? Optional.empty() : CleanText.someLine(String.join(", ", names));
    }

    private static String name(String written) {
        String line = CleanText.line(written);
        if (line.indexOf('@') < 0) {
            return Markup.line(line);
        }
        Matcher mailFirst = MAIL_FIRST.matcher(line);
        if (mailFirst.matches()) {
            return mailFirst.group(1).strip();
        }
        Matcher nameFirst = NAME_FIRST.matcher(line);
        return nameFirst.matches() ? unquoted(nameFirst.group(1).strip()) : Markup.line(line);
    }

    private static String unquoted(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
