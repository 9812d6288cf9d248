package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.lede.text.Token;

/** Reads who did what to whom in a passage of a language that parts words. */
final class Acts {
    /**
     * @param verb its stem, or the family of verbs that tell the same the other way round
     * @param passive whether who did it comes second
     * @param before stems of who stands first
     * @param behind stems of who stands second
     */
    record Act(String verb, boolean passive, Set<String> before, Set<String> behind) {}

    private static final int WINDOW = 8;
    private static final int CLOSE_WINDOW = 4;
    private static final String CLAUSE_ENDS = ",;:()—–،؛";
    private static final Set<String> RELATIVE =
            words("which who that der die das qui que che som który która который которая який яка");
    private static final Set<String> BE = words("is are was were be been being wird werden wurde wurden worden ete fut"
            + " fue fueron sido foi foram stato stata stati state werd");
    private static final Set<String> AGAINST =
            words("against gegen contre contra contro tegen mot przeciw przeciwko против проти");
    private static final Set<String> QUANTIFIERS =
            words("both beide beiden two zwei deux dos due twee les_deux ambos entrambi");
    private static final Set<String> INFINITIVE = words("will would to may might could can must should not did does");
    private static final Pattern PASSIVE_FORM = Pattern.compile(".*(?:[аеёя]н[аоы]?|[ae]n[yae]|on[yae])");

    private final Passage passage;
    private final RoleWords words;
    private final String language;

    private Acts(Passage passage) {
        this.passage = passage;
        this.language = passage.language().code();
        this.words = RoleWords.of(language);
    }

    static List<Act> of(Passage passage) {
        Acts acts = new Acts(passage);
        List<Act> found = new ArrayList<>();
        for (List<Token> sentence : passage.sentences()) {
            IntStream.range(0, sentence.size())
                    .filter(v -> acts.mayBeVerb(sentence, v))
                    .forEach(v -> acts.read(sentence, v, found));
            IntStream.range(0, sentence.size())
                    .filter(i -> AGAINST.contains(sentence.get(i).folded()))
                    .forEach(i -> acts.against(sentence, i, found));
        }
        return found;
    }

    private boolean mayBeVerb(List<Token> sentence, int v) {
        Token token = sentence.get(v);
        boolean name = token.capitalised() && !token.sentenceInitial();
        String before = v > 0 ? sentence.get(v - 1).folded() : "";
        boolean looksSo = words.mayBeVerb(token.folded()) || language.equals("en") && INFINITIVE.contains(before);
        boolean reports = ReportingVerbs.contains(token.folded())
                && !token.folded().startsWith("accus")
                && !token.folded().startsWith("acus");
        return !name
                && !token.number()
                && token.telling()
                && !reports
                && looksSo
                && !RoleWords.isArticle(before, language)
                && !RoleWords.isArticle(token.folded(), language)
                && !QUANTIFIERS.contains(token.folded())
                && !AGAINST.contains(token.folded());
    }

