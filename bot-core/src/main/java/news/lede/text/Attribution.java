package news.lede.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who a sentence says has said, blamed or claimed something.
 *
 * @param kind what was done
 * @param who the words that name them, as written
 * @param span where these stand in the sentence
 * @param key their telling words without inflection; empty for those who are hardly named ("officials", "he")
 */
public record Attribution(Kind kind, String who, Span span, Set<String> key) {
    /** What is attributed. */
    public enum Kind {
        SAID,
        /** Somebody claims to have done it; {@code who} names them. */
        CLAIMED,
        /** Somebody is blamed; {@code who} is the one blamed. */
        BLAMED
    }

    private static final int LONGEST = 8;
    private static final Map<String, List<String>> LINES = FigureLists.sections("attribution.txt");
    private static final Map<String, Map<String, PhraseTable<Boolean>>> TABLES = new ConcurrentHashMap<>();
    private static final PhraseTable<Boolean> NO_PHRASES = new PhraseTable<>();
    private static final String QUOTATION_MARKS = "\"“”„«»";

    public Attribution {
        key = Set.copyOf(key);
    }

    /** The first attribution of a sentence, claims and blame before sayings. Empty in languages without word lists (ours: English, German, French, Spanish). Pure. */
    public static Optional<Attribution> in(String sentence, Language language) {
        List<Lexeme> lexemes = Lexeme.of(sentence, language);
        return find(lexemes, sentence, language, "claim", Kind.CLAIMED)
                .or(() -> find(lexemes, sentence, language, "blame", Kind.BLAMED))
                .or(() -> find(lexemes, sentence, language, "said", Kind.SAID))
                .or(() -> according(lexemes, sentence, language));
    }

    /** Whether a sentence states what it says as a fact of its own: it names no speaker, quotes nobody and does not hedge. False where we have no word lists. */
    public static boolean statedAsFact(String sentence, Language language) {
        if (!LINES.containsKey(language.code()) || sentence.chars().anyMatch(c -> QUOTATION_MARKS.indexOf(c) >= 0)) {
            return false;
        }
        List<Lexeme> lexemes = Lexeme.of(sentence, language);
        for (int at = 0; at < lexemes.size(); at++) {
            for (String role : List.of("said", "to", "after", "claim", "blame", "hedge")) {
                if (table(role, language).startingAt(lexemes, at).isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Optional<Attribution> find(
            List<Lexeme> lexemes, String sentence, Language language, String role, Kind kind) {
        PhraseTable<Boolean> verbs = table(role, language);
        for (int at = 0; at < lexemes.size(); at++) {
            Optional<PhraseTable.Found<Boolean>> verb = verbs.startingAt(lexemes, at);
            if (verb.isPresent()) {
                int behind = at + verb.get().length();
                Optional<Attribution> before =
                        named(lexemes, back(lexemes, at, language), at, sentence, language, kind);
                Optional<Attribution> after =
                        named(lexemes, behind, ahead(lexemes, behind, language), sentence, language, kind);
                Optional<Attribution> found = switch (kind) {
                    case BLAMED -> after;
                    case CLAIMED -> before;
                    case SAID -> before.or(() -> after);
                };
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Attribution> according(List<Lexeme> lexemes, String sentence, Language language) {
        for (int at = 0; at < lexemes.size(); at++) {
            Optional<PhraseTable.Found<Boolean>> lead = table("to", language).startingAt(lexemes, at);
            if (lead.isPresent()) {
                int from = at + lead.get().length();
                return named(lexemes, from, ahead(lexemes, from, language), sentence, language, Kind.SAID);
            }
            if (at > 0 && table("after", language).startingAt(lexemes, at).isPresent()) {
                return named(lexemes, back(lexemes, at, language), at, sentence, language, Kind.SAID);
            }
        }
        return Optional.empty();
    }

    private static int back(List<Lexeme> lexemes, int verb, Language language) {
        int at = verb;
        while (at > 0 && verb - at < LONGEST && isPart(lexemes, at - 1) && !stops(lexemes, at - 1, language)) {
            at--;
        }
        return at;
    }

    private static int ahead(List<Lexeme> lexemes, int from, Language language) {
        int at = from;
        while (at < lexemes.size() && at - from < LONGEST && isPart(lexemes, at) && !stops(lexemes, at, language)) {
            at++;
        }
        return at;
    }

    /** A word, an initial's full stop or a hyphen within a word. */
    private static boolean isPart(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        if (lexeme.word()) {
            return true;
        }
        if (at == 0 || at + 1 >= lexemes.size() || !lexemes.get(at - 1).touches(lexeme)) {
            return false;
        }
        Lexeme before = lexemes.get(at - 1);
        return lexeme.sign(".") && before.word() && before.text().length() <= 2 && before.capital()
                || lexeme.sign("-") && lexeme.touches(lexemes.get(at + 1));
    }

    private static boolean stops(List<Lexeme> lexemes, int at, Language language) {
        return table("stop", language).startingAt(lexemes, at).isPresent();
    }

    private static Optional<Attribution> named(
            List<Lexeme> lexemes, int from, int to, String sentence, Language language, Kind kind) {
        if (from >= to) {
            return Optional.empty();
        }
        Stemming stems = new Stemming(language);
        StopWords stops = StopWords.of(language);
        Set<String> key = new HashSet<>();
        for (int at = from; at < to; at++) {
            String folded = lexemes.get(at).folded();
            if (folded.length() > 1
                    && !stops.contains(folded)
                    && table("generic", language).startingAt(lexemes, at).isEmpty()) {
                key.add(stems.stem(Folding.lower(lexemes.get(at).text(), language)));
            }
        }
        Span span = new Span(lexemes.get(from).start(), lexemes.get(to - 1).end());
        return Optional.of(new Attribution(kind, span.in(sentence), span, key));
    }

    private static PhraseTable<Boolean> table(String role, Language language) {
        return TABLES.computeIfAbsent(language.code(), _ -> tables(language)).getOrDefault(role, NO_PHRASES);
    }

    private static Map<String, PhraseTable<Boolean>> tables(Language language) {
        Map<String, PhraseTable<Boolean>> tables = new ConcurrentHashMap<>();
        for (String line : LINES.getOrDefault(language.code(), List.of())) {
            String[] words = line.split(" ");
            PhraseTable<Boolean> table = tables.computeIfAbsent(words[0], _ -> new PhraseTable<>());
            for (int i = 1; i < words.length; i++) {
                table.add(words[i].replace('_', ' '), language, true);
            }
        }
        return tables;
    }
}
