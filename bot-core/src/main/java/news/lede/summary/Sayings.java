package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.lede.text.Token;

/**
 * Who says what in a passage, as far as word order tells. A speaker stands before the verb ("Brandt said"), behind it when a comma, a colon or a quotation stands before ("…, said
 * Brandt"), behind "according to"; a verb in the passive has none.
 *
 * @param all every sentence reports what somebody says
 */
record Sayings(List<Saying> sayings, boolean all) {
    /**
     * @param verb that tells, folded
     * @param speaker stems of what stands where the speaker would, empty when we cannot tell
     * @param content of what is said, near the verb
     * @param near of all that stands around the verb: where the speaker is if word order misled us
     * @param reported of all that is only reported, not stated
     */
    record Saying(String verb, Set<String> speaker, Set<String> content, Set<String> near, Set<String> reported) {
        /** What stands near and is not reported: the speaker is among it. */
        Set<String> besides() {
            Set<String> besides = new HashSet<>(near);
            besides.removeAll(reported);
            return besides;
        }
    }

    private static final Set<String> ACCORDING_TO = words(
            "according laut selon zufolge segun según secondo segundo volgens conform согласно словам данным словами даними theo gore göre حسب بحسب وفقا وفق");
    /** "segundo", "secondo" are ordinals too: these need a name or an article behind them. */
    private static final Set<String> ALSO_ORDINALS = words("secondo segundo");

    /** "nach Angaben", "nach Auskunft", "d'après". */
    private static final Set<String> STATEMENTS = words("angaben auskunft aussage worten apres d'apres");

    private static final Set<String> PASSIVE = words("is are was were be been being wird werden wurde wurden");
    private static final Set<String> NOT_SPEAKERS =
            words("also later earlier today yesterday then now court papers statement");

    private static final int BEFORE = 6;
    private static final int AFTER = 5;
    private static final int BEHIND_ACCORDING = 8;
    private static final int CONTENT = 8;
    private static final int NEAR = 12;
    private static final Set<String> AND = words("and but und aber et mais y pero e mas ma en maar");
    private static final Set<String> STUDIES =
            words("poll survey study report analysis inquiry investigation researchers scientists");
    private static final Set<String> AGENTS = words("by von vom par por pelo pela da dal dalla door");
    private static final int SHORT_REST = 4;
    private static final Set<String> THAT = words("that dass que che dat что що إن ان أن");

    static Sayings of(Passage passage) {
        List<Saying> sayings = new ArrayList<>();
        int reporting = 0;
        for (List<Token> sentence : passage.sentences()) {
            int before = sayings.size();
            for (int i = 0; i < sentence.size(); i++) {
                read(passage, sentence, i, sayings);
            }
            reporting += sayings.size() > before ? 1 : 0;
        }
        return new Sayings(
                List.copyOf(sayings),
                reporting > 0 && reporting == passage.sentences().size());
    }

    private static void read(Passage passage, List<Token> sentence, int i, List<Saying> sayings) {
        String text = passage.text();
        String word = sentence.get(i).folded();
        if (accordingTo(sentence, i)) {
            Set<String> speaker = word.equals("zufolge") || word.equals("gore")
                    ? stems(sentence, Math.max(0, i - AFTER), i)
                    : named(sentence, i + 1, Math.min(sentence.size(), i + BEHIND_ACCORDING));
            Set<String> reported = reported(passage, sentence, i, true, true);
            reported.removeAll(speaker);
            sayings.add(new Saying(word, speaker, Set.of(), near(sentence, i), reported));
        } else if (tells(sentence, i)) {
            if (i > 0 && PASSIVE.contains(sentence.get(i - 1).folded())) {
                int by = agent(sentence, i);
                sayings.add(
                        by < 0
                                ? new Saying(word, Set.of(), Set.of(), Set.of(), Set.of())
                                : new Saying(
                                        word,
                                        named(sentence, by + 1, Math.min(sentence.size(), by + 1 + AFTER)),
                                        Set.of(),
                                        near(sentence, i),
                                        Set.of()));
                return;
            }
            boolean behind = !THAT.contains(next(sentence, i))
                    && standsBehind(text, sentence, i)
                    && !(namedBefore(sentence, i) && !namedBehind(sentence, i));
            Set<String> speaker = behind
                    ? named(sentence, i + 1, Math.min(sentence.size(), i + 1 + AFTER))
                    : nearestBefore(sentence, i);
            boolean found = !speaker.isEmpty();
            if (!found) {
                speaker = behind
                        ? nearestBefore(sentence, i)
                        : named(sentence, i + 1, Math.min(sentence.size(), i + 1 + AFTER));
            }
            // "Brandt said": nobody else is near.
            Set<String> near = !behind
                            && i > 0
                            && isName(sentence.get(i - 1))
                            && isOpen(text, sentence.get(i - 1), sentence.get(i))
                    ? speaker
                    : near(sentence, i);
            boolean last = (behind && found && !THAT.contains(next(sentence, i))) || endsClause(passage, sentence, i);
            Set<String> reported = reported(passage, sentence, i, last, !last);
            reported.removeAll(speaker);
            sayings.add(new Saying(word, speaker, behind ? Set.of() : content(text, sentence, i), near, reported));
        }
    }

