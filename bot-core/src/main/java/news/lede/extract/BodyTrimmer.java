package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops, block by block, what stands in an article's element but is not its text: labels, link lists, the headline again, headings of nothing. Immutable. */
final class BodyTrimmer {
    private static final int LABEL = 6;

    private final Furniture furniture;
    private final RelativeTimes times;

    BodyTrimmer(Furniture furniture, RelativeTimes times) {
        this.furniture = furniture;
        this.times = times;
    }

    List<Block> trim(List<Block> blocks, Optional<String> title) {
        List<Block> kept = new ArrayList<>();
        boolean prose = false;
        int end = end(blocks);
        for (int i = 0; i < end; i++) {
            Block block = blocks.get(i);
            if (!prose && isOpening(block, title)) {
                continue;
            }
            if (furniture.endsArticle(block)
                    || furniture.isPointer(block)
                    || isLinkList(block)
                    || (isLabel(block) && !between(blocks, i))) {
                continue;
            }
            prose |= BodyFinder.isProse(block);
            kept.add(block);
        }
        return withoutEmptyHeadings(kept);
    }

    /** The first section break after which at most a quarter of the prose comes; boxes in mid-text begin with the same words. */
    private int end(List<Block> blocks) {
        int total = 0;
        for (Block block : blocks) {
            total += BodyFinder.isProse(block) ? block.words() : 0;
        }
        int seen = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (furniture.endsArticle(blocks.get(i)) && seen * 4 > total * 3) {
                return i;
            }
            seen += BodyFinder.isProse(blocks.get(i)) ? blocks.get(i).words() : 0;
        }
        return blocks.size();
    }

    private boolean isOpening(Block block, Optional<String> title) {
        return title.isPresent() && block.words() < 60 && Overlap.ofWords(title.get(), block.text()) > 0.85
                || times.whole(block.text()).isPresent()
                || block.text().length() < 60
                        && FactsReader.instant(block.text(), true).isPresent();
    }

    private static boolean isLinkList(Block block) {
        double share = BodyFinder.linkShare(block);
        return share > 0.8
                        && !(block.kind() == Block.Kind.TEXT && Marks.endsSentence(block.text()) && block.words() > 10)
                || share > 0.5 && block.kind() == Block.Kind.ITEM && block.words() < 15;
    }

    private boolean isLabel(Block block) {
        return furniture.isStray(block)
                || block.kind() == Block.Kind.TEXT
                        && block.words() <= LABEL
                        && !Marks.endsSentence(block.text())
                        && !isQuoteOrList(block);
    }

    static boolean isQuoteOrList(Block block) {
        return block.text().endsWith(":") || block.text().endsWith(",");
    }

    /** Whether the block is a piece of a sentence that goes on around it. */
    private static boolean between(List<Block> blocks, int at) {
        boolean opened = at > 0
                && !Marks.endsSentence(blocks.get(at - 1).text())
                && blocks.get(at - 1).words() > LABEL;
        boolean goesOn = at + 1 < blocks.size()
                && Marks.continuesSentence(blocks.get(at + 1).text());
        return opened || goesOn;
    }

    private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        boolean followed = false;
        for (Block block : blocks.reversed()) {
            boolean heading = block.kind() == Block.Kind.HEADING;
            if (!heading || followed) {
                kept.add(block);
            }
            followed = followed && heading
                    || !heading && (BodyFinder.isProse(block) || block.kind() == Block.Kind.ITEM || followed);
        }
        return kept.reversed();
    }
}
