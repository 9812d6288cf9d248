package news.lede.story;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import news.lede.article.Article;
import news.lede.story.Beginning.Sentence;
import news.lede.story.OutcomeWords.Form;
import news.lede.text.Language;
import news.lede.text.Token;
import news.lede.text.Tokens;

/**
 * Finds what an event came to in the beginning of an article: arrests, verdicts, deaths, agreements. Pure.
 *
 * <p>Only what is told as having happened is an outcome: nothing in the same part of the sentence may take it back ("may resign", "was not arrested"), it must not
 * describe somebody ("the arrested man"), nor lie back ("was jailed in 2009"). Since later sentences are often about other events, an outcome must stand in one of the first
 * {@value #LEAD_SENTENCES}, or the headline must speak of it too; words that are frequent in other senses ("won") must stand in the first.
 */
final class Outcomes {
    private static final int LEAD_SENTENCES = 3;
    /** Outcomes whose words are used of much else. */
    private static final Set<Outcome> WEAK = EnumSet.of(
            Outcome.VICTORY, Outcome.DECISION, Outcome.END, Outcome.AGREEMENT, Outcome.CANCELLATION, Outcome.RECOVERY);

    /** Words of one part of a sentence in which something may take a form back. */
    private static final int BEFORE = 8;

    private static final int AFTER = 3;
    private static final int AUXILIARY_REACH = 5;
    private static final Set<String> PARTICIPLES = Set.of(
            "arrested", "detained", "charged", "sentenced", "convicted", "freed", "released", "elected", "jailed");
    private static final Set<String> AUXILIARIES =
            Set.of("was", "were", "is", "are", "been", "being", "be", "has", "have", "had", "got", "and", "get");
    private static final Set<String> PREPOSITIONS =
            Set.of("at", "in", "by", "for", "to", "on", "over", "with", "from", "after", "during", "under", "of");
    private static final int RELATIVE_REACH = 2;
    private static final Set<String> RELATIVE = Set.of("who", "which", "whom", "whose");
    private static final String PART_ENDS = ",;:\u2013\u2014(\u060C\u3001\u3002\uFF0C";

    private Outcomes() {}

    /** An outcome that is told, and the sentence that tells it. */
    record Told(Outcome outcome, Proof proof) {}

    /** What an article tells, each outcome once; {@code spokenOf}: also what it mentions without telling it. */
    record Found(List<Told> told, Set<Outcome> spokenOf) {}

