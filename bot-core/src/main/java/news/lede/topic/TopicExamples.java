package news.lede.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.lede.text.Language;

/**
 * What articles on a topic have in common, in meaning and in the wording of each language: a second description of the topic, which says what its name does not. Immutable and thread-safe.
 *
 * <p>What all news has in common is taken off, so that examples do not describe news as such.
 */
final class TopicExamples {
    /** So many articles that fit say more of a topic than its name does; fewer may be all of one event. */
    static final int FEWEST = 20;

    private static final double OF_ALL_NEWS = 0.5;
    // Measured on three labelled sets: meaning from .5 to 1 and wording from .6 to 1 gain alike.
    private static final double MEANING = 0.65;
    private static final double WORDING = 0.8;
    private static final double MOST_DEVIATIONS = 7;
    /** What a text of fewer words shares in wording is more and more chance. */
    private static final double ENOUGH_WORDS = 150;

    private record InLanguage(WordWeights common, TopicMeaning.Usual chance, UsualWording usual) {}

    private final Optional<Direction> meaning;
    private final Map<Language, InLanguage> wordings;

    private TopicExamples(Optional<Direction> meaning, Map<Language, InLanguage> wordings) {
        this.meaning = meaning;
        this.wordings = Map.copyOf(wordings);
    }

    /** {@code examples}: at least one; what fewer than {@code fewest} of them have in meaning or in a language counts for nothing. */
    static TopicExamples of(List<ArticleReading> examples, int fewest, NewsBackground news) {
        List<CompactVector> meanings = examples.stream()
                .map(ArticleReading::meaning)
                .filter(Objects::nonNull)
                .toList();
        Optional<Direction> meaning = news.meaning()
                .filter(_ -> meanings.size() >= fewest)
                .map(background -> background.deviations(TopicMeaning.common(meanings, background, OF_ALL_NEWS)));
        Map<Language, List<Wording>> byLanguage = new HashMap<>();
        examples.forEach(example -> byLanguage
                .computeIfAbsent(example.language(), _ -> new ArrayList<>())
                .add(example.wording()));
        Map<Language, InLanguage> wordings = new HashMap<>();
        byLanguage.forEach((language, its) -> news.wording(language)
                .filter(_ -> its.size() >= fewest)
                .ifPresent(usual -> {
                    WordWeights common = usual.common(its, OF_ALL_NEWS);
                    wordings.put(language, new InLanguage(common, usual.likenesses(common), usual));
                }));
        return new TopicExamples(meaning, wordings);
    }

    /** By how much an article's meaning is like theirs, weighed to be added to a score. */
    Optional<Direction> meaning() {
        return meaning.map(like -> like.times(MEANING));
    }

    /** By how much its wording is; 0 is usual, and what is said of a language without examples. */
    double wording(ArticleReading article) {
        InLanguage known = wordings.get(article.language());
        if (known == null) {
            return 0;
        }
        double share = Math.min(1, article.length() / ENOUGH_WORDS);
        double deviations = known.chance.deviations(known.usual.likeness(article.wording(), known.common));
        return WORDING * share * Math.min(MOST_DEVIATIONS, deviations);
    }
}
