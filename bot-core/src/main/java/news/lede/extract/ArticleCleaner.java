package news.lede.extract;

import java.util.ArrayList;
import java.util.List;
import news.lede.text.Language;

/** Makes clean paragraphs of an article's blocks, which hold no advertising any more; the one cleaner behind HTML and saved text. Immutable. */
final class ArticleCleaner {
    private static final int STRAY = 6;
    /** Longer ones are sentences whose mark was lost. */
    private static final int LONGEST_TAIL = 12;

    private final Furniture furniture;
    private final Polish polish = new Polish();

    ArticleCleaner(Furniture furniture) {
        this.furniture = furniture;
    }

    List<String> clean(List<Block> blocks, String title, Language language) {
        List<Block> whole = withoutTail(Fragments.rejoin(furniture.trim(blocks))).stream()
                .filter(b -> !isStray(b))
                .toList();
        return paragraphs(whole, title, language);
    }

    /** The paragraphs of blocks that are all the article's. */
    List<String> paragraphs(List<Block> blocks, String title, Language language) {
        List<String> out = new ArrayList<>();
        for (Block block : blocks) {
            if (out.isEmpty() && isTitle(block, title)) {
                continue;
            }
            for (String paragraph : polish.polish(Spaces.tidy(block.text()))) {
                out.addAll(Paragraphs.split(paragraph, language));
            }
        }
        return out;
    }

    /** A few words that end no sentence and head nothing: a label of the page. */
    private static boolean isStray(Block block) {
        return block.kind() == Block.Kind.TEXT
                && !Marks.endsSentence(block.text())
                && (block.home() == null || !BodyTrimmer.isQuoteOrList(block))
                && block.words() <= STRAY;
    }

    /**
     * The blocks without the box behind the last sentence ("Try our new tools" / "What they can do for you:"). In a text that marks no ends of sentences,
     * as Thai does not, nothing tells such a box apart: it stays.
     */
    private static List<Block> withoutTail(List<Block> blocks) {
        long sentences =
                blocks.stream().filter(b -> Marks.endsSentence(b.text())).count();
        int end = blocks.size();
        while (sentences > 1 && end > 0 && isTail(blocks.get(end - 1))) {
            end--;
        }
        return blocks.subList(0, end);
    }

    private static boolean isTail(Block block) {
        return block.kind() != Block.Kind.ITEM && !Marks.endsSentence(block.text()) && block.words() <= LONGEST_TAIL;
    }

    private static boolean isTitle(Block block, String title) {
        return Phrases.words(block.text()).equals(Phrases.words(title));
    }
}
