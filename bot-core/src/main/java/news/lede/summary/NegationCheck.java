package news.lede.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Token;

/**
 * What the evidence affirms must not be denied, what it denies must not be affirmed. A word that negates reaches the next telling words; the same words must be reached in the text and in the
 * evidence. And a word must not be turned into its opposite ("rose" into "fell").
 */
final class NegationCheck {
    private static final Set<String> NEGATORS = Set.of(
            "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly",
            "unable", "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "niemand",
            "nichts", "ohne", "pas", "jamais", "aucun", "aucune", "sans", "nunca", "ningun", "ninguna", "nadie", "sin",
            "nao", "nenhum", "nenhuma", "sem", "non", "mai", "nessun", "nessuno", "nessuna", "senza", "niet", "geen",
            "nooit", "zonder", "не", "нет", "никогда", "без", "ні", "ніколи", "немає", "никто", "ніхто", "không",
            "chưa", "chẳng", "degil", "yok", "hicbir", "لم", "لا", "ولم", "ولن", "ولا", "لن", "ليس", "ليست", "دون",
            "بدون", "بلا");

    /** Characters that negate in Chinese, endings that do in Japanese. */
    private static final String NEGATING_CHARACTERS = "不没沒未无無";

    private static final List<String> NEGATING_ENDINGS = List.of("ない", "せん", "なか", "なし");

    /** Stems of verbs that negate what follows. */
    private static final Set<String> NEGATING_STEMS = Set.of(
            "deni",
            "deny",
            "refus",
            "reject",
            "fail",
            "declin",
            "lack",
            "unlik",
            "unlikely",
            "bestreit",
            "bestritt",
            "weiger",
            "nego",
            "neg",
            "negat",
            "ontkend",
            "dement");

    private static final Map<String, Set<String>> OPPOSITES = opposites(
            "rose rise risen rising climb climbed increase increased grew grow gained | fell fall fallen falling drop dropped decrease decreased shrank shrink lost declined decline",
            "won win wins beat | lost lose loses",
            "more higher above over | fewer less lower below under",
            "approve approved backed back support supported accepted accept passed | reject rejected opposed oppose blocked block against",
            "confirmed confirm confirms admitted admit | denied deny denies",
            "open opened opens reopened | close closed closes shut",
            "arrested arrest detained jailed | released release freed acquitted",
            "guilty convicted | innocent acquitted",
            "allow allowed allows permitted legal | ban banned bans forbid forbidden prohibited illegal",
            "before | after",
            "best largest biggest highest most first | worst smallest lowest least last",
            "start started begin began begun | end ended stop stopped",
            "hire hired | dismissed fired sacked",
            "likely | unlikely",
            "stieg gestiegen steigt | fiel gefallen sank gesunken sinkt",
            "gewann gewonnen gewinnt | verlor verloren verliert",
            "mehr | weniger",
            "accepted accept accepts | declined declines refused",
            "opposes oppose opposing | supports support favours favors",
            "dismissed dismisses rejected | confirmed confirms admitted",
            "with | without",
            "abgelehnt ablehnt lehnte | gebilligt billigte angenommen zugestimmt",
            "verurteilt verurteilte | freigesprochen",
            "dementiert bestreitet | bestatigt einraumt",
            "augmente augmentait hausse monte | baisse recule diminue chute",
            "approuve accepte | rejete refuse",
            "nie dement | confirme admet reconnait",
            "subio aumento crecio subieron | bajo cayo disminuyo bajaron",
            "nego niega rechazo | confirmo confirma admitio",
            "aprobo aprobado | rechazo rechazado",
            "subiu aumentou cresceu | caiu diminuiu baixou",
            "negou nega | confirmou admitiu admite",
            "aprovou aprovado | rejeitou rejeitado",
            "contrario contraria contrari | favorevole favorevoli",
            "nega negato | ammette ammesso conferma confermato",
            "aumentato salito cresciuto | diminuito sceso calato",
            "gestegen steeg | gedaald daalde",
            "veroordeeld veroordeelde | vrijgesproken",
            "ontkent ontkende | bevestigt bevestigde erkent",
            "goedgekeurd | afgewezen verworpen",
            "вырос выросла выросли увеличился | упал упала упали снизился",
            "подтвердил подтвердила | опроверг опровергла отрицает",
            "tăng | giảm",
            "artti yukseldi | azaldi dustu",
            "ارتفعت ارتفع زادت | انخفضت انخفض تراجعت",
            "نفى نفت | أكد أكدت اكد اكدت");

