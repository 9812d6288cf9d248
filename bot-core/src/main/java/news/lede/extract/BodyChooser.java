package news.lede.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Chooses the blocks of a page that are its article's text, in two looks: first each block by itself, then again with what the first look found around it.
 * What a page shows twice is chosen once. Immutable.
 */
final class BodyChooser {
    private static final double ENOUGH = 0.5;
    /** Most blocks of a page are menus and the like; no second look has ever made text of one that the first gave less. */
    private static final double HOPELESS = 0.01;
    /** Shorter lines may well be said twice. */
    private static final int LONG = 8;

    private final BlockFeatures features;
    private final Trees first;
    private final Trees second;

    BodyChooser(BlockFeatures features, Trees first, Trees second) {
        this.features = features;
        this.first = first;
        this.second = second;
    }

    List<Block> choose(List<Block> blocks, PageFacts facts) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        BlockFeatures.Page page = features.of(blocks, facts);
        float[][] rows = page.rows();
        float[] chances = second.chances(page.again(rows, first.chances(rows), HOPELESS));
        List<Block> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < chances.length; i++) {
            Block block = blocks.get(i);
            if (chances[i] > ENOUGH && (seen.add(block.text()) || block.words() < LONG)) {
                chosen.add(block);
            }
        }
        return page.title() < 0 ? chosen : belowTitle(chosen, blocks.subList(0, page.title()));
    }

    /** Above the headline stand menus and the news of the hour, unless most of the text is there. */
    private static List<Block> belowTitle(List<Block> chosen, List<Block> above) {
        Set<Block> higher = Collections.newSetFromMap(new IdentityHashMap<>());
        higher.addAll(above);
        List<Block> below = chosen.stream().filter(b -> !higher.contains(b)).toList();
        return words(below) * 3 >= words(chosen) ? below : chosen;
    }

    private static int words(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::words).sum();
    }

    BlockFeatures.Page look(List<Block> blocks, PageFacts facts) {
        return features.of(blocks, facts);
    }
}
