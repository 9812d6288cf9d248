package news.lede.summary;

import java.util.List;
import news.lede.story.Dispute;

/**
 * One sentence shown to a reader, with what it rests on (never nothing).
 *
 * @param disputes figures in it on which other sources of the story say something else; a reader is told who says what
 */
public record Statement(String text, List<Evidence> evidence, List<Dispute> disputes) {
    public Statement {
        evidence = List.copyOf(evidence);
        disputes = List.copyOf(disputes);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a statement rests on evidence");
        }
    }

    /** One whose figures nobody disputes. */
    public Statement(String text, List<Evidence> evidence) {
        this(text, evidence, List.of());
    }

    Statement disputed(List<Dispute> with) {
        return new Statement(text, evidence, with);
    }
}