    /** Words that tell the same of a negation: who is not injured is not hurt. */
    private static final List<Set<String>> SAME = List.of(
            Set.of("injured", "hurt", "wounded", "harmed"),
            Set.of("killed", "dead", "died"),
            Set.of("tell", "told", "say", "said", "know", "knew"));

    private static final List<List<String>> PHRASES = List.of(
            List.of("up from", "down from"),
            List.of("down from", "up from"),
            List.of("vote for", "vote against"),
            List.of("vote against", "vote for"),
            List.of("voted for", "voted against"),
            List.of("voted against", "voted for"));

    private static final int REACH = 5;
    private static final int REACHED_WORDS = 2;

    private NegationCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Refusal> refusals = new ArrayList<>();
        // Where no spaces part words, what a negation reaches cannot be told.
        boolean unspaced = Set.of("zh", "ja").contains(said.language().code());
        if (!unspaced || anyNegates(said) != anyNegates(known)) {
            reached(said, known).forEach(word -> refusals.add(new Refusal(Kind.NEGATION, "not " + word)));
            reached(known, said).forEach(word -> refusals.add(new Refusal(Kind.NEGATION, word)));
        }
        if (denialDenied(said) != denialDenied(known)) {
            refusals.add(new Refusal(Kind.NEGATION, "not not"));
        }
        unmade(said, known).forEach(word -> refusals.add(new Refusal(Kind.NEGATION, word)));
        if (!anyNegates(said)) {
            NegatedForms.turned(said, known).forEach(word -> refusals.add(new Refusal(Kind.NEGATION, word)));
        }
        for (List<String> phrases : PHRASES) {
            if (has(said, phrases.get(0)) && has(known, phrases.get(1)) && !has(known, phrases.get(0))) {
                refusals.add(new Refusal(Kind.NEGATION, phrases.get(0)));
            }
        }
        turned(said, known).forEach(word -> refusals.add(new Refusal(Kind.NEGATION, word)));
        return refusals;
    }

    /** Words that {@code one} negates and {@code other} has without negating them. A negation that {@code other} leaves out with all it reaches is no contradiction. */
    private static Set<String> reached(Passage one, Passage other) {
        Set<String> negatedThere = new HashSet<>();
        boolean negatesAtAll = false;
        for (List<Token> sentence : other.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                if (negates(sentence, i)) {
                    negatesAtAll = true;
                    negatedThere.addAll(around(sentence, i));
                }
            }
        }
        Set<String> there = Passage.tellingStems(other.tokens());
        Set<String> contradicted = new HashSet<>();
        for (List<Token> sentence : one.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                if (!negates(sentence, i)) {
                    continue;
                }
                List<String> reach = reach(one, sentence, i);
                boolean spokenOf = reach.stream().anyMatch(there::contains);
                boolean negated = reach.stream().anyMatch(negatedThere::contains);
                if ((spokenOf && !negated) || (!spokenOf && !negatesAtAll && isFaithfulLength(one, other))) {
                    contradicted.add(reach.isEmpty() ? "" : reach.getFirst());
                }
            }
        }
        return contradicted;
    }

    /** "No one was injured" made "people were hurt": the other word for what is negated, and no negation at all. */
    private static Set<String> unmade(Passage said, Passage known) {
        Set<String> words = new HashSet<>();
        if (anyNegates(said) || !anyNegates(known)) {
            return words;
        }
        for (List<Token> sentence : known.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                if (negates(sentence, i)) {
                    for (Token token : sentence.subList(i, Math.min(sentence.size(), i + 1 + REACH))) {
                        SAME.stream()
                                .filter(same -> same.contains(token.folded()))
                                .forEach(words::addAll);
                    }
                }
            }
        }
        words.removeIf(word -> said.tokens().stream().noneMatch(t -> t.folded().equals(word)));
        return words;
    }

    /** "Was not rejected", "did not deny". */
    private static boolean denialDenied(Passage passage) {
        for (List<Token> sentence : passage.sentences()) {
            for (int i = 1; i < sentence.size(); i++) {
                Token before = sentence.get(i - 1);
                if (NEGATING_STEMS.contains(sentence.get(i).stem())
                        && (NEGATORS.contains(before.folded())
                                || before.folded().endsWith("n't"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(Passage passage, String phrase) {
        return (" " + passage.text().toLowerCase(java.util.Locale.ROOT)).contains(" " + phrase + " ");
    }

    private static boolean anyNegates(Passage passage) {
        return passage.sentences().stream()
                .anyMatch(sentence ->
                        java.util.stream.IntStream.range(0, sentence.size()).anyMatch(i -> negates(sentence, i)));
    }

    // A long evidence may be shortened by the part that negates; a text that adds a negation of its own may not.
    private static boolean isFaithfulLength(Passage one, Passage other) {
        return one.tokens().size() <= other.tokens().size();
    }

    private static boolean negates(List<Token> sentence, int at) {
        Token token = sentence.get(at);
        String word = token.folded();
        // "have yet to find"
        boolean yetTo = word.equals("yet")
                && at + 1 < sentence.size()
                && sentence.get(at + 1).folded().equals("to");
        boolean eastAsian = word.length() <= 2
                && (word.chars().anyMatch(c -> NEGATING_CHARACTERS.indexOf(c) >= 0) || NEGATING_ENDINGS.contains(word));
        return yetTo
                || eastAsian
                || NEGATORS.contains(word)
                || word.endsWith("n't")
                || NEGATING_STEMS.contains(token.stem());
    }

    private static List<String> reach(Passage passage, List<Token> sentence, int at) {
        List<String> stems = new ArrayList<>();
        for (int i = at + 1; i < Math.min(sentence.size(), at + 1 + REACH) && stems.size() < REACHED_WORDS; i++) {
            if (passage.between(sentence.get(i - 1), sentence.get(i)).contains(";")) {
                break;
            }
            if (sentence.get(i).telling()) {
                stems.add(sentence.get(i).stem());
            }
        }
        return stems;
    }

    private static Set<String> around(List<Token> sentence, int at) {
        // What a verb denies stands before it in the passive: "the plan was rejected".
        int before = NEGATING_STEMS.contains(sentence.get(at).stem()) ? 2 * REACH : 2;
        return Passage.tellingStems(
                sentence.subList(Math.max(0, at - before), Math.min(sentence.size(), at + 1 + 2 * REACH)));
    }

    private static Set<String> turned(Passage said, Passage known) {
        Set<String> spoken = new HashSet<>();
        said.tokens().forEach(token -> spoken.add(token.folded()));
        Set<String> there = new HashSet<>();
        known.tokens().forEach(token -> there.add(token.folded()));
        Set<String> turned = new HashSet<>();
        for (String word : spoken) {
            Set<String> opposite = OPPOSITES.getOrDefault(word, Set.of());
            boolean opposed = opposite.stream().anyMatch(o -> there.contains(o) && !spoken.contains(o));
            Set<String> alike = new HashSet<>();
            opposite.forEach(o -> alike.addAll(OPPOSITES.getOrDefault(o, Set.of())));
            if (opposed && !there.contains(word) && alike.stream().noneMatch(there::contains)) {
                turned.add(word);
            }
        }
        return turned;
    }

    private static Map<String, Set<String>> opposites(String... pairs) {
        Map<String, Set<String>> opposites = new HashMap<>();
        for (String pair : pairs) {
            String[] sides = pair.split("\\|");
            Set<String> left = Set.of(sides[0].strip().split(" "));
            Set<String> right = Set.of(sides[1].strip().split(" "));
            left.forEach(word ->
                    opposites.computeIfAbsent(word, w -> new HashSet<>()).addAll(right));
            right.forEach(word ->
                    opposites.computeIfAbsent(word, w -> new HashSet<>()).addAll(left));
        }
        return opposites;
    }
}
