package news.lede.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Words that say how a number is meant, from {@code bounds.txt}: "at least", "another", "including". Thread-safe. */
final class Bounds {
    private static final Map<String, List<String>> LINES = FigureLists.sections("bounds.txt");
    private static final Map<String, Bounds> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final PhraseTable<Figure.Bound> before = new PhraseTable<>();
    private final PhraseTable<Figure.Bound> behind = new PhraseTable<>();
    private final PhraseTable<Figure.Scope> scopeBefore = new PhraseTable<>();
    private final PhraseTable<Figure.Scope> scopeBehind = new PhraseTable<>();
    private final PhraseTable<Boolean> between = new PhraseTable<>();
    private final PhraseTable<Boolean> skipped = new PhraseTable<>();
    private final PhraseTable<Boolean> definite = new PhraseTable<>();
    private final PhraseTable<Boolean> links = new PhraseTable<>();

    private Bounds(Language language) {
        for (String line : LINES.getOrDefault(language.code(), List.of())) {
            int blank = line.indexOf(' ');
            String kind = line.substring(0, blank);
            String rest = line.substring(blank + 1);
            String[] phrases = kind.equals("skip") ? rest.split(" ") : rest.split(",");
            for (String phrase : phrases) {
                add(kind, phrase.strip(), language);
            }
        }
    }

    private void add(String kind, String phrase, Language language) {
        switch (kind) {
            case "at-least" -> before.add(phrase, language, Figure.Bound.AT_LEAST);
            case "more-than" -> before.add(phrase, language, Figure.Bound.MORE_THAN);
            case "at-most" -> before.add(phrase, language, Figure.Bound.AT_MOST);
            case "less-than" -> before.add(phrase, language, Figure.Bound.LESS_THAN);
            case "nearly" -> before.add(phrase, language, Figure.Bound.NEARLY);
            case "about" -> before.add(phrase, language, Figure.Bound.ABOUT);
            case "at-least>" -> behind.add(phrase, language, Figure.Bound.AT_LEAST);
            case "more-than>" -> behind.add(phrase, language, Figure.Bound.MORE_THAN);
            case "about>" -> behind.add(phrase, language, Figure.Bound.ABOUT);
            case "more" -> scopeBefore.add(phrase, language, Figure.Scope.MORE);
            case "more>" -> scopeBehind.add(phrase, language, Figure.Scope.MORE);
            case "part" -> scopeBefore.add(phrase, language, Figure.Scope.PART);
            case "part>" -> scopeBehind.add(phrase, language, Figure.Scope.PART);
            case "between" -> between.add(phrase, language, true);
            case "skip" -> skipped.add(phrase, language, true);
            case "definite" -> definite.add(phrase, language, true);
            case "link" -> links.add(phrase, language, true);
            default -> throw new IllegalStateException("bounds.txt: unknown word " + kind);
        }
    }

    static Bounds of(Language language) {
        return BY_LANGUAGE.computeIfAbsent(language.code(), _ -> new Bounds(language));
    }

    /** The bound whose phrase ends just before lexeme {@code end}. */
    Optional<PhraseTable.Found<Figure.Bound>> before(List<Lexeme> lexemes, int end) {
        return before.endingAt(lexemes, end);
    }

    Optional<PhraseTable.Found<Figure.Bound>> behind(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() ? behind.startingAt(lexemes, at) : Optional.empty();
    }

    Optional<PhraseTable.Found<Figure.Scope>> scopeBefore(List<Lexeme> lexemes, int end) {
        return scopeBefore.endingAt(lexemes, end);
    }

    Optional<PhraseTable.Found<Figure.Scope>> scopeBehind(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() ? scopeBehind.startingAt(lexemes, at) : Optional.empty();
    }

    boolean between(List<Lexeme> lexemes, int end) {
        return between.endingAt(lexemes, end).isPresent();
    }

    /** Whether lexeme {@code at} may stand between a verb and its number. */
    boolean skips(List<Lexeme> lexemes, int at) {
        return skipped.startingAt(lexemes, at).isPresent();
    }

    boolean definite(List<Lexeme> lexemes, int end) {
        return definite.endingAt(lexemes, end).isPresent();
    }

    /** Whether what stands just before lexeme {@code end} leads a toll to its number: "rose to 14", "stands at 14". */
    boolean links(List<Lexeme> lexemes, int end) {
        return links.endingAt(lexemes, end).isPresent();
    }
}
