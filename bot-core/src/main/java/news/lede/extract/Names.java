package news.lede.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Tells what the class names and the id of an element speak of. Immutable; {@code element-names.txt} holds the words. */
final class Names {
    /** What a name speaks of; the order is that of the bits. */
    enum Family {
        CAPTION,
        RELATED,
        APPEAL,
        AUTHOR,
        DATE,
        TAGS,
        COMMENT,
        SHARE,
        ADVERT,
        TITLE,
        LEAD,
        MEDIA,
        TEASER,
        EMBED,
        PAGE,
        TEXT,
        QUOTE,
        HIDDEN,
        TABLE,
        POPUP;

        int bit() {
            return 1 << ordinal();
        }
    }

    private static final int LONGEST = 600;

    private final Map<String, Integer> bits = new HashMap<>();

    Names() {
        for (String line : Resources.lines("element-names.txt")) {
            int colon = line.indexOf(':');
            int bit = Family.valueOf(line.substring(0, colon).strip()).bit();
            for (String word : line.substring(colon + 1).strip().split("[ ;]+")) {
                bits.merge(word, bit, (a, b) -> a | b);
            }
        }
    }

    /** The families that the element's own names belong to, a bit for each. */
    int of(Element element) {
        return element.attributesSize() == 0 ? 0 : of(element.attr("class")) | of(element.attr("id"));
    }

    private int of(String names) {
        int found = 0;
        int from = 0;
        int end = Math.min(names.length(), LONGEST);
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && Character.isLetter(names.charAt(i));
            boolean hump = letter
                    && i > from
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (!letter || hump) {
                if (i > from) {
                    found |= word(names.substring(from, i));
                }
                from = hump ? i : i + 1;
            }
        }
        return found;
    }

    private int word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Integer known = bits.get(lower);
        if (known == null && lower.endsWith("s")) {
            known = bits.get(lower.substring(0, lower.length() - 1));
        }
        return known == null ? 0 : known;
    }
}
