package news.lede.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a number in a sentence counts. For one sentence and one thread. */
final class Counting {
    /** How far a noun may stand behind its number, with adjectives between. */
    private static final int NOUN_REACH = 4;

    private static final int CLAUSE_REACH = 14;
    private static final int SKIPPED = 3;
    private static final String CLAUSE_ENDS = ";.!?:\u2014\u061B";
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "his", "her", "their");
    private static final String COMMAS = ",\u060C";

    private final List<Lexeme> lexemes;
    private final Language language;
    private final CountedWords words;
    private final Bounds bounds;
    private final FigureWords roles;
    private final StopWords stops;
    private final NumberWords numbers;

    Counting(List<Lexeme> lexemes, Language language) {
        this.lexemes = lexemes;
        this.language = language;
        this.words = CountedWords.of(language);
        this.bounds = Bounds.of(language);
        this.roles = FigureWords.of(language);
        this.stops = StopWords.of(language);
        this.numbers = NumberWords.of(language);
    }

    /** {@code key}: see {@link Figure#counted}; {@code sure}: whether a word that we know told it. */
    record Counted(String key, boolean sure) {
        static final Counted NOTHING = new Counted("", false);
    }

    /** What the number counts that takes lexemes up to {@code to}; what is said of it begins at {@code from}. */
    Counted of(int from, int to) {
        int start = skipOf(to);
        int end = nounsEnd(start);
        String noun = "";
        boolean known = false;
        String event = "";
        for (int at = start; at < end; at++) {
            Optional<PhraseTable.Found<String>> told = words.noun(lexemes, at);
            if (event.isEmpty() && told.isPresent() && !isActive(at + told.get().length())) {
                event = told.get().value();
            }
            Optional<PhraseTable.Found<String>> thing = words.thing(lexemes, at);
            if (!known && thing.isPresent()) {
                noun = thing.get().value();
                known = true;
            }
        }
        if (!known && start < end) {
            noun = head(start, end, event.isEmpty());
        }
        if (event.isEmpty()) {
            event = verbBefore(from).or(() -> predicate(start)).orElse("");
        }
        if (event.isEmpty()) {
            event = toll(from).orElse("");
            noun = known || event.isEmpty() ? noun : "";
        }
        if (event.isEmpty()) {
            return new Counted(noun, known);
        }
        boolean specific = !noun.isEmpty() && !noun.equals(CountedWords.PEOPLE);
        return new Counted(specific ? event + ":" + noun : event, true);
    }

    /** "two million of people" in languages that say so. */
    private int skipOf(int at) {
        if (at >= lexemes.size()) {
            return at;
        }
        String word = lexemes.get(at).folded();
        return word.equals("de") || word.equals("d'") || word.equals("di") ? at + 1 : at;
    }

    private int nounsEnd(int start) {
        int at = start;
        while (at < lexemes.size() && at < start + NOUN_REACH && lexemes.get(at).word()) {
            String folded = lexemes.get(at).folded();
            boolean told = words.noun(lexemes, at).isPresent()
                    || words.thing(lexemes, at).isPresent();
            NumberWords.Piece number = numbers.piece(folded);
            if (!told && (stops.contains(folded) || number != null && !number.soft())) {
                break;
            }
            at++;
        }
        return at;
    }

    /** The stem of the noun counted, as far as endings tell it; empty when none looks like one. */
    private String head(int start, int end, boolean alone) {
        for (int at = start; at < end; at++) {
            Lexeme lexeme = lexemes.get(at);
            boolean event = words.noun(lexemes, at).isPresent()
                    || words.predicate(lexemes, at).isPresent();
            if (!event && looksCounted(lexeme) && !roles.is("times", lexemes, at)) {
                return stem(lexeme);
            }
            if (event && !alone) {
                return "";
            }
        }
        return "";
    }

    private String stem(Lexeme lexeme) {
        return new Stemming(language).stem(Folding.lower(lexeme.text(), language));
    }

    private boolean looksCounted(Lexeme lexeme) {
        String word = lexeme.folded();
        if (word.length() < 3) {
            return false;
        }
        return switch (language.code()) {
            case "en" -> word.endsWith("s") && !word.endsWith("ss") || word.endsWith("men") || word.endsWith("ople");
            case "de" -> lexeme.capital();
            case "fr", "es", "pt" -> word.endsWith("s") || word.endsWith("x");
            case "it" -> word.endsWith("i") || word.endsWith("e");
            // Numbers stand before classifiers, which say little, and nothing tells a noun.
            case "vi" -> false;
            case "nl" -> word.endsWith("en") || word.endsWith("s");
            default -> true;
        };
    }

    private Optional<String> verbBefore(int from) {
        int end = from;
        // In Arabic the subject stands between the verb and what is counted.
        boolean subjectFollows = language.code().equals("ar");
        for (int skipped = 0; skipped <= SKIPPED && end > 0; skipped++) {
            Optional<PhraseTable.Found<String>> verb = words.verbBefore(lexemes, end);
            if (verb.isPresent()) {
                return verb.map(PhraseTable.Found::value);
            }
            Optional<PhraseTable.Found<Figure.Bound>> bound = bounds.before(lexemes, end);
            if (bound.isPresent()) {
                end -= bound.get().length();
            } else if (bounds.skips(lexemes, end - 1)
                    || bounds.scopeBefore(lexemes, end).isPresent()
                    || subjectFollows && skipped == 0 && lexemes.get(end - 1).word()) {
                end--;
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> predicate(int from) {
        int commas = 0;
        int at = from;
        while (at < lexemes.size() && at < from + CLAUSE_REACH) {
            Lexeme lexeme = lexemes.get(at);
            if (lexeme.sign(COMMAS) || lexeme.sign("(")) {
                commas++;
                int inserted = insertionEnd(at + 1);
                if (inserted > at) {
                    at = inserted;
                    commas++;
                    continue;
                }
            } else if (lexeme.digits() || lexeme.sign(CLAUSE_ENDS) || isNumber(lexeme)) {
                return Optional.empty();
            } else if (lexeme.word()) {
                if (roles.is("subordinate", lexemes, at) || roles.is("and", lexemes, at)) {
                    return Optional.empty();
                }
                Optional<PhraseTable.Found<String>> told = words.predicate(lexemes, at);
                if (told.isPresent()) {
                    return commas % 2 == 0 && !isActive(at + told.get().length())
                            ? told.map(PhraseTable.Found::value)
                            : Optional.empty();
                }
            }
            at++;
        }
        return Optional.empty();
    }

    /** A toll that stands directly before the number: "ölü sayısı 14". */
    private Optional<String> tollEnding(int end) {
        for (int at = Math.max(0, end - SKIPPED); at < end; at++) {
            int from = at;
            Optional<PhraseTable.Found<String>> toll =
                    words.toll(lexemes, at).filter(found -> from + found.length() == end);
            if (toll.isPresent() && toll.get().length() > 1) {
                return toll.map(PhraseTable.Found::value);
            }
        }
        return Optional.empty();
    }

    private boolean isNumber(Lexeme lexeme) {
        NumberWords.Piece piece = numbers.piece(lexeme.folded());
        return piece != null && !piece.soft();
    }

    /** Behind ", including two children," that begins at {@code at}; 0 when no such thing does. */
    private int insertionEnd(int at) {
        boolean part = false;
        for (int end = at + 1; end <= Math.min(lexemes.size(), at + 3); end++) {
            part |= bounds.scopeBefore(lexemes, end)
                    .filter(scope -> scope.value() == Figure.Scope.PART)
                    .isPresent();
        }
        for (int end = at; part && end < Math.min(lexemes.size(), at + CLAUSE_REACH); end++) {
            if (lexemes.get(end).sign(COMMAS) || lexemes.get(end).sign(")")) {
                return end + 1;
            }
        }
        return 0;
    }

    /** Whether a verb that ends before {@code at} has an object: "14 gunmen killed three", "14 men killed the guard". */
    private boolean isActive(int at) {
        if (at >= lexemes.size()) {
            return false;
        }
        Lexeme next = lexemes.get(at);
        if (next.digits() || isNumber(next)) {
            return true;
        }
        if (!language.equals(Language.ENGLISH)) {
            return false;
        }
        boolean counted = next.word()
                && at + 2 < lexemes.size()
                && bounds.before(lexemes, at + 2).isPresent()
                && lexemes.get(at + 2).digits();
        return counted || ARTICLES.contains(next.folded());
    }

    /** Whether a toll told earlier in the clause leads to the number that begins at {@code from}. */
    boolean isTold(int from) {
        return bounds.links(lexemes, from) && toll(from).isPresent();
    }

    private Optional<String> toll(int from) {
        int end = from;
        if (end == 0) {
            return Optional.empty();
        }
        Optional<String> direct = tollEnding(end);
        if (direct.isPresent()) {
            return direct;
        }
        Optional<PhraseTable.Found<Figure.Bound>> bound = bounds.before(lexemes, end);
        if (!bounds.links(lexemes, end) && bound.isPresent()) {
            end -= bound.get().length();
        }
        if (end == 0 || !bounds.links(lexemes, end) && !lexemes.get(end - 1).sign(":")) {
            return Optional.empty();
        }
        for (int at = end - 1; at >= Math.max(0, end - CLAUSE_REACH); at--) {
            Optional<PhraseTable.Found<String>> toll = words.toll(lexemes, at);
            if (toll.isPresent()) {
                return toll.map(PhraseTable.Found::value);
            }
            if (lexemes.get(at).sign(";") || words.verbBefore(lexemes, at + 1).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
