package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import news.lede.text.SparseVector;

/** What the articles of a story begin with, compared: one whose title and first sentences share next to nothing with the others' is about something else. Pure. */
final class Heads {
    private static final int SENTENCES = 3;
    private static final double NEXT_TO_NOTHING = 0.1;
    /** An article that has the title's words is about what the title says, whatever the others do. */
    private static final double THE_TITLE = 0.99;

    private Heads() {}

    /** For each source of {@code all}, which stand in the order of their sources. False for a source without sentences. */
    static boolean[] besideThePoint(TellingWords title, List<Candidate> all) {
        int sources = all.isEmpty() ? 0 : all.getLast().source() + 1;
        boolean[] beside = new boolean[sources];
        if (sources < 2) {
            return beside;
        }
        List<SparseVector> heads = heads(all, sources);
        for (int one = 0; one < sources; one++) {
            SparseVector head = heads.get(one);
            if (head.isEmpty() || tells(title.single(), head) || head.cosine(title.single()) >= NEXT_TO_NOTHING) {
                continue;
            }
            double alike = 0;
            int others = 0;
            for (int other = 0; other < sources; other++) {
                if (other != one && !heads.get(other).isEmpty()) {
                    alike += head.cosine(heads.get(other));
                    others++;
                }
            }
            beside[one] = others > 0 && alike / others < NEXT_TO_NOTHING;
        }
        return beside;
    }

    private static boolean tells(SparseVector title, SparseVector head) {
        return !title.isEmpty() && (double) title.shared(head) / title.size() >= THE_TITLE;
    }

    private static List<SparseVector> heads(List<Candidate> all, int sources) {
        List<List<SparseVector>> parts = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            parts.add(new ArrayList<>());
        }
        for (Candidate sentence : all) {
            List<SparseVector> own = parts.get(sentence.source());
            if (own.isEmpty()) {
                own.add(TellingWords.of(
                                sentence.article().title(), sentence.article().language())
                        .single());
            }
            if (sentence.rank() <= SENTENCES) {
                own.add(sentence.words().single());
            }
        }
        return parts.stream().map(TellingWords::sumOf).toList();
    }
}
