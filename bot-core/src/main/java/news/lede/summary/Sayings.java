package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final int AFTER = 5;
    private static final int BEHIND_ACCORDING = 8;
    private static final int CONTENT = 8;
    private static final int NEAR = 12;
    private static final int SHORT_REST = 4;

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
                    ? Speakers.stems(sentence, Math.max(0, i - AFTER), i)
                    : Speakers.named(sentence, i + 1, Math.min(sentence.size(), i + BEHIND_ACCORDING));
            Set<String> reported = reported(passage, sentence, i, true, true);
            reported.removeAll(speaker);
            sayings.add(new Saying(
                    word,
                    speaker,
                    Set.of(),
                    word.equals("according")
                            ? Speakers.stems(sentence, i + 1, Math.min(sentence.size(), i + 1 + AFTER))
                            : near(sentence, i),
                    reported));
        } else if (tells(sentence, i)) {
            if (i > 0 && SayingWords.PASSIVE.contains(sentence.get(i - 1).folded())) {
                int by = agent(sentence, i);
                sayings.add(
                        by < 0
                                ? new Saying(word, Set.of(), Set.of(), Set.of(), Set.of())
                                : new Saying(
                                        word,
                                        Speakers.named(sentence, by + 1, Math.min(sentence.size(), by + 1 + AFTER)),
                                        Set.of(),
                                        near(sentence, i),
                                        Set.of()));
                return;
            }
            boolean behind = !SayingWords.THAT.contains(next(sentence, i))
                    && Speakers.standsBehind(text, sentence, i)
                    && !(Speakers.namedBefore(sentence, i) && !Speakers.namedBehind(sentence, i));
            Set<String> described =
                    behind && !Speakers.namedBehind(sentence, i) ? Speakers.described(passage, sentence, i) : Set.of();
            behind &= described.isEmpty();
            Set<String> speaker = !described.isEmpty()
                    ? described
                    : behind
                            ? Speakers.named(sentence, i + 1, Math.min(sentence.size(), i + 1 + AFTER))
                            : Speakers.nearestBefore(passage, sentence, i);
            boolean found = !speaker.isEmpty();
            if (!found) {
                speaker = behind
                        ? Speakers.nearestBefore(passage, sentence, i)
                        : Speakers.named(sentence, i + 1, Math.min(sentence.size(), i + 1 + AFTER));
            }
            // "Brandt said": nobody else is near.
            Set<String> near = closed(passage, sentence, i, speaker)
                            || !behind
                                    && i > 0
                                    && Speakers.isName(sentence.get(i - 1))
                                    && Speakers.isOpen(text, sentence.get(i - 1), sentence.get(i))
                    ? speaker
                    : near(sentence, i);
            boolean last = (behind && found && !SayingWords.THAT.contains(next(sentence, i)))
                    || endsClause(passage, sentence, i);
            Set<String> reported = reported(passage, sentence, i, last, !last);
            reported.removeAll(speaker);
            sayings.add(new Saying(word, speaker, behind ? Set.of() : content(text, sentence, i), near, reported));
        }
    }

    /** "…, a neighbour claimed.": between a comma and the end nobody else is near. */
    private static boolean closed(Passage passage, List<Token> sentence, int verb, Set<String> speaker) {
        for (int i = verb; verb == sentence.size() - 1 && i > Math.max(0, verb - SHORT_REST); i--) {
            if (passage.between(sentence.get(i - 1), sentence.get(i)).contains(",")) {
                return i < verb && !speaker.isEmpty();
            }
        }
        return false;
    }

    private static boolean accordingTo(List<Token> sentence, int i) {
        String word = sentence.get(i).folded();
        if (SayingWords.STATEMENTS.contains(word)) {
            return word.endsWith("apres")
                    ? word.startsWith("d'")
                    : i > 0 && sentence.get(i - 1).folded().equals("nach");
        }
        if (!SayingWords.ACCORDING_TO.contains(word)) {
            return false;
        }
        return !SayingWords.ALSO_ORDINALS.contains(word)
                || sentence.get(i).sentenceInitial()
                || standsAlone(sentence, i);
    }

    private static boolean standsAlone(List<Token> sentence, int i) {
        return i + 1 < sentence.size()
                && (sentence.get(i + 1).stop()
                        || sentence.get(i + 1).capitalised()
                        || sentence.get(i + 1).folded().startsWith("l'"));
    }

    private static Set<String> content(String text, List<Token> sentence, int verb) {
        Set<String> content = new HashSet<>();
        for (int i = verb + 1; i < Math.min(sentence.size(), verb + 1 + CONTENT); i++) {
            String gap = text.substring(
                    sentence.get(i - 1).span().end(), sentence.get(i).span().start());
            if (gap.contains(";") || (gap.contains(",") && i > verb + 1)) {
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
            if (SayingWords.THAT.contains(sentence.get(i + 1).folded())) {
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
            if (SayingWords.THAT.contains(sentence.get(i).folded())) {
                return i;
            }
        }
        return 0;
    }

    /** Not "the United States", not "ruled out". */
    private static boolean tells(List<Token> sentence, int i) {
        Token token = sentence.get(i);
        boolean finds = token.folded().equals("found")
                && sentence.stream().anyMatch(t -> SayingWords.STUDIES.contains(t.folded()));
        return (finds || ReportingVerbs.contains(token.folded()))
                && (!token.capitalised() || token.sentenceInitial())
                && !(token.folded().startsWith("rule") && next(sentence, i).equals("out"));
    }

    /** The "by" behind a verb in the passive; -1 when there is none. */
    private static int agent(List<Token> sentence, int verb) {
        for (int i = verb + 1; i < Math.min(sentence.size(), verb + 1 + SHORT_REST); i++) {
            if (SayingWords.AGENTS.contains(sentence.get(i).folded())) {
                return i;
            }
        }
        return -1;
    }

    private static String next(List<Token> sentence, int verb) {
        return verb + 1 < sentence.size() ? sentence.get(verb + 1).folded() : "";
    }

    private static Set<String> near(List<Token> sentence, int verb) {
        return Speakers.stems(sentence, Math.max(0, verb - NEAR), Math.min(sentence.size(), verb + NEAR));
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
                String gap = passage.between(sentence.get(left), sentence.get(left + 1));
                boolean but = step > 0
                        && gap.contains(",")
                        && SayingWords.BUT.contains(sentence.get(i).folded());
                if (gap.contains(";") || but) {
                    break;
                }
                if (sentence.get(i).telling()) {
                    reported.add(sentence.get(i).stem());
                }
            }
        }
        return reported;
    }
}
