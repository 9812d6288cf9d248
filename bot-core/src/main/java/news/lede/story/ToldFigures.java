package news.lede.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.lede.article.Article;
import news.lede.text.Figure;
import news.lede.text.Figures;
import news.lede.text.Language;
import news.lede.text.Sentences;
import news.lede.text.Span;
import news.lede.text.Token;
import news.lede.text.Tokens;

/** The figures that an article tells of the event itself: one for each thing counted. Background, forecasts and parts of a whole are left out. For one thread. */
final class ToldFigures {
    /** Background stands behind the news: further down nothing is compared. */
    private static final int SENTENCES_READ = 14;

    private static final int LEAD = 3;

    /** Words for times before the event or after it, for what may be and for what adds up over time. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?iu)\\b(?:last (?:year|month|week|summer|winter|decade)|years? ago|months? ago|decades?|previous(?:ly)?|this year|in recent|recent (?:years|months|weeks)|since|history|histor|"
                    + "deadliest|worst|could|would|might|may have|expected to|needs?|needed|require[sd]?|feared|fears? that|if |every year|each year|annually|on average|a day|per day|a year|so far this|anniversary|predict\\w*|forecast\\w*|plans? to|planned|"
                    + "letztes jahr|letzten jahr|vergangenen jahr|vor \\w+ jahren|seit|könnte\\w*|würde\\w*|befürchte\\w*|schlimmste\\w*|jährlich|erwartet|"
                    + "l'an dernier|année dernière|il y a|depuis|pourrait|pourraient|craint|craignent|pire|chaque année|prévoit|"
                    + "el año pasado|hace \\w+ años|desde|podría\\w*|teme\\w*|peor|cada año|prevé|"
                    + "l'anno scorso|dal \\d{4}|potrebbe\\w*|peggiore|ano passado|poderia|pior|vorig jaar|sinds|zou|zouden|"
                    + "в прошлом году|с начала|năm ngoái|từ đầu năm|kể từ)\\b|去年|以来|昨年|今年");

    /**
     * A figure with the sentence that tells it. {@code stems}: its telling words without inflection; {@code places}: what the sentence names as its place; {@code rank}: the place of the
     * sentence in the article, from 0.
     */
    record Told(Figure figure, Mention mention, Set<String> stems, Set<String> places, int rank) {
        boolean lead() {
            return rank < LEAD;
        }
    }

    /** A sentence with figures that could be compared, and all figures it has. */
    private record Line(Mention mention, int rank, List<Figure> figures, List<Figure> compared) {}

    private final Article article;
    private final List<Line> lines;
    private final Set<String> keys = new LinkedHashSet<>();

    private ToldFigures(Article article) {
        this.article = article;
        this.lines = lines(article);
        lines.forEach(line -> line.compared.forEach(figure -> keys.add(key(figure))));
    }

    /** Reads the figures of an article, without asking yet which of them tell of the event. */
    static ToldFigures in(Article article) {
        return new ToldFigures(article);
    }

    /** Whether a sentence has a figure that could be compared. */
    static boolean mayStandIn(String sentence, Language language) {
        return Figures.in(sentence, language).stream().anyMatch(ToldFigures::compared);
    }

    /** What is counted and its dimension, of every figure that may tell of the event. */
    Set<String> keys() {
        return keys;
    }

    /** By what is counted and its dimension, of {@code wanted} alone; in the order of the text. */
    Map<String, Told> told(Set<String> wanted) {
        if (Collections.disjoint(keys, wanted)) {
            return Map.of();
        }
        Map<String, List<Told>> all = new LinkedHashMap<>();
        lines.forEach(line -> read(line, article.language(), wanted, all));
        List<Figure> title = Figures.in(article.title(), article.language());
        Map<String, Told> told = new LinkedHashMap<>();
        all.forEach((key, figures) -> main(figures, title).ifPresent(figure -> told.put(key, figure)));
        return told;
    }

    private static List<Line> lines(Article article) {
        List<Line> lines = new ArrayList<>();
        int rank = 0;
        for (int p = 0; p < article.paragraphs().size() && rank < SENTENCES_READ; p++) {
            String paragraph = article.paragraphs().get(p);
            for (Span span : Sentences.split(paragraph, article.language())) {
                if (rank == SENTENCES_READ) {
                    break;
                }
                String sentence = span.in(paragraph);
                List<Figure> figures = Figures.in(sentence, article.language());
                List<Figure> compared =
                        figures.stream().filter(ToldFigures::compared).toList();
                if (!compared.isEmpty()) {
                    lines.add(new Line(new Mention(article, p, span.start(), sentence), rank, figures, compared));
                }
                rank++;
            }
        }
        return lines;
    }

    private static void read(Line line, Language language, Set<String> wanted, Map<String, List<Told>> all) {
        Mention mention = line.mention;
        List<Figure> compared = line.compared.stream()
                .filter(figure -> wanted.contains(key(figure)))
                .filter(figure -> figure.event() || !isOneOfSeveral(figure, line.figures))
                .toList();
        if (compared.isEmpty() || isElsewhere(mention, line.figures)) {
            return;
        }
        List<Token> tokens = Tokens.of(mention.sentence(), language);
        Set<String> stems = stems(tokens);
        for (Figure figure : compared) {
            Set<String> places =
                    Places.behind(mention.sentence(), tokens, figure.span().end(), language);
            all.computeIfAbsent(key(figure), _ -> new ArrayList<>(1))
                    .add(new Told(figure, mention.telling(figure.stated()), stems, places, line.rank));
        }
    }

    private static boolean compared(Figure figure) {
        return figure.quantity()
                && figure.scope() == Figure.Scope.WHOLE
                && !figure.counted().isEmpty()
                && figure.value().signum() > 0;
    }

    /** Figures are comparable when their keys are the same; units of one dimension are brought together when they are compared. */
    static String key(Figure figure) {
        return figure.kind() + "|" + figure.counted() + (figure.kind() == Figure.Kind.MONEY ? figure.unit() : "");
    }

    private static boolean isElsewhere(Mention mention, List<Figure> figures) {
        int year =
                mention.article().published().atZone(java.time.ZoneOffset.UTC).getYear();
        return figures.stream()
                        .anyMatch(f -> f.kind() == Figure.Kind.YEAR && f.value().intValue() != year)
                || ELSEWHERE.matcher(mention.sentence()).find();
    }

    /** Whether the sentence tells several sums or shares: then each is of something else. */
    private static boolean isOneOfSeveral(Figure figure, List<Figure> figures) {
        return figure.kind() != Figure.Kind.COUNT
                && figures.stream()
                                .filter(other -> other.kind() == figure.kind()
                                        && other.unit().equals(figure.unit()))
                                .count()
                        > 1;
    }

    private static Set<String> stems(List<Token> tokens) {
        Set<String> stems = new HashSet<>();
        for (Token token : tokens) {
            if (token.telling() && !token.number()) {
                stems.add(token.stem());
            }
        }
        return stems;
    }

    /** The one that counts where an article tells several: what its title says, else none when they cannot all be true (tolls of several places). */
    private static Optional<Told> main(List<Told> figures, List<Figure> title) {
        boolean several =
                figures.stream().anyMatch(a -> figures.stream().anyMatch(b -> a.figure.conflictsWith(b.figure)));
        Stream<Told> candidates = figures.stream();
        if (several) {
            candidates = candidates.filter(told -> title.stream()
                    .anyMatch(t -> t.comparableWith(told.figure) && t.value().compareTo(told.figure.value()) == 0));
        }
        return candidates.findFirst();
    }
}
