package news.lede.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Token;

/**
 * What somebody said must be said by the same one: the text may neither name another speaker nor state as fact what the evidence only reports.
 */
final class AttributionCheck {
    private static final Set<String> NOT_SPEAKERS =
            Set.of("also", "later", "earlier", "today", "yesterday", "then", "now", "court", "papers", "statement");

    private static final int BEFORE = 6;
    private static final int AFTER = 3;

    private AttributionCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        Speakers here = Speakers.of(said);
        Speakers there = Speakers.of(known);
        List<Refusal> refusals = new ArrayList<>();
        for (Set<String> speaker : here.speakers) {
            boolean same = speaker.isEmpty()
                    || there.speakers.stream().anyMatch(other -> other.stream().anyMatch(speaker::contains));
            if (!same) {
                refusals.add(new Refusal(Kind.ATTRIBUTION, String.join(" ", speaker)));
            }
        }
        // Every sentence of the evidence reports what somebody says; the text says it itself.
        if (!here.attributes
                && there.all
                && QuoteCheck.quotes(said.text()).findAny().isEmpty()) {
            refusals.add(new Refusal(Kind.ATTRIBUTION, "stated as fact"));
        }
        return refusals;
    }

    /** {@code speakers}: the stems of what stands where a speaker would; {@code all}: every sentence reports. */
    private record Speakers(List<Set<String>> speakers, boolean attributes, boolean all) {
        static Speakers of(Passage passage) {
            List<Set<String>> speakers = new ArrayList<>();
            int reporting = 0;
            for (List<Token> sentence : passage.sentences()) {
                int before = speakers.size();
                for (int i = 0; i < sentence.size(); i++) {
                    String word = sentence.get(i).folded();
                    boolean accordingTo = word.equals("according") || word.equals("laut") || word.equals("selon");
                    if (accordingTo) {
                        speakers.add(named(sentence, i + 1, Math.min(sentence.size(), i + 2 + BEFORE)));
                    } else if (ReportingVerbs.contains(word)) {
                        Set<String> speaker = nearestBefore(sentence, i);
                        speakers.add(
                                speaker.isEmpty()
                                        ? named(sentence, i + 1, Math.min(sentence.size(), i + 1 + AFTER))
                                        : speaker);
                    }
                }
                reporting += speakers.size() > before ? 1 : 0;
            }
            boolean all = reporting > 0 && reporting == passage.sentences().size();
            return new Speakers(speakers, !speakers.isEmpty(), all);
        }

        private static Set<String> nearestBefore(List<Token> sentence, int verb) {
            List<Token> window = sentence.subList(Math.max(0, verb - BEFORE), verb);
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
                    && sentence.get(verb).span().start()
                                    - window.getLast().span().end()
                            == 1;
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
    }
}