    private static boolean accordingTo(List<Token> sentence, int i) {
        String word = sentence.get(i).folded();
        if (STATEMENTS.contains(word)) {
            return word.endsWith("apres")
                    ? word.startsWith("d'")
                    : i > 0 && sentence.get(i - 1).folded().equals("nach");
        }
        if (!ACCORDING_TO.contains(word)) {
            return false;
        }
        return !ALSO_ORDINALS.contains(word) || sentence.get(i).sentenceInitial() || standsAlone(sentence, i);
    }

    private static boolean standsAlone(List<Token> sentence, int i) {
        return i + 1 < sentence.size()
                && (sentence.get(i + 1).stop()
                        || sentence.get(i + 1).capitalised()
                        || sentence.get(i + 1).folded().startsWith("l'"));
    }

    /** Whether the clause ends before the verb, and no colon follows: then its speaker stands behind. Auxiliaries before the verb belong to it ("a déclaré"). */
    private static boolean standsBehind(String text, List<Token> sentence, int verb) {
        int first = verb;
        while (first > 0
                && sentence.get(first - 1).stop()
                && isOpen(text, sentence.get(first - 1), sentence.get(first))) {
            first--;
        }
        boolean closed = first > 0 && !isOpen(text, sentence.get(first - 1), sentence.get(first));
        int end = sentence.get(verb).span().end();
        int next = verb + 1 < sentence.size() ? sentence.get(verb + 1).span().start() : text.length();
        boolean colon = text.substring(end, next).contains(":");
        return closed && !colon && (verb - first) <= 2;
    }

    /** "the pilot, Anna Reuss, told reporters": the comma closes no clause. */
    private static boolean namedBefore(List<Token> sentence, int verb) {
        return verb > 0 && isName(sentence.get(verb - 1));
    }

    private static boolean namedBehind(List<Token> sentence, int verb) {
        return sentence.subList(verb + 1, Math.min(sentence.size(), verb + 1 + AFTER)).stream()
                .anyMatch(Sayings::isName);
    }

    private static boolean isName(Token token) {
        return token.capitalised() && !token.stop();
    }

    private static boolean isOpen(String text, Token one, Token two) {
        return text.substring(one.span().end(), two.span().start()).isBlank();
    }

    private static Set<String> content(String text, List<Token> sentence, int verb) {
        Set<String> content = new HashSet<>();
        for (int i = verb + 1; i < Math.min(sentence.size(), verb + 1 + CONTENT); i++) {
            String gap = text.substring(
                    sentence.get(i - 1).span().end(), sentence.get(i).span().start());
            if (gap.contains(";") || (gap.contains(",") && i > verb + 2)) {
                break;
            }
            if (sentence.get(i).telling()) {
                content.add(sentence.get(i).stem());
            }
        }
        return content;
    }

    /** "…, the operator said.", "…, Brandt said on Monday." and "…, Brandt said, adding …". */
    private static boolean endsClause(Passage passage, List<Token> sentence, int verb) {
        if (sentence.size() - verb <= SHORT_REST) {
            return true;
        }
        for (int i = verb; i < verb + SHORT_REST - 1; i++) {
            if (THAT.contains(sentence.get(i + 1).folded())) {
                return false;
            }
            String gap = passage.between(sentence.get(i), sentence.get(i + 1));
            if (!gap.isBlank()) {
                return gap.contains(",") || gap.contains(";");
            }
        }
        return false;
    }