    /** "A's complaint against B": the names nearest to the word. */
    private void against(List<Token> sentence, int at, List<Act> found) {
        List<Integer> before = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - WINDOW); i--) {
            if (sentence.get(i).capitalised() && sentence.get(i).telling()) {
                before.add(i);
            } else if (!before.isEmpty()) {
                break;
            }
        }
        List<Integer> behind = IntStream.range(at + 1, Math.min(sentence.size(), at + CLOSE_WINDOW))
                .filter(i -> sentence.get(i).capitalised() && sentence.get(i).telling())
                .boxed()
                .toList();
        add(found, "against", false, sentence, before, behind);
    }

    private void read(List<Token> sentence, int v, List<Act> found) {
        Token token = sentence.get(v);
        int side = Contrasts.of(passage.language()).sideOf("win", token.folded());
        String verb = side < 0 ? token.stem() : "win";
        int from = clauseStart(sentence, v);
        int to = clauseEnd(sentence, v);
        List<Integer> before = who(sentence, from, v);
        List<Integer> behind = who(sentence, v + 1, to);
        boolean turned = side == 1;
        boolean by = agentBehind(sentence, v, to);
        if (!language.equals("tr") && !words.verbFirst()) {
            add(found, verb, turned != by, sentence, before, behind);
        }
        if (words.verbFinal()) {
            pairs(sentence, before, verb, turned, found);
        }
        if (words.verbFirst()) {
            pairs(sentence, behind, "first " + verb, turned, found);
        }
    }

    /** Who stands first and who second where the verb is at one end of both. */
    private void pairs(List<Token> sentence, List<Integer> who, String verb, boolean turned, List<Act> found) {
        List<Integer> names = who.stream()
                .filter(i -> words.verbFirst() || sentence.get(i).capitalised())
                .toList();
        for (int split = 1; split < names.size(); split++) {
            int second = names.get(split);
            if (!words.verbFirst() && second - names.get(split - 1) == 1) {
                continue;
            }
            boolean by = agentBetween(sentence, names.get(split - 1), second);
            add(found, verb, turned != by, sentence, names.subList(0, split), names.subList(split, names.size()));
        }
    }

    private static void add(
            List<Act> found,
            String verb,
            boolean passive,
            List<Token> sentence,
            List<Integer> before,
            List<Integer> behind) {
        if (!before.isEmpty() && !behind.isEmpty()) {
            found.add(new Act(verb, passive, stems(sentence, before), stems(sentence, behind)));
        }
    }

    /** Of names only where there are names: "the rival" tells nobody apart. */
    private static Set<String> stems(List<Token> sentence, List<Integer> which) {
        boolean named = which.stream().anyMatch(i -> sentence.get(i).capitalised());
        return which.stream()
                .map(sentence::get)
                .filter(token -> !named || token.capitalised() || token.folded().equals("it"))
                .map(Token::stem)
                .collect(Collectors.toSet());
    }

    private int clauseStart(List<Token> sentence, int v) {
        int from = v;
        while (from > 0 && v - from < WINDOW) {
            if (ends(sentence.get(from - 1), sentence.get(from))
                    && !RELATIVE.contains(sentence.get(from).folded())) {
                break;
            }
            from--;
        }
        return from;
    }

    private int clauseEnd(List<Token> sentence, int v) {
        int to = v + 1;
        while (to < sentence.size() && to - v <= WINDOW && !ends(sentence.get(to - 1), sentence.get(to))) {
            to++;
        }
        return to;
    }

    // In Turkish a comma stands behind who did it.
    private boolean ends(Token one, Token two) {
        return passage.between(one, two)
                .chars()
                .anyMatch(c -> CLAUSE_ENDS.indexOf(c) >= 0 && !(c == ',' && language.equals("tr")));
    }

    private List<Integer> who(List<Token> sentence, int from, int to) {
        return IntStream.range(from, to)
                .filter(i -> isWho(sentence, i, from))
                .boxed()
                .toList();
    }

    private boolean isWho(List<Token> sentence, int i, int from) {
        Token token = sentence.get(i);
        boolean pronoun = language.equals("en") && token.folded().equals("it");
        boolean counts = token.number() || QUANTIFIERS.contains(token.folded());
        if (!pronoun && (!token.telling() || counts || isDate(token))) {
            return false;
        }
        for (int before = i - 1; before >= Math.max(from, i - CLOSE_WINDOW); before--) {
            Token other = sentence.get(before);
            if (before == i - 1 && (other.number() || QUANTIFIERS.contains(other.folded()))) {
                return false;
            }
            if (words.aside().contains(other.folded()) && !words.by().contains(other.folded())) {
                return false;
            }
            boolean ofItsName = other.capitalised() || RoleWords.isArticle(other.folded(), language) || !other.stop();
            if (!ofItsName) {
                return true;
            }
        }
        return true;
    }

    private boolean isDate(Token token) {
        return Contrasts.of(passage.language()).families().stream()
                .filter(Contrasts.Family::isDate)
                .anyMatch(family -> family.sides().stream()
                        .anyMatch(side -> side.matcher(token.folded()).matches()));
    }

    private boolean agentBehind(List<Token> sentence, int v, int to) {
        if (words.cases()) {
            return PASSIVE_FORM.matcher(sentence.get(v).folded()).matches();
        }
        boolean passive = IntStream.range(Math.max(0, v - CLOSE_WINDOW), v)
                .anyMatch(i -> BE.contains(sentence.get(i).folded()));
        boolean needsAuxiliary = Set.of("en", "de", "es", "pt", "it").contains(language);
        return (passive || !needsAuxiliary) && agentBetween(sentence, v, Math.min(to, v + WINDOW));
    }

    private boolean agentBetween(List<Token> sentence, int from, int to) {
        // "X tarafından": behind who did it.
        int end = language.equals("tr") ? Math.min(sentence.size(), to + CLOSE_WINDOW) : to;
        return IntStream.range(from + 1, end)
                .anyMatch(i -> words.by().contains(sentence.get(i).folded()));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
