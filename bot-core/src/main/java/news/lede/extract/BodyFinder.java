package news.lede.extract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.lede.extract.Layout.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds an article's text.
 *
 * <p>Candidates: elements that sites name for it, the element that most prose speaks for (each paragraph votes for its ancestors, nearer ones more), and the elements
 * around that one. The choice is by agreement: how much of the clean prose a candidate holds against how much else, whether it holds what structured data quotes
 * of the article, and how it is named. Length alone never wins. Immutable.
 */
final class BodyFinder {
    private static final int VOTING_LEVELS = 5;
    private static final int MOST_VOTED = 3;
    private static final int LEVELS_ABOVE = 4;
    private static final int MOST_NAMED = 60;
    /** So many of the last names in the list are tags and roles that whole pages bear. */
    private static final int VAGUE_NAMES = 3;

    private final Boilerplate boilerplate = new Boilerplate();
    private final BodyNames names = new BodyNames();
    private final Names families = new Names();

    static boolean isProse(Block block) {
        int words = block.words();
        return block.kind() != Block.Kind.HEADING
                && words >= 8
                && linkShare(block) < 0.5
                && (words >= 25 || Marks.endsSentence(block.text()));
    }

    static double linkShare(Block block) {
        return (double) block.linkChars() / Math.max(1, block.text().length());
    }

    Layout layout(List<Block> blocks) {
        return new Layout(blocks, boilerplate, names, families);
    }

    /** The blocks of the body, furniture left out; empty when they hold no prose. */
    List<Block> find(List<Block> blocks, PageFacts facts) {
        Layout layout = layout(blocks);
        return root(layout, blocks, facts)
                .map(root -> blocks.stream()
                        .filter(b -> layout.isInside(b, root))
                        .filter(b -> b.home() != null && !layout.place(b.home()).furniture)
                        .toList())
                .orElse(List.of());
    }

    /** The element that holds the body. */
    Optional<Place> root(Layout layout, List<Block> blocks, PageFacts facts) {
        Set<Integer> anchor = facts.statedBody()
                .filter(b -> Tokens.words(b) > 30)
                .or(facts::description)
                .map(Overlap::shingles)
                .orElse(Set.of());
        Map<Block, Set<Integer>> quoted = quoted(blocks, anchor);
        int most = layout.places().stream().mapToInt(p -> p.clean).max().orElse(0);
        Place best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (Place candidate : candidates(layout, blocks)) {
            double score = score(layout, candidate, most, anchor, quoted);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What each block of prose shares with the anchor. */
    private static Map<Block, Set<Integer>> quoted(List<Block> blocks, Set<Integer> anchor) {
        IdentityHashMap<Block, Set<Integer>> quoted = new IdentityHashMap<>();
        if (anchor.size() > 4) {
            for (Block block : blocks) {
                if (isProse(block) && Overlap.contained(block.tokens(), anchor) > 0) {
                    Set<Integer> shared = Overlap.shingles(Phrases.folded(block.tokens()));
                    shared.retainAll(anchor);
                    quoted.put(block, shared);
                }
            }
        }
        return quoted;
    }

    private static Set<Place> candidates(Layout layout, List<Block> blocks) {
        for (Block block : blocks) {
            if (block.home() == null || !isProse(block) || layout.place(block.home()).furniture) {
                continue;
            }
            double weight = Math.min(block.words(), 100) * (1 - linkShare(block));
            Place at = Layout.group(layout.place(block.home()));
            for (int level = 0; at != null && level < VOTING_LEVELS; level++) {
                at.votes += weight / (level + 1);
                at = at.parent;
            }
        }
        Set<Place> candidates = new LinkedHashSet<>();
        layout.places().stream()
                .filter(p -> p.votes > 0)
                .sorted(Comparator.comparingDouble((Place p) -> p.votes).reversed())
                .limit(MOST_VOTED)
                .forEach(top -> withAbove(top, candidates));
        layout.places().stream().filter(p -> p.rank >= 0).limit(MOST_NAMED).forEach(candidates::add);
        candidates.removeIf(c -> c.clean == 0);
        return candidates;
    }

    private static void withAbove(Place top, Set<Place> candidates) {
        @Nullable Place at = top;
        for (int level = 0; at != null && level < LEVELS_ABOVE; level++) {
            candidates.add(at);
            at = at.parent;
        }
    }

    private double score(
            Layout layout, Place candidate, int most, Set<Integer> anchor, Map<Block, Set<Integer>> quoted) {
        double recall = (double) candidate.clean / most;
        double purity = (double) candidate.clean / (candidate.clean + candidate.unclean);
        double score = recall * (0.35 + 0.65 * purity);
        if (candidate.rank >= 0) {
            score *= candidate.rank < names.count() - VAGUE_NAMES ? 1.25 : 1.1;
        }
        if (anchor.size() > 4) {
            Set<Integer> held = new HashSet<>();
            quoted.forEach((block, shared) -> {
                if (layout.isInside(block, candidate)) {
                    held.addAll(shared);
                }
            });
            score *= 0.6 + 0.4 * Overlap.contained(anchor, held);
        }
        return score;
    }
}
