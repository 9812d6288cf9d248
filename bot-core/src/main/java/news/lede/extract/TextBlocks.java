package news.lede.extract;

import java.util.List;

/** Reads saved plain text as blocks: each line that says something is one, up to {@link #MOST_BLOCKS}. Pure. */
final class TextBlocks {
    /** What stands behind so many blocks or characters is no article any more; bounds time and memory for any input. */
    static final int MOST_BLOCKS = 20_000;

    static final int MOST_CHARACTERS = 1_000_000;

    private TextBlocks() {}

    static List<Block> of(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS))
                .lines()
                .map(Spaces::single)
                .filter(l -> !l.isEmpty())
                .limit(MOST_BLOCKS)
                .map(Block::line)
                .toList();
    }
}
