package news.lede.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds names of people, places and organisations without a dictionary: runs of capitalised words, joined by the connectors that names have ("de",
 * "of the"). A capital at the start of a sentence, or in a line where everything is capitalised, is believed only when the same text
 * has the word capitalised in a place where that means something.
 *
 * <p>German capitalises every noun. There a single word is a name only when it also stands in a run, is an acronym, or follows a preposition without an
 * article ("in Altenried"). Scripts without capitals have no names by this rule but those written in katakana or Latin letters.
 */
public final class Names {
    private static final Set<String> CONNECTORS = Set.of(
            "de", "del", "della", "di", "da", "do", "dos", "das", "du", "van", "von", "der", "den", "ter", "al", "el",
            "bin", "ibn", "la", "le", "y", "of", "zu", "af");
    private static final Set<String> OF_THE = Set.of("of", "de", "della");
    private static final Set<String> GERMAN_PLACE_WORDS = Set.of("in", "aus", "nach", "bei", "um", "von");
    private static final int LONGEST = 5;

    private Names() {}

    /** The names of a text, most frequent first, equally frequent ones in the order of the text. Pure and thread-safe. */
    public static List<Name> in(String text, List<Token> tokens, Language language) {
        return new Finder(text, tokens, language).find();
    }

    /** A word of a name as {@link Name#key} has it: without possessive ending and full stops. */
    public static String bare(String folded) {
        String word = folded.endsWith("'s") ? folded.substring(0, folded.length() - 2) : folded;
        word = word.endsWith("'") ? word.substring(0, word.length() - 1) : word;
        return word.indexOf('.') >= 0 ? word.replace(".", "") : word;
    }

    /** A run of words from token {@code from} up to {@code to}, exclusive. */
    private record Run(int from, int to) {
        int words() {
            return to - from;
        }
    }

    private static final class Finder {
        private final String text;
        private final List<Token> tokens;
        private final boolean german;
        private final boolean[] shouting;
        private final Set<String> proven = new HashSet<>();
        private final Set<String> lowerCase = new HashSet<>();

        Finder(String text, List<Token> tokens, Language language) {
            this.text = text;
            this.tokens = tokens;
            this.german = language.code().equals("de") || language.code().equals("lb");
            this.shouting = titleCaseLines();
        }

