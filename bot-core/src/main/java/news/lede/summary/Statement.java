package news.lede.summary;

import java.util.List;

/** One sentence shown to a reader, with what it rests on (never nothing). */
public record Statement(String text, List<Evidence> evidence) {
    public Statement {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a statement rests on evidence");
        }
    }
}
