package news.lede.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.lede.story.Disputes.Source;
import news.lede.text.Figure;

/** Parts the sources of one figure into those that say the same. Pure. */
final class FigureSides {
    /** Counts further apart than this count different things: a raid and a war. */
    private static final double FARTHEST = 4;
    /** Share of the shorter sentence's words in common that makes two sentences one scene, where no event says what is counted. */
    private static final double SAME_SCENE = 0.5;

    private static final int SHARED_WORDS = 2;

    private FigureSides() {}

    static Optional<Dispute> of(List<Source> sources) {
        List<Source> differing = sources.stream()
                .filter(one -> sources.stream().anyMatch(two -> differ(one, two)))
                .toList();
        List<List<Source>> sides = new ArrayList<>();
        for (Source source : differing) {
            sides.stream()
                    .filter(side -> same(side.getFirst(), source))
                    .findFirst()
                    .orElseGet(() -> {
                        sides.add(new ArrayList<>());
                        return sides.getLast();
                    })
                    .add(source);
        }
        if (sides.size() < 2) {
            return Optional.empty();
        }
        Figure figure = differing.getFirst().told().figure();
        return Optional.of(new Dispute(
                figure.counted(),
                figure.unit(),
                figure.event(),
                Disputes.standing(sides),
                sides.stream()
                        .sorted(Comparator.comparing(side -> side.getLast().time()))
                        .map(FigureSides::side)
                        .toList()));
    }

    private static Side side(List<Source> sources) {
        return new Side(sources.stream()
                .flatMap(
                        source -> source.articles().stream().flatMap(copy -> source.told().mention().in(copy).stream()))
                .sorted(Mention.OLDEST_FIRST)
                .toList());
    }

    private static boolean same(Source one, Source two) {
        return one.told().figure().inBaseUnit().compareTo(two.told().figure().inBaseUnit()) == 0 && !differ(one, two);
    }

    private static boolean differ(Source one, Source two) {
        Figure a = one.told().figure();
        Figure b = two.told().figure();
        return a.conflictsWith(b) && plausible(a, b) && oneScene(one, two);
    }

    private static boolean plausible(Figure a, Figure b) {
        BigDecimal x = a.inBaseUnit().abs();
        BigDecimal y = b.inBaseUnit().abs();
        double ratio =
                Math.max(x.doubleValue(), y.doubleValue()) / Math.max(1e-9, Math.min(x.doubleValue(), y.doubleValue()));
        return ratio <= FARTHEST;
    }

    private static boolean oneScene(Source one, Source two) {
        Set<String> here = one.told().places();
        if (!here.isEmpty()
                && !two.told().places().isEmpty()
                && Collections.disjoint(here, two.told().places())) {
            return false;
        }
        Set<String> shared = new HashSet<>(one.told().stems());
        shared.retainAll(two.told().stems());
        if (one.told().figure().event()) {
            return one.told().lead() && two.told().lead() || shared.size() >= SHARED_WORDS;
        }
        int shorter = Math.min(one.told().stems().size(), two.told().stems().size());
        return shared.size() > SHARED_WORDS && shared.size() >= SAME_SCENE * shorter;
    }
}
