package news.lede.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds an article's text.
 *
 * <p>Candidates: elements that sites name for it, the element that most prose speaks for (each paragraph votes for its ancestors, nearer ones more), and the elements
 * around that one. The choice is by agreement: how much of the clean prose a candidate holds against how much else, whether it holds what structured data quotes
 * of the article, and how near the headline it is. Length alone never wins. Immutable.
 */
final class BodyFinder {
    private static final int DEEPEST = 60;
    private static final int VOTING_LEVELS = 5;
    private static final Set<String> LEAVES =
            Set.of("p", "li", "blockquote", "pre", "dd", "dt", "br", "h1", "h2", "h3", "h4", "h5", "h6", "td", "font");

    private final Boilerplate boilerplate;
    private final List<String> selectors = Resources.lines("body-names.txt");

    BodyFinder(Boilerplate boilerplate) {
        this.boilerplate = boilerplate;
    }

    /** The blocks of a region of a page, with what is known of each element around them. */
    private final class Region {
        private final List<Block> blocks;
        private final Map<Element, Integer> prose = new HashMap<>();
        private final Map<Element, Integer> other = new HashMap<>();
        private final Map<Element, Boolean> furniture = new HashMap<>();
        private final int allProse;
        private @Nullable IdentityHashMap<Block, Set<Integer>> quoted;

        Region(List<Block> blocks) {
            this.blocks = blocks;
            Map<Element, Integer> raw = new HashMap<>();
            int total = 0;
            for (Block block : blocks) {
                if (isProse(block)) {
                    total += block.words();
                    add(raw, block, block.words());
                }
            }
            for (Block block : blocks) {
                boolean counts = isProse(block) && !isFurniture(block.home(), raw, total);
                add(counts ? prose : other, block, block.words());
            }
            allProse = total;
        }

        private void add(Map<Element, Integer> to, Block block, int words) {
            Element at = block.home();
            for (int depth = 0; at != null && depth < DEEPEST; depth++) {
                to.merge(at, words, Integer::sum);
                at = at.parent();
            }
        }

        private boolean isFurniture(@Nullable Element home, Map<Element, Integer> raw, int total) {
            List<Element> chain = new ArrayList<>();
            boolean found = false;
            for (Element at = home; at != null && chain.size() < DEEPEST; at = at.parent()) {
                Boolean known = furniture.get(at);
                if (known != null) {
                    found = known;
                    break;
                }
                chain.add(at);
            }
            for (Element at : chain.reversed()) {
                found |= boilerplate.suspects(at) && raw.getOrDefault(at, 0) * 5 < total * 2;
                furniture.put(at, found);
            }
            return found;
        }

        boolean isFurniture(Block block) {
            return block.home() != null && furniture.getOrDefault(block.home(), false);
        }

        /** What each block of prose shares with the anchor; found once for all candidates. */
        IdentityHashMap<Block, Set<Integer>> quoted(Set<Integer> anchor) {
            if (quoted == null) {
                quoted = new IdentityHashMap<>();
                for (Block block : blocks) {
                    Set<Integer> shared = isProse(block) ? Overlap.shingles(block.text()) : new HashSet<>();
                    shared.retainAll(anchor);
                    if (!shared.isEmpty()) {
                        quoted.put(block, shared);
                    }
                }
            }
            return quoted;
        }

        int prose(Element element) {
            return prose.getOrDefault(element, 0);
        }

        int other(Element element) {
            return other.getOrDefault(element, 0);
        }
    }

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

    /** The blocks of the body, furniture left out; empty when the region holds no prose. */
    List<Block> find(List<Block> blocks, PageFacts facts) {
        Region region = new Region(blocks);
        if (region.allProse == 0) {
            return List.of();
        }
        Set<Element> candidates = candidates(region);
        Set<Integer> anchor = facts.statedBody()
                .filter(b -> Tokens.words(b) > 30)
                .or(facts::description)
                .map(Overlap::shingles)
                .orElse(Set.of());
        Element best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Element candidate : candidates) {
            double score = score(region, candidate, anchor);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best == null ? List.of() : inside(region, best);
    }

    private Set<Element> candidates(Region region) {
        Set<Element> candidates = new LinkedHashSet<>();
        Map<Element, Double> votes = new HashMap<>();
        for (Block block : region.blocks) {
            if (!isProse(block) || region.isFurniture(block) || block.home() == null) {
                continue;
            }
            Element at =
                    LEAVES.contains(block.home().normalName()) ? block.home().parent() : block.home();
            double weight = Math.min(block.words(), 100) * (1 - linkShare(block));
            for (int level = 0; at != null && level < VOTING_LEVELS; level++) {
                votes.merge(at, weight / (level + 1), Double::sum);
                at = at.parent();
            }
        }
        votes.entrySet().stream()
                .sorted(Map.Entry.<Element, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(Map.Entry::getKey)
                .forEach(top -> {
                    Element at = top;
                    for (int level = 0; at != null && level < 4; level++) {
                        candidates.add(at);
                        at = at.parent();
                    }
                });
        Optional<Element> root = region.blocks.stream()
                .map(Block::home)
                .filter(h -> h != null)
                .findFirst()
                .map(Element::root);
        if (root.isPresent()) {
            for (String selector : selectors) {
                candidates.addAll(root.get().select(selector).stream().limit(6).toList());
            }
        }
        candidates.removeIf(c -> region.prose(c) == 0);
        return candidates;
    }

    private double score(Region region, Element candidate, Set<Integer> anchor) {
        int prose = region.prose(candidate);
        int other = region.other(candidate);
        int all =
                region.prose.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        double recall = (double) prose / all;
        double purity = (double) prose / (prose + other);
        double score = recall * (0.35 + 0.65 * purity);
        int named = named(candidate);
        if (named >= 0) {
            score *= named < selectors.size() - 3 ? 1.25 : 1.1;
        }
        if (anchor.size() > 4) {
            Set<Integer> held = new HashSet<>();
            for (Map.Entry<Block, Set<Integer>> entry : region.quoted(anchor).entrySet()) {
                if (isInside(entry.getKey(), candidate)) {
                    held.addAll(entry.getValue());
                }
            }
            score *= 0.6 + 0.4 * Overlap.contained(anchor, held);
        }
        return score;
    }

    private int named(Element element) {
        for (int i = 0; i < selectors.size(); i++) {
            if (element.is(selectors.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private List<Block> inside(Region region, Element body) {
        return region.blocks.stream()
                .filter(b -> isInside(b, body) && !region.isFurniture(b))
                .toList();
    }

    private static boolean isInside(Block block, Element container) {
        Element at = block.home();
        for (int depth = 0; at != null && depth < 2 * DEEPEST; depth++) {
            if (at == container) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