    static Found in(Beginning article, Instant published) {
        OutcomeWords words = OutcomeWords.of(article.language());
        int year = yearOf(published);
        Set<Outcome> headline = EnumSet.noneOf(Outcome.class);
        Set<Outcome> spokenOf = EnumSet.noneOf(Outcome.class);
        for (Mention mention : mentions(article.title(), words, year)) {
            spokenOf.add(mention.outcome());
            // "Convicted mobster flees" is no news of a verdict.
            if (!mention.describes()) {
                headline.add(mention.outcome());
            }
        }
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < article.sentences().size(); i++) {
            Sentence sentence = article.sentences().get(i);
            for (Mention mention : mentions(sentence, words, year)) {
                spokenOf.add(mention.outcome());
                boolean lead = i < (WEAK.contains(mention.outcome()) ? 1 : LEAD_SENTENCES);
                if (mention.told() && (lead || headline.contains(mention.outcome())) && seen.add(mention.outcome())) {
                    told.add(new Told(mention.outcome(), sentence.proof()));
                }
            }
        }
        return new Found(told, spokenOf);
    }

    /** Whether one of {@code outcomes} is told at a place in a sentence, from the token {@code from} to the token {@code to}. */
    static boolean toldWithin(Sentence sentence, int from, int to, Set<Outcome> outcomes, OutcomeWords words) {
        return mentions(sentence, words, Integer.MAX_VALUE).stream()
                .anyMatch(mention -> mention.told()
                        && mention.at() >= from
                        && mention.at() < to
                        && outcomes.contains(mention.outcome()));
    }

    /** The outcomes that one sentence tells, such as the headline of {@code article}. */
    static Set<Outcome> toldIn(String sentence, Article article) {
        Sentence whole = new Sentence(
                new Proof(article.id(), Proof.TITLE, 0, sentence), Tokens.of(sentence, article.language()));
        Set<Outcome> told = EnumSet.noneOf(Outcome.class);
        mentions(whole, OutcomeWords.of(article.language()), yearOf(article.published())).stream()
                .filter(Mention::told)
                .forEach(mention -> told.add(mention.outcome()));
        return told;
    }

    /** Whether a sentence is about what lies back when the article was published. */
    static boolean liesBack(Sentence sentence, Language language, Instant published) {
        OutcomeWords words = OutcomeWords.of(language);
        List<String> keys = sentence.tokens().stream().map(words::key).toList();
        return liesBack(sentence.tokens(), keys, words, yearOf(published));
    }

    private static int yearOf(Instant published) {
        return published.atZone(ZoneOffset.UTC).getYear();
    }

    /** {@code describes}: it stands for what somebody is known by; {@code at}: the token it begins with. */
    private record Mention(Outcome outcome, boolean told, boolean describes, int at) {}

    /** What nothing takes back; what lies back is mentioned, not told. */
    private static List<Mention> mentions(Sentence sentence, OutcomeWords words, int year) {
        if (words.unspaced()) {
            return inCharacters(sentence.text(), words);
        }
        List<String> keys = sentence.tokens().stream().map(words::key).toList();
        boolean back = liesBack(sentence.tokens(), keys, words, year);
        int[] parts = parts(sentence);
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (Form form : words.beginningWith(keys.get(i))) {
                int end = i + form.words().size();
                if (end <= keys.size()
                        && keys.subList(i, end).equals(form.words())
                        && !takenBack(keys, parts, i, end, words)) {
                    // "Convicted mobster dies", "the arrested man".
                    boolean describes = isRelative(keys, i, words)
                            || isShortened(sentence, keys, i, end, words)
                            || form.words().size() == 1
                                    && (i == 0 ? words.describesFirst() : words.attributive(keys.get(i - 1)));
                    found.add(new Mention(
                            form.outcome(), form.told() && !describes && !back, form.told() && describes, i));
                    break;
                }
            }
        }
        return found;
    }

    /** "Indiana State, which defeated Evansville": told of somebody, not of the event. */
    private static boolean isRelative(List<String> keys, int at, OutcomeWords words) {
        return words.describesFirst()
                && keys.subList(Math.max(0, at - RELATIVE_REACH), at).stream().anyMatch(RELATIVE::contains);
    }

    /** "Prisoners detained at the scene", "an offender sentenced to life pulled a gun": a participle that only says who is meant. Headlines leave "was" out. */
    private static boolean isShortened(Sentence sentence, List<String> keys, int from, int to, OutcomeWords words) {
        if (!words.describesFirst() || sentence.proof().paragraph() == Proof.TITLE) {
            return false;
        }
        boolean participle = PARTICIPLES.contains(keys.get(from));
        boolean aside =
                PREPOSITIONS.contains(keys.get(to - 1)) || to < keys.size() && PREPOSITIONS.contains(keys.get(to));
        return participle
                && aside
                && keys.subList(Math.max(0, from - AUXILIARY_REACH), from).stream()
                        .noneMatch(AUXILIARIES::contains);
    }

    private static List<Mention> inCharacters(String text, OutcomeWords words) {
        List<Mention> found = new ArrayList<>();
        for (String part : text.split("[" + PART_ENDS + "]")) {
            boolean takenBack = words.hedges().stream().anyMatch(part::contains)
                    || words.past().stream().anyMatch(past -> part.contains(past.getFirst()));
            if (!takenBack) {
                for (Form form : words.beginningWith("")) {
                    int at = part.indexOf(form.words().getFirst());
                    if (at >= 0) {
                        found.add(new Mention(form.outcome(), form.told(), false, at));
                    }
                }
            }
        }
        return found;
    }

    private static boolean liesBack(List<Token> tokens, List<String> keys, OutcomeWords words, int year) {
        for (Token token : tokens) {
            if (token.number() && isYearBefore(token.text(), year)) {
                return true;
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            for (List<String> phrase : words.pastBeginningWith(keys.get(i))) {
                int end = i + phrase.size();
                if (end <= keys.size() && keys.subList(i, end).equals(phrase)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isYearBefore(String number, int year) {
        if (number.length() != 4) {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        int value = Integer.parseInt(number);
        return value >= 1900 && value < Math.min(year, 2100);
    }

    private static boolean takenBack(List<String> keys, int[] parts, int from, int to, OutcomeWords words) {
        for (int i = Math.max(0, from - BEFORE); i < from; i++) {
            if (parts[i] == parts[from] && words.hedges(keys.get(i))) {
                return true;
            }
        }
        for (int i = to; words.verbsLast() && i < Math.min(keys.size(), to + AFTER); i++) {
            if (parts[i] == parts[to - 1] && words.hedges(keys.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Numbers the parts of a sentence that commas and the like make, for each token. */
    private static int[] parts(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int[] parts = new int[tokens.size()];
        for (int i = 1; i < parts.length; i++) {
            parts[i] = parts[i - 1];
            for (int c = tokens.get(i - 1).span().end();
                    c < tokens.get(i).span().start();
                    c++) {
                if (PART_ENDS.indexOf(sentence.text().charAt(c)) >= 0) {
                    parts[i]++;
                    break;
                }
            }
        }
        return parts;
    }
}
