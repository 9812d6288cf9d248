package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.story.WordLists;
import news.lede.text.Language;

/** Families of words of which one excludes the other ("rose", "fell"), from {@code contrasts.txt}. Thread-safe. */
record Contrasts(List<Family> families) {
    private static final Map<String, List<String>> LINES = WordLists.byLanguage(Contrasts.class, "contrasts.txt");
    private static final Map<String, Contrasts> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final String NOTHING = "-";

    /** One family; {@code sides}: what matches a word of each side. */
    record Family(String name, List<Pattern> sides) {
        boolean isDate() {
            return name.equals("weekday") || name.equals("month");
        }
    }

    static Contrasts of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), Contrasts::read);
    }

    /** The families but that of words that leave open whether it is so. */
    Stream<Family> opposed() {
        return families.stream().filter(family -> !family.name().equals("open"));
    }

    /** Matches words that leave open whether it is so. */
    Stream<Pattern> open() {
        return families.stream()
                .filter(family -> family.name().equals("open"))
                .map(family -> family.sides().getFirst());
    }

    /** The side of a family that a word is of; -1 when it is of none. */
    int sideOf(String name, String folded) {
        for (Family family : families) {
            for (int side = 0; side < family.sides().size() && family.name().equals(name); side++) {
                if (family.sides().get(side).matcher(folded).matches()) {
                    return side;
                }
            }
        }
        return -1;
    }

    private static Contrasts read(String language) {
        boolean unspaced = language.equals("zh") || language.equals("ja");
        List<Family> families = new ArrayList<>();
        for (String line : LINES.getOrDefault(language, List.of())) {
            int blank = line.indexOf(' ');
            List<Pattern> sides = Stream.of(line.substring(blank + 1).split("\\s\\|\\s"))
                    .filter(side -> !side.strip().equals(NOTHING))
                    .map(side -> side(side.strip(), unspaced))
                    .toList();
            families.add(new Family(line.substring(0, blank), sides));
        }
        return new Contrasts(List.copyOf(families));
    }

    private static Pattern side(String words, boolean unspaced) {
        String any = Stream.of(words.split(" "))
                .map(word -> word.replace("*", "\\p{L}*").replace("_", "\\s+"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(unspaced ? any : "(?<![\\p{L}\\p{M}])(?:" + any + ")(?![\\p{L}\\p{M}])");
    }
}