        List<Name> find() {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.capitalised() && !token.sentenceInitial() && !shouting[i] && !token.stop()) {
                    proven.add(bare(token.folded()));
                } else if (!token.capitalised()) {
                    lowerCase.add(token.folded());
                }
            }
            List<Run> runs = runs();
            if (german) {
                runs = germanRuns(runs);
            }
            return merge(runs);
        }

        private List<Run> runs() {
            List<Run> runs = new ArrayList<>();
            int i = 0;
            while (i < tokens.size()) {
                if (!opens(i)) {
                    i++;
                    continue;
                }
                int end = i + 1;
                int at = end;
                while (at < tokens.size() && end - i < LONGEST && isClose(at)) {
                    if (isNamePart(at)) {
                        end = at + 1;
                    } else if (!isConnector(at)) {
                        break;
                    }
                    at++;
                }
                // "Yesterday Ada Okafor": two words make a name without the first of the sentence.
                int from = end - i > 2 && !believed(i) && isNamePart(i + 1) ? i + 1 : i;
                if (end - from > 1 || believed(from)) {
                    runs.add(new Run(from, end));
                }
                i = end;
            }
            return runs;
        }

        /** Whether a name may begin here. */
        private boolean opens(int i) {
            Token token = tokens.get(i);
            if (isForeignWord(token)) {
                return true;
            }
            if (!token.capitalised() || token.stop() || token.folded().length() < 2) {
                return false;
            }
            if (!token.sentenceInitial() && !shouting[i]) {
                return true;
            }
            // "Rescuers said": believed only with a proof elsewhere; "Ada Okafor said": the next word is one.
            return believed(i)
                    || (!shouting[i]
                            && i + 1 < tokens.size()
                            && isClose(i + 1)
                            && isNamePart(i + 1)
                            && !lowerCase.contains(token.folded()));
        }

        private boolean isNamePart(int i) {
            Token token = tokens.get(i);
            return isForeignWord(token) || (token.capitalised() && !token.stop() && (!shouting[i] || believed(i)));
        }

        private boolean believed(int i) {
            Token token = tokens.get(i);
            if (isForeignWord(token) || isAcronym(token)) {
                return true;
            }
            return token.sentenceInitial() || shouting[i] ? proven.contains(bare(token.folded())) : !token.stop();
        }

        /** Whether a small word parts two words of one name: "de la", "of the", "bin". */
        private boolean isConnector(int at) {
            int i = at;
            while (i < tokens.size() && i - at < 2 && isClose(i) && isSmall(i)) {
                i++;
            }
            return i > at && i < tokens.size() && isClose(i) && isNamePart(i);
        }

        private boolean isSmall(int i) {
            Token token = tokens.get(i);
            boolean the = token.folded().equals("the")
                    && OF_THE.contains(tokens.get(i - 1).folded());
            return !token.capitalised() && (the || CONNECTORS.contains(token.folded()));
        }

        /** Whether only one space, or the full stop of an initial, parts a token from the one before. */
        private boolean isClose(int i) {
            Token before = tokens.get(i - 1);
            int from = before.span().end();
            int gap = tokens.get(i).span().start() - from;
            if (gap == 1) {
                char c = text.charAt(from);
                return c == ' ' || c == '\u00A0' || c == '\u30FB';
            }
            return gap == 2
                    && text.charAt(from) == '.'
                    && before.folded().length() <= 3
                    && text.charAt(from + 1) == ' ';
        }

        /** Katakana, and Latin letters within a script that has no capitals, write names. */
        private boolean isForeignWord(Token token) {
            Character.UnicodeScript script =
                    Character.UnicodeScript.of(token.text().codePointAt(0));
            return script == Character.UnicodeScript.KATAKANA && token.text().length() >= 3;
        }

        private boolean isAcronym(Token token) {
            String word = token.text();
            return word.length() >= 2
                    && word.length() <= 5
                    && word.chars().allMatch(c -> Character.isUpperCase(c) || c == '.')
                    && !lowerCase.contains(token.folded());
        }

        /** Marks the tokens of lines that capitalise (nearly) everything, as headlines do. */
        private boolean[] titleCaseLines() {
            boolean[] marked = new boolean[tokens.size()];
            int from = 0;
            while (from < tokens.size()) {
                int to = endOfLine(from);
                int words = 0;
                int capitals = 0;
                for (int i = from; i < to; i++) {
                    Token token = tokens.get(i);
                    if (!token.number() && !token.stop()) {
                        words++;
                        capitals += token.capitalised() ? 1 : 0;
                    }
                }
                boolean all = words >= 3 && capitals >= 0.8 * words && !german && !endsSentence(to - 1);
                for (int i = from; i < to; i++) {
                    marked[i] = all;
                }
                from = to;
            }
            return marked;
        }

        // Headlines do not end with a full stop.
        private boolean endsSentence(int last) {
            int end = tokens.get(last).span().end();
            return end < text.length() && text.charAt(end) == '.';
        }

        private int endOfLine(int from) {
            int feed = text.indexOf('\n', tokens.get(from).span().start());
            int to = from + 1;
            while (to < tokens.size() && (feed < 0 || tokens.get(to).span().start() < feed)) {
                to++;
            }
            return to;
        }

        private List<Run> germanRuns(List<Run> runs) {
            Set<String> inRuns = new HashSet<>();
            for (Run run : runs) {
                if (run.words() > 1) {
                    inRuns.add(bare(tokens.get(run.to() - 1).folded()));
                }
            }
            List<Run> kept = new ArrayList<>();
            for (Run run : runs) {
                if (run.words() > 1 || isGermanName(run.from(), inRuns)) {
                    kept.add(run);
                }
            }
            return kept;
        }

        private boolean isGermanName(int i, Set<String> inRuns) {
            Token token = tokens.get(i);
            if (isAcronym(token) || inRuns.contains(bare(token.folded()))) {
                return true;
            }
            boolean place = i > 0
                    && isClose(i)
                    && GERMAN_PLACE_WORDS.contains(tokens.get(i - 1).folded());
            return place && !GermanNouns.looksCommon(token.folded());
        }

        /** One name for each key; a single word that ends or begins exactly one longer name counts for that. */
        private List<Name> merge(List<Run> runs) {
            Map<String, String> written = new LinkedHashMap<>();
            Map<String, Integer> counts = new HashMap<>();
            for (Run run : runs) {
                String key = key(run);
                if (!key.isEmpty()) {
                    written.putIfAbsent(key, written(run));
                    counts.merge(key, 1, Integer::sum);
                }
            }
            Map<String, String> wholes = new HashMap<>();
            Set<String> unclear = new HashSet<>();
            for (String key : written.keySet()) {
                if (key.indexOf(' ') > 0) {
                    for (String part : endsOf(key)) {
                        if (wholes.putIfAbsent(part, key) != null) {
                            unclear.add(part);
                        }
                    }
                }
            }
            List<Name> names = new ArrayList<>();
            for (Map.Entry<String, String> name : written.entrySet()) {
                String key = name.getKey();
                String whole = wholes.get(key);
                if (whole != null && !unclear.contains(key)) {
                    counts.merge(whole, counts.getOrDefault(key, 0), Integer::sum);
                }
            }
            for (Map.Entry<String, String> name : written.entrySet()) {
                String key = name.getKey();
                if (!wholes.containsKey(key) || unclear.contains(key)) {
                    names.add(new Name(name.getValue(), key, counts.getOrDefault(key, 1)));
                }
            }
            names.sort(Comparator.comparingInt(Name::count).reversed());
            return names;
        }

        private static List<String> endsOf(String key) {
            String first = key.substring(0, key.indexOf(' '));
            String last = key.substring(key.lastIndexOf(' ') + 1);
            return first.equals(last) ? List.of(first) : List.of(last, first);
        }

        private String key(Run run) {
            StringBuilder key = new StringBuilder();
            for (int i = run.from(); i < run.to(); i++) {
                key.append(key.isEmpty() ? "" : " ").append(bare(tokens.get(i).folded()));
            }
            return key.toString();
        }

        private String written(Run run) {
            int end = tokens.get(run.to() - 1).span().end();
            String name = text.substring(tokens.get(run.from()).span().start(), end);
            int possessive = Math.max(name.lastIndexOf("'s"), name.lastIndexOf("\u2019s"));
            return possessive > 0 && possessive == name.length() - 2 ? name.substring(0, possessive) : name;
        }
    }
}
