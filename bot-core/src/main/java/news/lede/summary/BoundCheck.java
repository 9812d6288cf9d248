package news.lede.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.lede.summary.EvidenceGate.Kind;
import news.lede.summary.EvidenceGate.Refusal;
import news.lede.text.Figure;
import news.lede.text.Figure.Bound;
import news.lede.text.Figures;

/** How a number is meant must stay: "at least 40" is neither "at most 40" nor "nearly 40". Leaving it out is allowed, as is "about" for any. */
final class BoundCheck {
    private static final Set<Bound> ABOVE = Set.of(Bound.AT_LEAST, Bound.MORE_THAN);
    private static final Set<Bound> BELOW = Set.of(Bound.AT_MOST, Bound.LESS_THAN, Bound.NEARLY);

    private BoundCheck() {}

    static List<Refusal> refusals(Passage said, Passage known) {
        List<Figure> evidence = Figures.in(known.text(), known.language());
        List<Refusal> refusals = new ArrayList<>();
        for (Figure figure : Figures.in(said.text(), said.language())) {
            List<Figure> same = evidence.stream()
                    .filter(other -> other.value().compareTo(figure.value()) == 0)
                    .toList();
            if (!same.isEmpty() && same.stream().allMatch(other -> excludes(figure.bound(), other.bound()))) {
                refusals.add(new Refusal(Kind.NUMBER, figure.stated().in(said.text())));
            }
        }
        return refusals;
    }

    private static boolean excludes(Bound one, Bound other) {
        return ABOVE.contains(one) && BELOW.contains(other) || BELOW.contains(one) && ABOVE.contains(other);
    }
}
