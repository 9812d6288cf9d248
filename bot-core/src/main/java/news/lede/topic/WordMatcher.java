package news.lede.topic;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.lede.text.Language;
import news.lede.text.Token;

/**
 * Finds the words of many topics in a text, in one walk over it. Immutable and thread-safe; about as fast for a hundred topics as for one.
 *
 * <p>A word is matched whole, folded; with a trailing {@code *} any ending fits; a phrase must stand together. Each word counts as BM25 counts it (a second
 * occurrence says less than the first, and in a long text less than in a short one), one in the title as three. Words of the text's language are looked for, the topic's name in it,
 * and words that are given for all languages; in a text of an unknown language, those of all.
 */
final class WordMatcher {
    private static final int IN_TITLE = 3;
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.75;
    // Words of an ordinary news article.
    private static final double ORDINARY_LENGTH = 400;

    private static final int WORDS_KEPT = 4;
    /** Tens of thousands of articles hold the same few thousand words. */
    private static final Interner<String> WRITTEN = Interner.newWeakInterner();

    private final Map<Language, PatternTable> byLanguage = new HashMap<>();
    private final PatternTable inAll;
    private final int known;

    /** {@code topics}: by number. Numbers up to {@code known} count as looked for. */
    WordMatcher(Map<Integer, Topic> topics, int known) {
        this.known = known;
        // Topics have thousands of words: looking through a list for each of them takes a tenth of a second.
        Map<Language, Set<WordPattern>> patterns = new HashMap<>();
        topics.forEach((number, topic) -> {
            topic.names()
                    .forEach((language, name) -> add(
                            patterns, language, WordPattern.of(number, WordPattern.Kind.SPEAKS, name, language, true)));
            add(patterns, number, WordPattern.Kind.SPEAKS, topic.words());
            add(patterns, number, WordPattern.Kind.REQUIRED, topic.must());
            add(patterns, number, WordPattern.Kind.FORBIDDEN, topic.mustNot());
        });
        List<WordPattern> anywhere = List.copyOf(patterns.getOrDefault(Language.UNKNOWN, Set.of()));
        List<WordPattern> all = new ArrayList<>();
        patterns.forEach((language, its) -> {
            all.addAll(its);
            if (!language.equals(Language.UNKNOWN)) {
                List<WordPattern> wanted = new ArrayList<>(its);
                wanted.addAll(anywhere);
                byLanguage.put(language, new PatternTable(wanted));
            }
        });
        byLanguage.put(Language.UNKNOWN, new PatternTable(all));
        inAll = new PatternTable(anywhere);
    }

    private static void add(
            Map<Language, Set<WordPattern>> patterns,
            int number,
            WordPattern.Kind kind,
            Map<Language, List<String>> written) {
        written.forEach((language, words) ->
                words.forEach(word -> add(patterns, language, WordPattern.of(number, kind, word, language, false))));
    }

    private static void add(Map<Language, Set<WordPattern>> patterns, Language language, WordPattern pattern) {
        Set<WordPattern> there = patterns.computeIfAbsent(language, _ -> new LinkedHashSet<>());
        if (!pattern.parts().isEmpty()) {
            there.add(pattern);
        }
    }

    private record Spot(String written, int count) {
        Spot and(Spot more) {
            return new Spot(written, count + more.count);
        }
    }

    /** What of the topics stands in a text. */
    TopicHits in(TopicText text) {
        PatternTable table = byLanguage.getOrDefault(text.language(), inAll);
        Map<WordPattern, Spot> spots = new LinkedHashMap<>();
        count(table, text.title(), text.language(), IN_TITLE, spots);
        count(table, text.text(), text.language(), 1, spots);
        if (spots.isEmpty()) {
            return new TopicHits(known, List.of());
        }
        Map<Integer, List<Map.Entry<WordPattern, Spot>>> byTopic = new TreeMap<>();
        spots.entrySet()
                .forEach(spot -> byTopic.computeIfAbsent(spot.getKey().owner(), _ -> new ArrayList<>())
                        .add(spot));
        List<TopicHits.Hit> hits = new ArrayList<>();
        byTopic.forEach((topic, its) -> hits.add(hit(topic, its, text.length())));
        return new TopicHits(known, hits);
    }

    private static TopicHits.Hit hit(int topic, List<Map.Entry<WordPattern, Spot>> spots, int length) {
        List<Spot> speaking = spots.stream()
                .filter(spot -> spot.getKey().kind() == WordPattern.Kind.SPEAKS)
                .map(Map.Entry::getValue)
                .toList();
        double weight = 0;
        for (Spot spot : speaking) {
            weight += spot.count
                    * (SATURATION + 1)
                    / (spot.count + SATURATION * (1 - LENGTH + LENGTH * length / ORDINARY_LENGTH));
        }
        List<String> words = speaking.stream()
                .sorted(Comparator.comparingInt(Spot::count).reversed())
                .map(Spot::written)
                .distinct()
                .limit(WORDS_KEPT)
                .map(WRITTEN::intern)
                .toList();
        return new TopicHits.Hit(
                topic,
                (float) weight,
                words,
                spots.stream().anyMatch(spot -> spot.getKey().kind() == WordPattern.Kind.REQUIRED),
                spots.stream().anyMatch(spot -> spot.getKey().kind() == WordPattern.Kind.FORBIDDEN));
    }

    private static void count(
            PatternTable table, List<Token> tokens, Language language, int times, Map<WordPattern, Spot> spots) {
        for (int at = 0; at < tokens.size(); at++) {
            int here = at;
            table.beginningAt(tokens.get(at), language, pattern -> {
                if (pattern.standsAt(tokens, here, language)) {
                    spots.merge(pattern, new Spot(written(tokens, here, pattern), times), Spot::and);
                }
            });
        }
    }

    /** As it stands in the text; pairs of signs overlap by one. */
    private static String written(List<Token> tokens, int at, WordPattern pattern) {
        StringBuilder written = new StringBuilder(tokens.get(at).text());
        for (int i = at + 1; i < at + pattern.parts().size(); i++) {
            Token before = tokens.get(i - 1);
            Token next = tokens.get(i);
            int overlap = before.span().end() - next.span().start();
            if (overlap > 0) {
                written.append(
                        next.text().substring(Math.min(overlap, next.text().length())));
            } else {
                written.append(next.span().start() == before.span().end() ? "" : " ")
                        .append(next.text());
            }
        }
        return written.toString();
    }
}
