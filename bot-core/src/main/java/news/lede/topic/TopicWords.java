package news.lede.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.lede.text.Folding;
import news.lede.text.Language;
import news.lede.text.Token;

/**
 * How strongly a text speaks of a topic by the topic's own words. Pure and thread-safe.
 *
 * <p>A word is matched whole, folded; with a trailing {@code *} any ending fits; a phrase must stand together. Each word counts as BM25 counts it (a second
 * occurrence says less than the first, and in a long text less than in a short one), one in the title as three. Words of the text's language are looked for, and the topic's name in it; in a text of
 * an unknown language, those of all.
 */
final class TopicWords {
    /** What was found: {@code weight} is the sum over words, {@code words} as written in the text, most telling first. */
    record Found(double weight, List<String> words) {
        static final Found NOTHING = new Found(0, List.of());

        Found {
            words = List.copyOf(words);
        }
    }

    private static final int IN_TITLE = 3;
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;
    // Words of an ordinary news article.
    private static final double ORDINARY_LENGTH = 400;

    /** One word or phrase: its parts, folded; {@code open} parts take any ending. */
    private record Pattern(List<String> parts, List<Boolean> open, double worth) {}

    private record Spot(String written, int count) {}

    private final Map<Language, List<Pattern>> byLanguage = new HashMap<>();

    TopicWords(Topic topic) {
        topic.words().forEach((language, words) -> words.forEach(word -> add(language, word)));
        topic.names().forEach(this::add);
    }

    private void add(Language language, String word) {
        List<String> parts = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        for (String part : word.strip().split("\\s+")) {
            boolean anyEnding = part.endsWith("*");
            String folded = Folding.fold(anyEnding ? part.substring(0, part.length() - 1) : part, language);
            if (!folded.isEmpty()) {
                parts.add(folded);
                open.add(anyEnding);
            }
        }
        Pattern pattern = new Pattern(parts, open, 1);
        List<Pattern> patterns = byLanguage.computeIfAbsent(language, l -> new ArrayList<>());
        if (!parts.isEmpty() && !patterns.contains(pattern)) {
            patterns.add(pattern);
        }
    }

    /** What of this topic stands in a title and a text. */
    Found in(String title, String text, Language language) {
        return in(TopicText.of(title, text, language));
    }

    /** The same in a text that is cut into words already. */
    Found in(TopicText read) {
        Language language = read.language();
        List<Pattern> patterns = new ArrayList<>();
        if (language.equals(Language.UNKNOWN)) {
            byLanguage.values().forEach(patterns::addAll);
        } else {
            patterns.addAll(byLanguage.getOrDefault(language, List.of()));
        }
        if (patterns.isEmpty()) {
            return Found.NOTHING;
        }
        Map<Pattern, Spot> spots = new LinkedHashMap<>();
        count(patterns, read.title(), IN_TITLE, spots);
        count(patterns, read.text(), 1, spots);
        double length = read.length() / ORDINARY_LENGTH;
        double weight = 0;
        for (Map.Entry<Pattern, Spot> spot : spots.entrySet()) {
            double count = spot.getValue().count;
            weight += spot.getKey().worth
                    * count
                    * (SATURATION + 1)
                    / (count + SATURATION * (1 - LENGTH + LENGTH * length));
        }
        List<String> words = spots.values().stream()
                .sorted(Comparator.comparingInt(Spot::count).reversed())
                .map(Spot::written)
                .distinct()
                .toList();
        return new Found(weight, words);
    }

    private static void count(List<Pattern> patterns, List<Token> tokens, int times, Map<Pattern, Spot> spots) {
        for (int at = 0; at < tokens.size(); at++) {
            for (Pattern pattern : patterns) {
                if (standsAt(pattern, tokens, at)) {
                    String written = written(tokens, at, pattern.parts.size());
                    spots.merge(
                            pattern,
                            new Spot(written, times),
                            (before, more) -> new Spot(before.written, before.count + more.count));
                }
            }
        }
    }

    private static String written(List<Token> tokens, int at, int parts) {
        List<String> words = new ArrayList<>();
        for (int i = at; i < at + parts; i++) {
            words.add(tokens.get(i).text());
        }
        return String.join(" ", words);
    }

    private static boolean standsAt(Pattern pattern, List<Token> tokens, int at) {
        if (at + pattern.parts.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < pattern.parts.size(); i++) {
            if (!fits(tokens.get(at + i).folded(), pattern.parts.get(i), pattern.open.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The whole word, or a part of it behind a hyphen or apostrophe: "anti-immigration", "l'immigration". */
    private static boolean fits(String word, String part, boolean open) {
        if (open ? word.startsWith(part) : word.equals(part)) {
            return true;
        }
        for (int i = word.length() - 2; i > 0; i--) {
            char c = word.charAt(i);
            if ((c == '-' || c == '\'' || c == '\u2010' || c == '\u2011')
                    && (open
                            ? word.startsWith(part, i + 1)
                            : word.substring(i + 1).equals(part))) {
                return true;
            }
        }
        // "immigration-related" is one token: its head counts too.
        int hyphen = word.indexOf('-');
        return hyphen > 0 && !open && word.substring(0, hyphen).equals(part);
    }
}