    /** Words of the speaker behind a verb that begins the sentence, as in Arabic: as far as "that". */
    private static int subjectBehind(List<Token> sentence) {
        for (int i = 1; i < Math.min(sentence.size(), BEHIND_ACCORDING); i++) {
            if (THAT.contains(sentence.get(i).folded())) {
                return i;
            }
        }
        return 0;
    }

    /** Not "the United States", not "ruled out". */
    private static boolean tells(List<Token> sentence, int i) {
        Token token = sentence.get(i);
        boolean finds = token.folded().equals("found") && sentence.stream().anyMatch(t -> STUDIES.contains(t.folded()));
        return (finds || ReportingVerbs.contains(token.folded()))
                && (!token.capitalised() || token.sentenceInitial())
                && !(token.folded().startsWith("rule") && next(sentence, i).equals("out"));
    }

    /** The "by" behind a verb in the passive; -1 when there is none. */
    private static int agent(List<Token> sentence, int verb) {
        for (int i = verb + 1; i < Math.min(sentence.size(), verb + 1 + SHORT_REST); i++) {
            if (AGENTS.contains(sentence.get(i).folded())) {
                return i;
            }
        }
        return -1;
    }

    private static String next(List<Token> sentence, int verb) {
        return verb + 1 < sentence.size() ? sentence.get(verb + 1).folded() : "";
    }

    private static Set<String> near(List<Token> sentence, int verb) {
        return stems(sentence, Math.max(0, verb - NEAR), Math.min(sentence.size(), verb + NEAR));
    }

    /** Telling words before or behind the verb, as far as the semicolons around it. */
    private static Set<String> reported(
            Passage passage, List<Token> sentence, int verb, boolean before, boolean behind) {
        Set<String> reported = new HashSet<>();
        int subject = verb == 0 ? subjectBehind(sentence) : 0;
        for (int step : new int[] {-1, 1}) {
            for (int i = verb + step + (step > 0 ? subject : 0);
                    i >= 0 && i < sentence.size() && (step < 0 ? before : behind);
                    i += step) {
                int left = Math.min(i, i - step);
                if (passage.between(sentence.get(left), sentence.get(left + 1)).contains(";")) {
                    break;
                }
                if (sentence.get(i).telling()) {
                    reported.add(sentence.get(i).stem());
                }
            }
        }
        return reported;
    }

    private static Set<String> nearestBefore(List<Token> sentence, int verb) {
        List<Token> window = sentence.subList(Math.max(0, verb - BEFORE), verb);
        // "the slide in Monte Fresco, and rescuers say"
        if (window.size() > 2
                && AND.contains(window.get(window.size() - 2).folded())
                && window.getLast().telling()
                && !window.getLast().capitalised()) {
            return Set.of(window.getLast().stem());
        }
        Set<String> names = new HashSet<>();
        for (int i = window.size() - 1; i >= 0; i--) {
            Token token = window.get(i);
            if (token.capitalised() && !token.stop()) {
                names.add(token.stem());
            } else if (!names.isEmpty()) {
                return names;
            }
        }
        if (!names.isEmpty()) {
            return names;
        }
        // "the ministry said": nothing stands between; in "the bridge is safe, said Brandt" a comma does.
        boolean beside = !window.isEmpty()
                && sentence.get(verb).span().start() - window.getLast().span().end() == 1;
        for (int i = window.size() - 1; i >= 0 && beside; i--) {
            Token token = window.get(i);
            if (token.telling() && !NOT_SPEAKERS.contains(token.folded())) {
                return Set.of(token.stem());
            }
        }
        return Set.of();
    }

    private static Set<String> named(List<Token> sentence, int from, int to) {
        Set<String> names = new HashSet<>();
        for (Token token : sentence.subList(Math.min(from, sentence.size()), to)) {
            if (token.telling() && (token.capitalised() || names.isEmpty())) {
                names.add(token.stem());
            }
        }
        return names;
    }

    private static Set<String> stems(List<Token> sentence, int from, int to) {
        return sentence.subList(from, to).stream()
                .filter(Token::telling)
                .map(Token::stem)
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
