package news.lede.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders a list so that no three neighbours are on one subject.
 *
 * <p>Where a third would follow two, the next one in line that is on something else comes first, as long as it is at most a day lighter: variety is no reason to dig out old news.
 * When there is none, what more than half of the list is about is no subject any more, since it tells nothing apart: in a town's news the town. Nothing is lost, and what shares no subject with its neighbours never
 * waits. Pure; the same list gives the same order.
 */
final class Variety {
    private static final Duration FARTHEST = Duration.ofDays(1);

    private Variety() {}

    /** Which of the list stands here, from 0, and the subject that it waited for or that it interrupts; without one where it has its own place. */
    record Placed(int from, Optional<String> subject) {}

    /** In: the subjects of a list in its order, and what each weighs, descending, in milliseconds. Out: the new order. */
    static List<Placed> order(List<Subject> subjects, long[] weights) {
        @Nullable Set<String> everywhere = null;
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            open.add(i);
        }
        Map<Integer, String> waited = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        while (!open.isEmpty()) {
            Set<String> over = over(placed, subjects);
            int next = next(open, subjects, weights, over);
            if (next < 0) {
                // Asked for where one subject fills much of the list, which is seldom.
                everywhere = everywhere == null ? everywhere(subjects) : everywhere;
                over.removeAll(everywhere);
                next = Math.max(0, next(open, subjects, weights, over));
            }
            @Nullable String interrupts = null;
            for (int passed : open.subList(0, next)) {
                String subject = named(subjects.get(passed), over);
                waited.putIfAbsent(passed, subject);
                interrupts = subject;
            }
            int chosen = open.remove(next);
            placed.add(new Placed(
                    chosen, Optional.ofNullable(interrupts).or(() -> Optional.ofNullable(waited.get(chosen)))));
        }
        return placed;
    }

    /** What a third neighbour must not be about: the marks that the last two share. */
    private static Set<String> over(List<Placed> placed, List<Subject> subjects) {
        if (placed.size() < 2) {
            return Set.of();
        }
        Subject last = subjects.get(placed.getLast().from());
        return last.shared(subjects.get(placed.get(placed.size() - 2).from()));
    }

    /** The first in line that is on something else; -1 when there is none near enough. */
    private static int next(List<Integer> open, List<Subject> subjects, long[] weights, Set<String> over) {
        if (over.isEmpty()) {
            return 0;
        }
        long least = weights[open.getFirst()] - FARTHEST.toMillis();
        for (int i = 0; i < open.size() && weights[open.get(i)] >= least; i++) {
            if (Collections.disjoint(subjects.get(open.get(i)).marks().keySet(), over)) {
                return i;
            }
        }
        return -1;
    }

    /** The mark in words; of several the first by the alphabet, names before words, so that it is always the same. */
    private static String named(Subject subject, Set<String> over) {
        return over.stream()
                .filter(subject.marks()::containsKey)
                .sorted()
                .findFirst()
                .map(mark -> subject.marks().getOrDefault(mark, mark))
                .orElseThrow();
    }

    private static Set<String> everywhere(List<Subject> subjects) {
        Map<String, Integer> counts = new HashMap<>();
        subjects.forEach(subject -> subject.marks().keySet().forEach(mark -> counts.merge(mark, 1, Integer::sum)));
        Set<String> everywhere = new HashSet<>();
        counts.forEach((mark, count) -> {
            if (count * 2 > subjects.size()) {
                everywhere.add(mark);
            }
        });
        return everywhere;
    }
}
