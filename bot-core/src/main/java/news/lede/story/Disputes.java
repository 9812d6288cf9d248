package news.lede.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.lede.article.Article;
import news.lede.article.ReportId;
import news.lede.story.Dispute.Standing;
import news.lede.story.ToldFigures.Told;
import news.lede.text.Figure;
import news.lede.text.Language;

/**
 * Finds the figures on which the sources of a story differ.
 *
 * <p>Each report counts once, with the newest figure of its publisher. Two figures differ when they count the same, tell of the same scene by their words and cannot both be true, given "at
 * least", "about", rounding and units. What was said more than two hours apart is a development, not a dispute. Far more differs than we say: a wrong dispute is worse than a missed
 * one. Pure and thread-safe; reads the first sentences of every article, a few hundred microseconds each.
 */
public final class Disputes {
    /** Reports within this time knew about the same. */
    static final Duration SAME_TIME = Duration.ofHours(2);

    private static final int MOST = 8;

    /** A figure of one report, with every article that carries it. */
    record Source(Told told, List<Article> articles) {
        Instant time() {
            return told.mention().article().published();
        }
    }

    private Disputes() {}

    /** Disputed figures first, then those that developed; each in the order of the story. At most {@value #MOST}. */
    public static List<Dispute> of(StoryView story) {
        Map<String, List<Source>> byKey = new LinkedHashMap<>();
        Map<ReportId, List<Article>> reports = story.articles().stream()
                .collect(Collectors.groupingBy(Article::report, LinkedHashMap::new, Collectors.toList()));
        if (reports.size() < 2) {
            return List.of();
        }
        List<ToldFigures> read = new ArrayList<>(reports.size());
        Set<String> keys = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (List<Article> copies : reports.values()) {
            ToldFigures figures = ToldFigures.in(copies.getFirst());
            read.add(figures);
            figures.keys().stream().filter(key -> !keys.add(key)).forEach(shared::add);
        }
        // Looking closer costs most, and what one report alone counts is never compared.
        Iterator<ToldFigures> figures = read.iterator();
        for (List<Article> copies : reports.values()) {
            figures.next()
                    .told(shared)
                    .forEach((key, told) ->
                            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Source(told, copies)));
        }
        List<Dispute> found = byKey.values().stream()
                .filter(sources -> sources.size() > 1)
                .flatMap(sources -> FigureSides.of(newestOfEach(sources)).stream())
                .toList();
        return found.stream()
                .filter(dispute -> dispute.event() || !isOtherScene(dispute, found))
                .sorted(Comparator.comparing(Dispute::standing))
                .limit(MOST)
                .toList();
    }

    /** Whether a sentence tells a figure that sources could differ in at all. */
    public static boolean mayConcern(String sentence, Language language) {
        return ToldFigures.mayStandIn(sentence, language);
    }

    /** Where two sentences differ in several things that are no events by name, they tell of different things. */
    private static boolean isOtherScene(Dispute dispute, List<Dispute> all) {
        Set<String> mentions = mentions(dispute);
        return all.stream().anyMatch(other -> other != dispute && !other.event() && mentions.equals(mentions(other)));
    }

    /** The sentences that sides rest on, whatever they tell of. */
    private static Set<String> mentions(Dispute dispute) {
        return dispute.sides().stream()
                .map(side ->
                        side.mention().article().id() + " " + side.mention().sentence())
                .collect(Collectors.toSet());
    }

    /** Without what a publisher has said otherwise since. */
    private static List<Source> newestOfEach(List<Source> sources) {
        Map<String, Source> newest = new HashMap<>();
        List<Source> sorted =
                sources.stream().sorted(Comparator.comparing(Source::time)).toList();
        for (Source source : sorted) {
            source.articles.forEach(a -> a.publisher().ifPresent(p -> newest.put(p, source)));
        }
        return sorted.stream()
                .filter(source -> source.articles.stream()
                        .anyMatch(a -> a.publisher().map(newest::get).orElse(source) == source))
                .map(source -> new Source(
                        source.told,
                        source.articles.stream()
                                .filter(a -> a.publisher().map(newest::get).orElse(source) == source)
                                .toList()))
                .toList();
    }

    static boolean sameTime(Instant one, Instant two) {
        return Duration.between(one, two).abs().compareTo(SAME_TIME) <= 0;
    }

    static Standing standing(List<List<Source>> sides) {
        for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
                for (Source one : sides.get(i)) {
                    for (Source two : sides.get(j)) {
                        Figure a = one.told.figure();
                        if (sameTime(one.time(), two.time()) && a.conflictsWith(two.told.figure())) {
                            return Standing.DISPUTED;
                        }
                    }
                }
            }
        }
        return Standing.DEVELOPED;
    }
}
