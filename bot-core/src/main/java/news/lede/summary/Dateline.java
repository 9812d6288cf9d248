package news.lede.summary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the first words of a report: "CAIRO, Dec 5 (Reuters) - ". It is the publisher's, not the news, and is not shown. */
final class Dateline {
    private static final String PLACE = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}";
    private static final String DATE =
            "(?:\\(?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}*\\.? \\d{1,2}(?:, ?\\d{4})?\\)?|\\d{1,2} \\p{Lu}\\p{L}{2,9}(?: \\d{4})?)";
    private static final String AGENCY = "\\([\\p{L}][\\p{L}\\p{N} .,&/’'-]{1,40}\\)";
    private static final String DASH = "\\s*(?:--|—|–|-|:)\\s+";
    private static final Pattern LINE = Pattern.compile("^(?:(" + PLACE + ")(?:, ?" + PLACE + ")?(,? " + DATE
            + ")?)?\\s*(" + AGENCY + ")?" + DASH + "(?=[\\p{Lu}\"“‘'«])");
    private static final int SHORTEST_REST = 40;
    private static final int SHOUTED = 4;

    private Dateline() {}

    /** How many characters of a sentence are a dateline: one with a date, with an agency in brackets, or with a place in capitals. 0 when there is none. */
    static int length(String sentence) {
        Matcher line = LINE.matcher(sentence);
        if (!line.find() || sentence.length() - line.end() < SHORTEST_REST) {
            return 0;
        }
        boolean told = line.group(2) != null || line.group(3) != null || isShouted(line.group(1));
        return told ? line.end() : 0;
    }

    private static boolean isShouted(@org.jspecify.annotations.Nullable String place) {
        return place != null && place.length() >= SHOUTED && place.chars().noneMatch(Character::isLowerCase);
    }
}
