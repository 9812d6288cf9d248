package news.lede.extract;

import java.util.List;

/** Reads saved plain text as blocks: each line that says something is one. Pure. */
final class TextBlocks {
    private TextBlocks() {}

    static List<Block> of(String text) {
        return text.lines()
                .map(Spaces::single)
                .filter(l -> !l.isEmpty())
                .map(Block::line)
                .toList();
    }
}
